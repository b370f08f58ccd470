import type { Model, Resource } from '../../model/resource';
import type { MapValue, Value } from '../../model/value';
import type { Desired } from '../../syntax/desired';
import { child, originOf, placeOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Format, SpellContext, Spelled, Unit } from '../format';
import { lowerValue, plainScope } from '../terraform/values';
import { textsBelow } from '../texts';
import { plainSpelling, spellWith } from '../written';

/** The type that a lone policy document has in the model. */
const policyType = 'policy';

/** Whether a tree is an IAM policy document: statements that allow or deny something. */
export function isPolicy(root: SyntaxNode): boolean {
  const statement = child(root, 'Statement');
  const statements = statement?.kind === 'list' ? statement.items : statement ? [statement] : [];
  return statements.some((one) => /^(?:Allow|Deny)$/.test(scalarText(child(one, 'Effect')) ?? ''));
}

/** IAM policy documents in files of their own. Each is one resource with the property `PolicyDocument`. */
export const iam: Format = {
  blocksAreLists: false,
  overlay: { blocksAreLists: false, isComputed: () => false, embedded: () => undefined },

  lower(unit: Unit): Model {
    const resources = unit.documents.flatMap((document) =>
      document.roots.filter(isPolicy).map((root) => lowerPolicy(document, root)),
    );
    return {
      format: 'iam',
      resources,
      *texts() {
        for (const document of unit.documents)
          for (const root of document.roots) yield* textsBelow(root, { role: 'other' });
      },
      complete: !unit.partial,
      shared: new Set(),
      suppressions: [],
    };
  },

  readEmbedded(): Value | undefined {
    return undefined;
  },

  body(resource: Resource, property: string) {
    return { node: placeOf(resource.properties.origin).node, path: [property] };
  },

  block: (content) => content,

  newResource(_type: string, _name: string, body: Desired): Desired {
    return body;
  },

  freeName(wanted: string): string {
    return wanted;
  },

  spell(value, _context: SpellContext): Spelled | undefined {
    return spellWith(plainSpelling, value);
  },
};

function lowerPolicy(document: SyntaxDocument, root: SyntaxNode): Resource {
  const origin = originOf(root);
  const statement = root.kind === 'map' ? root.pair('Statement') : undefined;
  const key = statement ? originOf(statement.key) : origin;
  const properties: MapValue = {
    kind: 'map',
    fields: new Map([['PolicyDocument', { key, value: lowerValue(root, plainScope) }]]),
    open: false,
    origin,
  };
  return {
    type: policyType,
    address: policyType,
    name: policyType,
    dialect: 'cloudformation',
    nameOrigin: key,
    properties,
    likelihood: 'certain',
    path: document.path,
    incomplete: document.problems.length > 0,
  };
}
