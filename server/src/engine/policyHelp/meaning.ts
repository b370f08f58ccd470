import { vpcEndpoint } from '../../catalogue/ec2';
import type { Origin } from '../../model/origin';
import type { Statement } from '../../model/policy';
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
  const statements = model.resources.flatMap((resource) => world.policiesIn(resource)).flatMap((one) => one.statements);
  const services = world.views(vpcEndpoint).flatMap((endpoint) => endpoint.facts('serviceName'));
  const texts = [
    ...statements.flatMap(textsOf),
    ...services.map(({ value }): Text => ({ origin: value.origin, mean: endpointServiceSubject })),
  ];
  const text = texts.find(({ origin }) => covers(origin, path, offset));
  const said = text && !isSensitive(model, text.origin) ? contentAt(text.origin) : undefined;
  const subject = said === undefined ? undefined : text?.mean(said);
  if (!text || !subject) return undefined;
  const { start, end } = rangeOf(text.origin);
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
  readonly origin: Origin;
  readonly mean: (text: string) => PolicySubject | undefined;
}

function textsOf({ actions, notActions, principals, notPrincipals, conditions }: Statement): Text[] {
  const services = [...(principals?.values ?? []), ...(notPrincipals?.values ?? [])];
  return [
    ...[...(actions?.values ?? []), ...(notActions?.values ?? [])].map(({ origin }) => ({
      origin,
      mean: actionSubject,
    })),
    ...services.flatMap(({ type, value }) =>
      type === 'Service' ? [{ origin: value.origin, mean: servicePrincipalSubject }] : [],
    ),
    ...conditions.flatMap(({ operatorOrigin, keyOrigin }) => [
      { origin: operatorOrigin, mean: operatorSubject },
      { origin: keyOrigin, mean: conditionKeySubject },
    ]),
  ];
}

/** What is written at an origin, where that is a text. */
function contentAt(origin: Origin): string | undefined {
  const { node, span } = placeOf(origin);
  return node.kind === 'scalar' ? contentOf(node).slice(span?.start ?? 0, span?.end) : undefined;
}
