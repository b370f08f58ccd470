import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { type Fix, fixesFor } from '../engine/fixes';
import { type Overview, overviewOf } from '../engine/overview';
import { fillIn, messageOf, recommendationText, wordsOf } from '../engine/words';
import type { Finding, OnUpdate } from '../model/finding';
import type { Shown } from './diagnostics';
import { type Positions, touch } from './positions';

/** What rolling out a fix does, as the end of "The update ...". */
const updates: Readonly<Record<OnUpdate, string>> = {
  none: 'changes the resource in place, without an interruption',
  interruption: 'may interrupt the resource for a while',
  replacement: '**replaces the resource**: what it holds is not carried over',
  unknown: 'may interrupt or replace the resource: its schema does not tell',
};

/** What a hover is asked of: the findings of a document, the whole check, and where things stand in the editor. */
export interface HoverSubject {
  readonly path: string;
  readonly shown: readonly Shown[];
  readonly checked: Checked;
  readonly positions: Positions;
}

/**
 * What, why and what to do about the findings at a position; on the name of a resource also what the document says of
 * its protection as a whole.
 */
export function hoverAt(position: Position, { path, shown, checked, positions }: HoverSubject): Hover | undefined {
  const cursor = { start: position, end: position };
  const here = shown.filter(({ diagnostic }) => touch(diagnostic.range, cursor));
  const named = checked.model.resources
    .filter((resource) => resource.path === path)
    .map((resource) => ({ resource, range: positions.placeOf(resource.nameOrigin).range }))
    .find(({ range }) => touch(range, cursor));
  const overview = named && overviewOf(checked, named.resource);
  const range = here[0]?.diagnostic.range ?? named?.range;
  const parts = here.map(({ finding }) => explain(finding, fixesFor(checked, finding)));
  if (overview?.aspects.length) parts.push(summarise(overview));
  if (!range || parts.length === 0) return undefined;
  return { range, contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } };
}

const marks = { right: '✓', wrong: '✗', unknown: '?' } as const;

function summarise({ title, aspects }: Overview): string {
  const lines = aspects.map(({ isRight, text }) => {
    const mark = isRight === undefined ? marks.unknown : isRight ? marks.right : marks.wrong;
    return `- ${mark} ${verbatim(text)}`;
  });
  return `**${verbatim(title)}**, as far as this document tells:\n\n${[...new Set(lines)].join('\n')}`;
}

function explain(finding: Finding, fixes: readonly Fix[]): string {
  const { why, advice, sources } = wordsOf(finding.rule);
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  return [
    `**${verbatim(messageOf(finding))}**`,
    verbatim(fillIn(why, finding)),
    verbatim(fillIn(advice, finding)),
    fix && `Quick fix: ${verbatim(fix.title)}. The update ${updates[fix.onUpdate]}.`,
    finding.recommendation && `AWS recommends: ${verbatim(recommendationText(finding.recommendation))}`,
    [...sources.map((page) => `[${verbatim(titleOf(page))}](${page})`), `\`${finding.rule}\``].join(' · '),
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
