import { vpcEndpoint } from '../../catalogue/ec2';
import type { Origin } from '../../model/origin';
import type { Statement } from '../../model/policy';
import { textWithHoles, type Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { documentOf, placeOf, type Span } from '../../syntax/node';
import { rangeOf } from '../../syntax/ranges';
import type { Checked } from '../check';
import { isSensitive } from '../redaction';
import {
  actionSubject,
  conditionKeySubject,
  endpointServiceSubject,
  operatorSubject,
  type PolicySubject,
  servicePrincipalSubject,
} from './subject';

/** A word of a document, and what it means. */
export interface MeaningfulWord extends Span {
  readonly subject: PolicySubject;
}

/** What the word at an offset of a checked document means, be it in a policy or the service of a VPC endpoint. */
export function meaningAt(checked: Checked, path: string, offset: number): MeaningfulWord | undefined {
  const { model, world } = checked;
  const statements = world.writtenPolicies.flatMap((one) => one.statements);
  const services = world.views(vpcEndpoint).flatMap((endpoint) => endpoint.facts('serviceName'));
  const texts = [
    ...statements.flatMap(textsOf),
    ...services.map(({ value }): Text => ({ value, mean: endpointServiceSubject })),
  ];
  const text = texts.find(({ value }) => covers(value.origin, path, offset));
  const place = text && placeIn(text.value, path, offset);
  if (!text || !place || isSensitive(model, place)) return undefined;
  const said = saidBy(text.value);
  const subject = said === undefined ? undefined : text.mean(said);
  if (!subject) return undefined;
  const { start, end } = rangeOf(place);
  return { subject, start, end };
}

/** Whether an offset of a document lies in what stands at an origin. */
export function covers(origin: Origin, path: string, offset: number): boolean {
  if (documentOf(origin).path !== path) return false;
  const { start, end } = rangeOf(origin);
  return start <= offset && offset <= end;
}

/** A text of a document, and how its meaning is found. */
interface Text {
  readonly value: Value;
  readonly mean: (text: string) => PolicySubject | undefined;
}

function textsOf({ actions, notActions, principals, notPrincipals, conditions }: Statement): Text[] {
  const services = [...(principals?.values ?? []), ...(notPrincipals?.values ?? [])];
  return [
    ...[...(actions?.values ?? []), ...(notActions?.values ?? [])].map((value) => ({ value, mean: actionSubject })),
    ...services.flatMap(({ type, value }) => (type === 'Service' ? [{ value, mean: servicePrincipalSubject }] : [])),
    ...conditions.flatMap(({ operator, operatorOrigin, key, keyOrigin }) => [
      { value: { kind: 'literal' as const, text: operator, origin: operatorOrigin }, mean: operatorSubject },
      { value: { kind: 'literal' as const, text: key, origin: keyOrigin }, mean: conditionKeySubject },
    ]),
  ];
}

/** Where the part of a text stands that is at an offset; all of it, where it is not put together of parts. */
function placeIn(value: Value, path: string, offset: number): Origin | undefined {
  const isScalar = placeOf(value.origin).node.kind === 'scalar';
  if (isScalar) return value.origin;
  const pieces = value.kind === 'literal' || value.kind === 'template' ? (value.pieces ?? []) : [];
  const piece = pieces.find(({ origin }) => covers(origin, path, offset));
  return piece && placeIn(piece, path, offset);
}

/** What a text says, with what is filled in later as it is written or as a hole; `undefined` for what is no text. */
function saidBy(value: Value): string | undefined {
  if (value.kind === 'literal') return value.text;
  const { node, span } = placeOf(value.origin);
  return node.kind === 'scalar' ? contentOf(node).slice(span?.start ?? 0, span?.end) : textWithHoles(value, '${}');
}
