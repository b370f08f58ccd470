import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { consequences, type Fix, fixesFor } from '../engine/fixes';
import { type Overview, overviewOf } from '../engine/overview';
import { fillIn } from '../engine/placeholders';
import { meaningAt } from '../engine/policyHelp/meaning';
import type { Verdict } from '../engine/verdicts';
import { recommendationText, toolNames, wordsOf } from '../engine/words';
import type { Finding, OnUpdate } from '../model/finding';
import type { Question } from '../model/kind';
import type { Resource } from '../model/resource';
import type { SameAs } from '../model/rule';
import type { Shown } from './diagnostics';
import { describeSubject } from './policyWords';
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
 * Why the findings at a position matter and what to do about them; on the name or the type of a resource first how its
 * document protects it as a whole, on a word of a policy last what it means. What is wrong is said by the diagnostics, which an editor shows beside the hover.
 */
export function hoverAt(position: Position, { path, shown, checked, positions }: HoverSubject): Hover | undefined {
  const cursor = { start: position, end: position };
  const here = shown.filter(({ diagnostic }) => touch(diagnostic.range, cursor));
  const named = checked.model.resources
    .filter((resource) => resource.path === path)
    .flatMap((resource) => tokensOf(resource).map((origin) => ({ resource, range: positions.placeOf(origin).range })))
    .filter(({ range }) => touch(range, cursor));
  // One name may stand for several resources, which a tool makes of one: the first that there is something to say of.
  const [overview] = named.flatMap(({ resource }) => overviewOf(checked, resource) ?? []);
  const document = checked.unit.documents.find((one) => one.path === path);
  const word = document && meaningAt(checked, path, positions.offsetAt(document, position));
  const range = here[0]?.diagnostic.range ?? named[0]?.range ?? (word && positions.rangeOf(document, word));
  const findings = here.map(({ finding }) => finding);
  const parts = [
    overview && summarise(overview),
    ...explainAll(findings, checked),
    word && describeSubject(word.subject),
  ].filter(Boolean);
  if (!range || parts.length === 0) return undefined;
  return { range, contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } };
}

/** Where a resource is asked about: at its name, and at its type where that stands beside it. */
function tokensOf({ nameOrigin, typeOrigin }: Resource) {
  return typeOrigin ? [nameOrigin, typeOrigin] : [nameOrigin];
}

/** Ends a line within a paragraph. */
const LINE_END = '  \n';

const questions = {
  'at-rest': 'Encrypted at rest',
  'in-transit': 'Encrypted in transit',
  logging: 'Logged',
  public: 'Public',
  backup: 'Backed up',
} as const;

/** The most rules that are named for having nothing to object. */
const NAMED_RULES = 3;

function summarise({ title, name, answers, unanswered, verdicts, quietRules, hasRules, notes }: Overview): string {
  const lines = [
    ...answers.map((answer) => verdictLine(asked(answer.question), answer)),
    ...(unanswered.length > 0 ? [`? ${unanswered.map(asked).join(', ')}: unknown: the document does not tell`] : []),
    ...verdicts.map((verdict) => verdictLine(`\`${verdict.rule}\``, verdict)),
  ];
  const more = quietRules.length > NAMED_RULES ? ` and ${quietRules.length - NAMED_RULES} more` : '';
  const named = quietRules.slice(0, NAMED_RULES).map((rule) => `\`${rule}\``);
  if (named.length > 0) lines.push(`Nothing to object: ${named.join(', ')}${more}`);
  if (lines.length + notes.length === 0 && !hasRules) lines.push('No rule asks anything of it by itself.');
  const said = notes.map(({ text, source }) => `- ${verbatim(text)} ${shortLink(source)}`);
  const head = `**${verbatim(title.charAt(0).toUpperCase() + title.slice(1))}**${name ? ` \`${name}\`` : ''}`;
  return [head, lines.join(LINE_END), said.join('\n')].filter(Boolean).join('\n\n');
}

function asked(question: Question): string {
  return `**${questions[question]}**`;
}

function verdictLine(subject: string, { isRight, text, sources }: Verdict): string {
  const mark = isRight === undefined ? '?' : isRight ? '✓' : '✗';
  return `${mark} ${subject}: ${[verbatim(text), ...sources.map(shortLink)].join(' · ')}`;
}

/** The findings of one place, each by the id of its rule; what several have in common is said once. */
function explainAll(findings: readonly Finding[], checked: Checked): string[] {
  const told = new Set<string>();
  return findings.map((finding) => {
    const isNew = !told.has(finding.recommendation);
    told.add(finding.recommendation);
    return explain(finding, fixesFor(checked, finding), isNew);
  });
}

function explain(finding: Finding, fixes: readonly Fix[], withRecommendation: boolean): string {
  const { why, advice, sources, sameAs } = wordsOf(finding.rule);
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  const facts = [
    fix && `Quick fix: ${verbatim(withoutConsequence(fix))}. The update ${updates[fix.onUpdate]}.`,
    withRecommendation &&
      finding.recommendation &&
      `AWS recommends: ${verbatim(recommendationText(finding.recommendation))}`,
    sources.map(link).join(' · '),
    elsewhere(sameAs),
  ];
  return [
    `**\`${finding.rule}\`**: ${verbatim(fillIn(why, finding))} ${verbatim(fillIn(advice, finding))}`,
    facts.filter(Boolean).join(LINE_END),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The title of a fix without what its update does, of which more is said after it. */
function withoutConsequence({ title, onUpdate }: Fix): string {
  const consequence = consequences[onUpdate];
  return consequence ? title.replace(` (${consequence})`, '') : title;
}

/** The same check in other tools, by the ids that suppress it there. */
function elsewhere(sameAs: SameAs): string {
  const tools = Object.entries(sameAs) as [keyof SameAs, readonly string[]][];
  const lists = tools.filter(([, ids]) => ids.length > 0).map(([tool, ids]) => `${toolNames[tool]} ${idList(ids)}`);
  return lists.length > 0 ? `The same check elsewhere: ${lists.join('; ')}` : '';
}

/** Ids as code. One that differs from the one before it in its pack only, as cdk-nag has them, is told once. */
function idList(ids: readonly string[]): string {
  const packs = new Map<string, string[]>();
  for (const id of ids) {
    const [, pack, check] = /^([\w.]+)-([A-Za-z]\w{8,})$/.exec(id) ?? [undefined, '', id];
    packs.set(check as string, [...(packs.get(check as string) ?? []), pack as string]);
  }
  return [...packs]
    .map(([check, [first, ...others]]) => {
      const id = `\`${first ? `${first}-${check}` : check}\``;
      return others.length > 0 ? `${id} (also ${others.join(', ')})` : id;
    })
    .join(', ');
}

/** A link to a page, which is called by who wrote it and the last part of its address. */
function link(page: string): string {
  const name = /([^/]+?)(?:\.html)?\/?$/.exec(new URL(page).pathname)?.[1];
  return `[${verbatim(name ? `${authorOf(page)}: ${name}` : authorOf(page))}](${page})`;
}

/** A link where there is little room. */
function shortLink(page: string): string {
  return `[${authorOf(page)}](${page})`;
}

function authorOf(page: string): string {
  const { hostname } = new URL(page);
  if (hostname.endsWith('amazon.com')) return 'AWS';
  return hostname === 'registry.terraform.io' ? 'Terraform' : hostname;
}

/** A text in markdown, none of whose characters means anything to it. Code between backticks stays code. */
function verbatim(text: string): string {
  return text.replace(/`[^`]*`|[\\*_{}[\]<>#|~]/g, (found) => (found.startsWith('`') ? found : `\\${found}`));
}
