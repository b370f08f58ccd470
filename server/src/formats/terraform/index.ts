import { terraformAttribute } from '../../data/terraformAttributes';
import type { Model, Resource } from '../../model/resource';
import type { Written } from '../../model/written';
import { type Desired, desiredField } from '../../syntax/desired';
import { overlayExpression } from '../../syntax/edit/expression';
import { contentOf } from '../../syntax/embedded';
import { child, placeOf, type ScalarNode, type SyntaxDocument, type SyntaxNode } from '../../syntax/node';
import { valuesFile } from '../files';
import type { Format, SpellContext, Spelled, Unit } from '../format';
import { plainSpelling, spellWith } from '../written';
import { moduleCalls } from './calls';
import { isWrittenDynamically } from './dynamicBlocks';
import { embeddedIn, embeddedInPlan, embeddedValue } from './embedded';
import { filesRead } from './filesRead';
import { lowerModule } from './module';
import { foldersOfPlan, lowerPlan } from './plan';
import { addedStatement, elementWriter, isPolicyDocument } from './policyDocumentWriting';
import { TerraformSpelling } from './spelling';
import { membersOf } from './structure';
import { suppressing } from './suppressions';
import { templateHoles } from './values';

/** Terraform in its JSON syntax: the configuration of a module. */
export const terraform: Format = {
  ...makeFormat(lowerModule, embeddedIn),
  refersTo: (document) => [...moduleCalls(document).flatMap((call) => call.folder ?? []), ...filesRead(document)],
  suppressing,
};

/** Terraform plans and states, as `terraform show -json` prints them. */
export const terraformPlan: Format = {
  ...makeFormat(lowerPlan, embeddedInPlan),
  refersTo: foldersOfPlan,
};

function makeFormat(lower: (unit: Unit) => Model, embeddedAt: typeof embeddedIn): Format {
  return {
    blocksAreLists: true,
    overlay: {
      blocksAreLists: true,
      isComputed: isExpression,
      embedded: embeddedAt,
      isWrittenElsewhere: isWrittenDynamically,
    },
    statementWriter: (policy) => (isPolicyDocument(policy) ? addedStatement : undefined),
    elementWriter,
    expressionEdits: (node, span, desired) => (isExpression(node) ? overlayExpression(node, span, desired) : undefined),
    lower,

    readEmbedded: (value) => embeddedValue(value, embeddedAt),

    body(resource: Resource, property: string) {
      return { node: placeOf(resource.properties.origin).node, path: [property] };
    },

    block(content, { type, path }, document) {
      return terraformAttribute(type, path)?.block === false ? content : asBlock(content, document);
    },

    newResource(type: string, name: string, body: Desired, document: SyntaxDocument): Desired {
      return desiredField('resource', desiredField(type, desiredField(name, asBlock(body, document))));
    },

    freeName(wanted: string, type: string, model: Model): string {
      const taken = new Set(model.resources.map((resource) => resource.address));
      for (let i = 1; ; i++) {
        const name = i === 1 ? wanted : `${wanted}_${i}`;
        if (!taken.has(`${type}.${name}`)) return name;
      }
    },

    spell(value: Written, context: SpellContext): Spelled | undefined {
      // Values of variables are taken for what they are.
      const isPlain = valuesFile.test(context.document.path);
      return spellWith(isPlain ? plainSpelling : new TerraformSpelling(context), value);
    },
  };
}

function asBlock(content: Desired, document: SyntaxDocument): Desired {
  return wrapsBlocks(document) ? { kind: 'each', item: content } : content;
}

/** Whether the author of a document writes blocks as lists of one, as converters do. */
function wrapsBlocks(document: SyntaxDocument): boolean {
  const [type] = document.roots.flatMap((root) => membersOf(child(root, 'resource')));
  return membersOf(type?.value)[0]?.value.kind === 'list';
}

/** Whether a string is computed as a whole: then nothing can be written into it. */
function isExpression(node: SyntaxNode): node is ScalarNode {
  if (node.kind !== 'scalar') return false;
  const text = contentOf(node);
  return /^\s*\$\{/.test(text) && templateHoles(text)?.[0]?.end === text.trimEnd().length;
}
