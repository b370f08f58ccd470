import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { fixAll } from '../engine/fixAll';
import { type Fix, fixesFor, safeRemedy } from '../engine/fixes';
import type { Settings } from '../engine/settings';
import { suppressingOf } from '../engine/suppressing';
import type { Finding } from '../model/finding';
import { ignoringEdits, type SettingsFile } from '../workspace/ignoring';
import type { Shown } from './diagnostics';
import { policyRewrites } from './policyActions';
import { isSameRange, type Positions, touch } from './positions';
import { copySuppressionCommand, fixAllKind, openRuleCommand, source } from './protocol';
import type { WorkspaceEdits } from './workspaceEdits';

/** The unit that actions are asked for, as its newest text has it, and its findings in the document. */
export interface ActionSubject {
  readonly checked: Checked;
  readonly settings: Settings;
  readonly shown: readonly Shown[];
}

/** What actions are asked about and where, and the settings file for what the documents have no room for. */
export interface OfferSubject extends ActionSubject {
  readonly path: string;
  readonly positions: Positions;
  readonly settingsFile: SettingsFile | undefined;
}

/** What an action that mends several findings carries through the editor until it is chosen. */
export interface FixAllData {
  readonly uri: string;
  /** All rules without it. */
  readonly rule?: string;
}

type FixAllAction = CodeAction & { readonly data: FixAllData };

/** Offers what can be done about findings. Everything comes from the current text, nothing is remembered. */
export class CodeActions {
  /** @param resolves whether the client asks for the edit of an action when the action is chosen */
  constructor(
    private readonly edits: WorkspaceEdits,
    private readonly resolves: boolean,
  ) {}

  /** The actions of a request, in the order in which they should be offered. */
  offer({ textDocument: { uri }, range, context }: CodeActionParams, subject: OfferSubject): CodeAction[] {
    const actions: CodeAction[] = [];
    if (!context.only || context.only.some((kind) => includes(kind, CodeActionKind.QuickFix))) {
      const chosen = choose(range, context.diagnostics, subject.shown);
      if (chosen.length > 0) actions.push(...this.quickFixes(chosen, uri, subject));
    }
    // Nothing is wrong there, so no lightbulb lights up by itself.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    if (isAsked && (context.only ?? ['']).some((kind) => includes(kind, CodeActionKind.RefactorRewrite))) {
      actions.push(...policyRewrites(range.start, subject, this.edits));
    }
    // Only for those who name it: fixing all sources on save must not rewrite infrastructure.
    const asked = context.only?.find((kind) => includes(fixAllKind, kind));
    if (asked) actions.push(...this.edited([fixAllAction(safeProblems, asked, { uri }, subject)], subject));
    return actions;
  }

  /** Adds the edit to an action that mends several findings. */
  resolve(action: CodeAction, { rule }: FixAllData, { checked: { unit }, settings }: ActionSubject): CodeAction {
    const edits = fixAll(unit, settings, rule === undefined ? {} : { rule });
    return edits.length > 0 ? { ...action, edit: this.edits.of(unit, edits) } : action;
  }

  private quickFixes(chosen: readonly Shown[], uri: string, subject: OfferSubject): CodeAction[] {
    const { checked } = subject;
    const fixes = chosen.flatMap((one) => fixesFor(checked, one.finding).map((fix) => ({ ...one, fix })));
    const rules = [...new Set(chosen.map(({ finding }) => finding.rule))];
    const together = rules
      .filter((rule) => checked.findings.some((finding) => finding.rule === rule && isMendable(checked, finding)))
      .map((rule) => fixAllAction(`${rule} problems`, CodeActionKind.QuickFix, { uri, rule }, subject));
    if (checked.findings.some((finding) => isMendable(checked, finding))) {
      together.push(fixAllAction(safeProblems, CodeActionKind.QuickFix, { uri }, subject));
    }
    return [
      ...fixes.filter(({ fix }) => fix.preferred).map((one) => this.fixAction(one, checked)),
      ...fixes.filter(({ fix }) => !fix.preferred).map((one) => this.fixAction(one, checked)),
      ...this.suppressActions(chosen, subject),
      ...(this.resolves ? together : this.edited(together, subject)),
      ...rules.map(pageAction),
    ];
  }

  private fixAction({ diagnostic, fix }: Shown & { fix: Fix }, { unit }: Checked): CodeAction {
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(fix.preferred && { isPreferred: true }),
      edit: this.edits.of(unit, fix.edits, fix.onUpdate === 'replacement' ? fix.title : undefined),
    };
  }

  /** One action for what one suppression accepts, however many findings that are. */
  private suppressActions(chosen: readonly Shown[], subject: OfferSubject): CodeAction[] {
    const actions = chosen.flatMap((one) => this.suppressAction(one, subject) ?? []);
    return [...new Map(actions.map((action) => [action.title, action])).values()];
  }

  /** Accepts a finding: with a word in the document or the settings, or with a line to be pasted where it comes from. */
  private suppressAction({ finding, diagnostic }: Shown, subject: OfferSubject): CodeAction | undefined {
    const { checked, settingsFile } = subject;
    const suppressing = suppressingOf(checked, finding);
    if (!suppressing) return undefined;
    const { title } = suppressing;
    const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    switch (suppressing.kind) {
      case 'edit':
        return { ...action, edit: this.edits.of(checked.unit, suppressing.edits) };
      case 'code':
        return { ...action, command: { title, command: copySuppressionCommand, arguments: [suppressing.code] } };
      case 'setting': {
        const edits = settingsFile && ignoringEdits(settingsFile, suppressing.ignore);
        const edit = edits && this.edits.ofSettings(settingsFile, edits);
        return edit && { ...action, edit };
      }
    }
  }

  /** Actions with their edits, without those that have none. */
  private edited(actions: readonly FixAllAction[], subject: ActionSubject): CodeAction[] {
    return actions.map((action) => this.resolve(action, action.data, subject)).filter(({ edit }) => edit);
  }
}

const safeProblems = 'safe data-protection problems';

function fixAllAction(what: string, kind: string, data: FixAllData, { checked }: ActionSubject): FixAllAction {
  const where = checked.unit.documents.length > 1 ? 'module' : 'document';
  return { title: `Fix all ${what} in this ${where}`, kind, data };
}

/** Opens the page of a rule or report. Names no diagnostics: VS Code moves actions that do so above those that do not. */
export function pageAction(rule: string): CodeAction {
  const title = `Open the page of ${rule}`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: openRuleCommand, arguments: [rule] } };
}

/** The findings a request is about: those of its diagnostics, or those at its range where it names none that still hold. */
function choose(
  range: CodeActionParams['range'],
  diagnostics: CodeActionParams['context']['diagnostics'],
  shown: readonly Shown[],
): readonly Shown[] {
  const named = shown.flatMap(({ finding, diagnostic }) => {
    const same = diagnostics.find(
      (other) => other.source === source && other.code === finding.rule && isSameRange(other.range, diagnostic.range),
    );
    return same ? [{ finding, diagnostic: same }] : [];
  });
  return named.length > 0 ? named : shown.filter(({ diagnostic }) => touch(diagnostic.range, range));
}

function isMendable(checked: Checked, finding: Finding): boolean {
  return safeRemedy(finding) !== undefined && fixesFor(checked, finding).some(({ safety }) => safety === 'safe');
}

/** Whether a kind of code action is another or stands above it: `source` includes `source.fixAll`, the empty kind all. */
export function includes(kind: string, other: string): boolean {
  return kind === '' || kind === other || other.startsWith(`${kind}.`);
}
