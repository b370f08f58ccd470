import { type SamStatement, samStatement } from './samPolicyTemplates';
import { entryOf, samConnectorsTable } from './tables';

/** What a connector of SAM makes for one permission. */
export interface SamConnection {
  /** Where it is given: in the role of an end, in a policy of the destination, or as a permission to call a function. */
  readonly given: 'source-role' | 'destination-role' | 'destination-policy' | 'permission';
  /** What a role gets. Holes are about an end: `Source.Arn`, `Destination.Arn`, `Destination.Name`. */
  readonly statements: readonly SamStatement[];
}

/** What a connector makes between types such as `AWS::SQS::Queue`; `undefined` for what SAM is not known to connect. */
export function samConnection(source: string, destination: string, permission: string): SamConnection | undefined {
  const ends = [source, destination].map((type) => type.replace(/^AWS::/, ''));
  const entry = entryOf(samConnectorsTable().connections, [...ends, permission].join(' '));
  return entry && { given: entry[0] as SamConnection['given'], statements: entry[1].map(samStatement) };
}
