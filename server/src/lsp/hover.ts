import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { type Fix, fixesFor } from '../engine/fixes';
import { fillIn, messageOf, recommendationText, wordsOf } from '../engine/words';
import type { Finding, OnUpdate } from '../model/finding';
import type { Shown } from './diagnostics';
import { touch } from './positions';

/** What rolling out a fix does, as the end of "The update ...". */
const updates: Readonly<Record<OnUpdate, string>> = {
  none: 'changes the resource in place, without an interruption',
  interruption: 'may interrupt the resource for a while',
  replacement: '**replaces the resource**: what it holds is not carried over',
  unknown: 'may interrupt or replace the resource: its schema does not tell',
};

/** What, why and what to do about the findings at a position. */
export function hoverAt(position: Position, shown: readonly Shown[], checked: Checked): Hover | undefined {
  const cursor = { start: position, end: position };
  const here = shown.filter(({ diagnostic }) => touch(diagnostic.range, cursor));
  if (!here[0]) return undefined;
  const explained = here.map(({ finding }) => explain(finding, fixesFor(checked, finding)));
  return {
    range: here[0].diagnostic.range,
    contents: { kind: MarkupKind.Markdown, value: explained.join('\n\n---\n\n') },
  };
}

function explain(finding: Finding, fixes: readonly Fix[]): string {
  const { why, advice, sources } = wordsOf(finding.rule);
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  return [
    `**${verbatim(messageOf(finding))}**`,
    verbatim(fillIn(why, finding)),
    verbatim(fillIn(advice, finding)),
    fix && `Quick fix: ${verbatim(fix.title)}. The update ${updates[fix.onUpdate]}.`,
    `AWS recommends: ${verbatim(recommendationText(finding.recommendation))}`,
    `${sources.map((page) => `[${verbatim(titleOf(page))}](${page})`).join(' · ')} · \`${finding.rule}\``,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A page is called by the last part of its address. */
function titleOf(page: string): string {
  const { hostname, pathname } = new URL(page);
  const name = /([^/]+?)(?:\.html)?\/?$/.exec(pathname)?.[1];
  return name ? `AWS: ${name}` : hostname;
}

/** A text in markdown, none of whose characters means anything to it. Code between backticks stays code. */
function verbatim(text: string): string {
  return text.replace(/`[^`]*`|[\\*_{}[\]<>#|~]/g, (found) => (found.startsWith('`') ? found : `\\${found}`));
}
