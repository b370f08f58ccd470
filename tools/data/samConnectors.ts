import type { ConnectorEntry } from '../../server/src/data/tables';
import { readStatement } from './samPolicyTemplates';
import { readLines, sortedRecord, type Table } from './sources';

/** No package that npm has carries the profiles, so sam-connectors.txt has what stands in their repository. */
const SOURCE = {
  package: 'aws/serverless-application-model',
  version: '256df61d97a38cf6161b59768709ea688b03e23f',
  generatedBy: 'tools/data/samConnectors.ts',
};

/** What the connectors of SAM make by their ends and permission, as server/src/data/samConnectors.ts reads it. */
export function samConnectors(): Table {
  const connections = new Map<string, ConnectorEntry>();
  for (const line of readLines('sam-connectors.txt')) {
    const [sources = '', destination, permission, given = '', ...statement] = line.split(' ');
    for (const source of sources.split(',')) {
      const key = `${source} ${destination} ${permission}`;
      const [made, before] = connections.get(key) ?? [given, []];
      if (made !== given) throw new Error(`${key}: given in two places`);
      connections.set(key, [made, [...before, ...(statement.length > 0 ? [readStatement(key, statement)] : [])]]);
    }
  }
  return { source: SOURCE, connections: sortedRecord(connections) };
}
