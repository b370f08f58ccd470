import { child, type MapNode, type Pair, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { isLoopKey, isMacroKey } from './intrinsics';

/** A resource type: `AWS::S3::Bucket`, `Custom::Thing`, `Alexa::ASK::Skill`. */
const typeName = /^[A-Za-z0-9]+(::[A-Za-z0-9@-]+){1,3}$/;
const namespacedType = /^(?:Custom::[\w@-]+|[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9:]+)$/;

/** Whether a tree is a CloudFormation template: `Resources` with an entry that has a type like `X::Y::Z`. */
export function isTemplate(root: SyntaxNode): boolean {
  const resources = child(root, 'Resources');
  if (resources?.kind !== 'map') return false;
  return resources.pairs.some(
    ({ key, value }) => isMacroKey(key.text) || namespacedType.test(scalarText(child(value, 'Type')) ?? ''),
  );
}

/** Whether a template was made by the CDK, by the metadata it leaves on resources. */
export function isSynthesized(root: SyntaxNode): boolean {
  const resources = child(root, 'Resources');
  if (resources?.kind !== 'map') return false;
  return resources.pairs.some(({ value }) => {
    const metadata = child(value, 'Metadata');
    return (
      scalarText(child(value, 'Type')) === 'AWS::CDK::Metadata' ||
      (metadata?.kind === 'map' && metadata.has('aws:cdk:path'))
    );
  });
}

/** An entry of a section, with the stretch of text that belongs to it. */
export interface TemplateEntry {
  readonly name: string;
  readonly pair: Pair;
  readonly end: number;
}

/** The entries of a section of the template, as written: what a loop makes entries of is one, in the loop's place. */
export function entriesOf(root: SyntaxNode, section: string): TemplateEntry[] {
  const map = child(root, section);
  if (map?.kind !== 'map') return [];
  return map.pairs.flatMap((pair, i) => writtenIn(pair, endOf(map, i, root)));
}

function writtenIn(pair: Pair, end: number): TemplateEntry[] {
  if (!isLoopKey(pair.key.text)) return [{ name: pair.key.text, pair, end }];
  const body = pair.value.kind === 'list' ? pair.value.items[2] : undefined;
  return body?.kind === 'map' ? body.pairs.flatMap((inner) => writtenIn(inner, end)) : [];
}

function endOf(map: MapNode, index: number, root: SyntaxNode): number {
  const next = map.pairs[index + 1];
  if (next) return next.key.start;
  const sections = root.kind === 'map' ? root.pairs.map((pair) => pair.key.start) : [];
  return Math.min(...sections.filter((start) => start > map.start), map.source.text.length + 1);
}

/** Whether a syntax problem lies in a stretch of a document. */
export function hasProblem(document: SyntaxDocument, start: number, end: number): boolean {
  return document.problems.some((problem) => problem.start < end && problem.end >= start);
}

/** Whether a text is a resource type. */
export function isTypeName(text: string | undefined): text is string {
  return text !== undefined && typeName.test(text);
}
