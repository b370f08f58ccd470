import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Diagnostic, DiagnosticSeverity, languages, type Range, type TextDocument } from 'vscode';
import { openRuleCommand } from '../../../server/src/lsp/protocol';
import {
  apply,
  change,
  diagnosticsOf,
  diagnosticsUntil,
  hoverAt,
  quickFixesAt,
  ruleOf,
  ruleUntil,
  show,
  undo,
  uriOf,
} from './documents';
import { type Expected, type ExpectedFindings, expectedFile, preferredOf, type Span } from './expected';
import type { Tests } from './inOrder';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const queueRule = 'sqs-encryption';

/** For a window on the examples, with what the command line finds in them. */
export function exampleTests(): Tests {
  const expected: ExpectedFindings = JSON.parse(readFileSync(uriOf(expectedFile).fsPath, 'utf8'));
  const messaging = expected['messaging.yaml'] ?? [];
  return {
    ...Object.assign({}, ...Object.entries(expected).map(([path, findings]) => testsOf(path, findings))),

    'typing replaces the diagnostics and never clears them first': async () => {
      const document = await show('messaging.yaml');
      const before = await allShown(document, messaging);
      let fewest = before.length;
      const listener = languages.onDidChangeDiagnostics(() => {
        fewest = Math.min(fewest, diagnosticsOf(document).length);
      });
      await change(document, theOne(before, queueRule).range, 'true');
      await ruleUntil(document, queueRule, 0);
      await undo();
      await ruleUntil(document, queueRule, 1);
      listener.dispose();
      assert.equal(fewest, before.length - 1);
    },

    'a document is checked whatever language it is taken for, before it has a name': async () => {
      const content = (await show('messaging.yaml')).getText();
      for (const language of ['yaml', 'plaintext']) {
        const document = await show({ language, content });
        assert.equal(document.languageId, language);
        const { range } = theOne(await allShown(document, messaging), queueRule);
        const [first] = await quickFixesAt(document, range);
        assert.equal(first?.isPreferred, true);
      }
    },
  };
}

function testsOf(path: string, findings: readonly Expected[]): Tests {
  const withDocument = (test: (document: TextDocument, findings: readonly Expected[]) => Promise<void>) => async () => {
    const document = await show(path);
    await allShown(document, findings);
    await test(document, findings);
  };
  return {
    [`${path} shows what the command line finds`]: withDocument(showsAll),
    [`${path} explains each finding in a hover`]: withDocument(explainsAll),
    [`${path} offers the fixes of each finding and its page`]: withDocument(offersAll),
    [`${path} is mended by each preferred fix, and undo brings the finding back`]: withDocument(mendsAll),
  };
}

async function showsAll(document: TextDocument, findings: readonly Expected[]): Promise<void> {
  const shown = diagnosticsOf(document).map((diagnostic) => ({
    rule: ruleOf(diagnostic),
    severity: diagnostic.severity,
    message: diagnostic.message,
    range: spanOf(diagnostic.range),
    related: diagnostic.relatedInformation?.map(({ location, message }) => ({
      file: location.uri.toString(),
      range: spanOf(location.range),
      message,
    })),
  }));
  const wanted = findings.map(({ rule, severity, message, range, related }) => ({
    rule,
    severity: severities[severity],
    message,
    range,
    related: related?.map(({ path, ...place }) => ({ file: uriOf(path).toString(), ...place })),
  }));
  assert.deepEqual(shown.sort(inTheText), wanted.sort(inTheText));
  for (const { code } of diagnosticsOf(document)) {
    assert.ok(typeof code === 'object' && code.target.authority.endsWith('aws.amazon.com'), 'the code has no AWS page');
  }
}

async function explainsAll(document: TextDocument, findings: readonly Expected[]): Promise<void> {
  for (const { rule, range, fixes } of findings) {
    const hover = await hoverAt(document, theOne(diagnosticsOf(document), rule, range).range.start);
    for (const part of [
      `\`${rule}\``,
      'AWS recommends: ',
      '](https://',
      ...(fixes.length > 0 ? ['Quick fix: '] : []),
    ]) {
      assert.ok(hover.includes(part), `no ${part} in the hover of ${rule}:\n${hover}`);
    }
  }
}

async function offersAll(document: TextDocument, findings: readonly Expected[]): Promise<void> {
  const known = new Set(findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)));
  for (const finding of findings) {
    const actions = await quickFixesAt(document, theOne(diagnosticsOf(document), finding.rule, finding.range).range);
    for (const { title } of finding.fixes) {
      const action = actions.find((one) => one.title === title);
      assert.ok(action, `"${title}" is not offered, but ${actions.map((one) => one.title).join(', ')}`);
      assert.equal(
        action.isPreferred === true,
        preferredOf(finding)?.title === title,
        `whether "${title}" is preferred`,
      );
    }
    const others = actions.filter(({ title }) => !known.has(title) && !/^(?:Fix all|Ignore) /.test(title));
    const page = others.find(({ command }) => command?.arguments?.[0] === finding.rule);
    assert.equal(page?.command?.command, openRuleCommand);
    assert.ok(
      others.every(({ edit }) => !edit),
      `there are other edits among ${others.map(({ title }) => title)}`,
    );
  }
}

async function mendsAll(document: TextDocument, findings: readonly Expected[]): Promise<void> {
  const text = document.getText();
  for (const finding of findings) {
    const { rule, message, range } = finding;
    const preferred = preferredOf(finding);
    if (!preferred) continue;
    const actions = await quickFixesAt(document, theOne(diagnosticsOf(document), rule, range).range);
    const action = actions.find(({ title }) => title === preferred.title);
    assert.ok(action, `"${preferred.title}" is not offered`);
    await apply(action);
    const isIt = (diagnostic: Diagnostic) => ruleOf(diagnostic) === rule && diagnostic.message === message;
    await diagnosticsUntil(document, `no ${rule} after its fix`, (diagnostics) => !diagnostics.some(isIt));
    await undo();
    await allShown(document, findings);
    assert.equal(document.getText(), text);
  }
}

/** Waits until a document has the diagnostics of all findings and no others. */
function allShown(document: TextDocument, findings: readonly Expected[]): Promise<Diagnostic[]> {
  const wanted = findings.map(({ rule }) => rule).sort();
  return diagnosticsUntil(
    document,
    `${wanted.length} findings`,
    (diagnostics) => diagnostics.map(ruleOf).sort().join() === wanted.join(),
  );
}

/** The diagnostic of a rule; at a range, where it is given. */
function theOne(diagnostics: readonly Diagnostic[], rule: string, span?: Span): Diagnostic {
  const found = diagnostics.find(
    (one) => ruleOf(one) === rule && (!span || inTheText({ rule, range: one.range }, { rule, range: span }) === 0),
  );
  assert.ok(found, `no ${rule} at line ${span ? span.start.line + 1 : 'any'} among ${diagnostics.map(ruleOf)}`);
  return found;
}

function spanOf({ start, end }: Range): Span {
  const { line, character } = start;
  return { start: { line, character }, end: { line: end.line, character: end.character } };
}

interface Placed {
  readonly rule: string;
  readonly range: Span;
}

function inTheText(one: Placed, other: Placed): number {
  const { line, character } = one.range.start;
  const { start } = other.range;
  return line - start.line || character - start.character || one.rule.localeCompare(other.rule);
}
