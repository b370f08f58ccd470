import type { Checked } from '../engine/check';
import type { Fix } from '../engine/fixes';
import { messageOf } from '../engine/words';
import type { Finding, OnUpdate, Safety, Severity } from '../model/finding';
import type { Origin } from '../model/origin';
import type { CodePlace, FormatId } from '../model/resource';
import type { SyntaxDocument } from '../syntax/node';
import { LineIndex, type Position, rangeOf } from '../syntax/ranges';

/** What was found in one file. This and what it holds is the JSON that programs read: only ever add to it. */
export interface FileReport {
  /** Relative to the working folder, with `/` separators. */
  readonly path: string;
  readonly format: FormatId;
  /** Why the file was not checked. */
  readonly skipped?: string;
  readonly findings: readonly FindingReport[];
}

/** A finding, its place in the file, and what would mend it. */
export interface FindingReport {
  readonly rule: string;
  readonly recommendation: string;
  readonly severity: Severity;
  readonly message: string;
  readonly resource?: { readonly type: string; readonly address: string };
  readonly range: Range;
  readonly related?: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly FixReport[];
}

/** Lines and UTF-16 code units in them, both zero-based. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A fix: all of its edits belong together. */
export interface FixReport {
  readonly title: string;
  readonly safety: Safety;
  readonly onUpdate: OnUpdate;
  readonly edits: readonly EditReport[];
}

/** Offsets are UTF-16 code units of the decoded text without byte order mark. */
export interface EditReport {
  /** The file to change, where it is not the finding's own. */
  readonly path?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts the findings of a unit into words and positions, by the path of the document they stand in. */
export class UnitReport {
  private readonly lines = new Map<SyntaxDocument, LineIndex>();
  private readonly byPath = new Map<string, FindingReport[]>();

  /** `shown` turns the path of a document into the one that is printed. */
  constructor(
    checked: Checked,
    fixesOf: (finding: Finding) => readonly Fix[],
    private readonly shown: (path: string) => string,
  ) {
    for (const finding of checked.findings) {
      const { path } = rangeOf(finding.origin).document;
      const found = this.byPath.get(path) ?? [];
      found.push(this.report(finding, path, fixesOf(finding)));
      this.byPath.set(path, found);
    }
  }

  /** The findings of one document, from its top to its bottom. */
  findingsOf(path: string): readonly FindingReport[] {
    const found = this.byPath.get(path) ?? [];
    return found.sort((a, b) => byPosition(a.range.start, b.range.start) || compare(a.rule, b.rule));
  }

  private report(finding: Finding, path: string, fixes: readonly Fix[]): FindingReport {
    const { rule, recommendation, severity, resource, related = [] } = finding;
    return {
      rule,
      recommendation,
      severity,
      message: messageOf(finding),
      ...(resource && { resource: { type: resource.type, address: resource.address } }),
      range: this.place(finding.origin).range,
      ...(related.length > 0 && {
        related: related.map((one) => ({
          ...('origin' in one ? this.place(one.origin) : this.placeInCode(one.code)),
          message: one.message,
        })),
      }),
      fixes: fixes.map(({ title, safety, onUpdate, edits }) => ({
        title,
        safety,
        onUpdate,
        edits: edits.map((edit) => ({
          ...(edit.path !== path && { path: this.shown(edit.path) }),
          start: edit.start,
          end: edit.end,
          text: edit.text,
        })),
      })),
    };
  }

  private placeInCode({ path, line, character }: CodePlace): { path: string; range: Range } {
    const position = { line, character };
    return { path: this.shown(path), range: { start: position, end: position } };
  }

  private place(origin: Origin): { path: string; range: Range } {
    const { document, start, end } = rangeOf(origin);
    let lines = this.lines.get(document);
    if (!lines) {
      lines = new LineIndex(document.text);
      this.lines.set(document, lines);
    }
    return {
      path: this.shown(document.path),
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
    };
  }
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Compares texts by their code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
