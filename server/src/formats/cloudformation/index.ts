import type { Model, Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import type { Written } from '../../model/written';
import { type Desired, desiredField } from '../../syntax/desired';
import { type EmbeddedText, parseEmbedded } from '../../syntax/embedded';
import { child, placeOf, type ScalarNode, type SyntaxNode } from '../../syntax/node';
import type { Format, SpellContext, Spelled, Unit } from '../format';
import { spellWith } from '../written';
import { intrinsicOf } from './intrinsics';
import { lowerTemplates, scopeOf } from './lower';
import { nestedTemplates } from './nested';
import { CloudFormationSpelling } from './spelling';
import { suppressing } from './suppressions';
import { isTemplate } from './template';
import { lowerValue, substitutionHoles } from './values';

/** CloudFormation templates: YAML and JSON, SAM, and what the CDK synthesizes. */
export const cloudFormation: Format = {
  blocksAreLists: false,

  overlay: {
    blocksAreLists: false,
    isComputed: (node: SyntaxNode) => intrinsicOf(node) !== undefined,
    embedded: embeddedIn,
  },

  suppressing,

  refersTo: (document) => [...nestedTemplates(document).values()],

  lower(unit: Unit): Model {
    return lowerTemplates(unit);
  },

  readEmbedded(value: Value): Value | undefined {
    if (value.kind !== 'literal' && value.kind !== 'template') return undefined;
    const { node } = placeOf(value.origin);
    const found = node.kind === 'scalar' ? embeddedText(node, value.kind === 'template') : undefined;
    const root = node.source.document.roots.find(isTemplate);
    if (!found || !root) return undefined;
    return lowerValue(found.root, { ...scopeOf(root), inText: value.kind === 'template' ? 'template' : 'literal' });
  },

  body(resource: Resource) {
    const key = placeOf(resource.nameOrigin).node;
    const root = key.source.document.roots.find(isTemplate);
    const node = child(child(root, 'Resources'), resource.address);
    return node && { node, path: ['Properties'] };
  },

  block: (content) => content,

  newResource(type: string, name: string, body: Desired): Desired {
    const resource: Desired = {
      kind: 'map',
      fields: new Map<string, Desired>([
        ['Type', { kind: 'value', value: type }],
        ['Properties', body],
      ]),
    };
    return desiredField('Resources', desiredField(name, resource));
  },

  freeName(wanted: string, _type: string, model: Model): string {
    const taken = new Set(model.resources.map((resource) => resource.address));
    const base = wanted.replace(/[^A-Za-z0-9]/g, '');
    for (let i = 1; ; i++) {
      const name = i === 1 ? base : `${base}${i}`;
      if (!taken.has(name)) return name;
    }
  },

  spell(value: Written, context: SpellContext): Spelled | undefined {
    return spellWith(new CloudFormationSpelling(context), value);
  },
};

/** The JSON document in a text, be it plain or the argument of `Fn::Sub`. */
function embeddedIn(node: SyntaxNode): EmbeddedText | undefined {
  const intrinsic = intrinsicOf(node);
  if (!intrinsic) return node.kind === 'scalar' ? embeddedText(node, false) : undefined;
  const { name, argument } = intrinsic;
  return name === 'Sub' && argument.kind === 'scalar' ? embeddedText(argument, true) : undefined;
}

function embeddedText(scalar: ScalarNode, substituted: boolean): EmbeddedText | undefined {
  return parseEmbedded(scalar, substituted ? substitutionHoles(scalar.text) : [], substituted);
}
