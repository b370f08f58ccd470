import type { Value } from '../../../model/value';
import { parseEmbedded } from '../../../syntax/embedded';
import type { Expression } from '../../../syntax/hcl/tree';
import { originOf, ScalarNode, type SyntaxDocument, type SyntaxNode } from '../../../syntax/node';
import { resolvePath } from '../../files';
import { lowerValue, type Names, plainScope, type Scope, templateHoles, templateScope } from '../values';
import { liftOne, unknown } from './results';

/**
 * What the JSON file holds that a string's call of `file` or `templatefile` reads, the latter filled in with what it is
 * `given`. It stands where it is asked for, since the file may serve others as well. `undefined` for a file that is not
 * at hand, or no JSON.
 */
export function fileContent(
  file: Expression | undefined,
  given: Value | undefined,
  node: ScalarNode,
  module: Names | undefined,
): Value | undefined {
  const name = file && module && pathInModule(file, module);
  const path = name === undefined ? undefined : resolvePath(node.source.document.path, name);
  const document = path === undefined ? undefined : module?.file(path);
  const root = document && (jsonIn(document) ?? (given && templateIn(document)));
  if (!module || !root) return undefined;
  const read = (scope: Scope) => contentAt(root, node, scope);
  if (!given) return read(plainScope);
  return liftOne(given, (values) =>
    values.kind === 'map' ? read(templateScope(values.fields, module)) : unknown('a template', originOf(node)),
  );
}

function jsonIn({ problems, language, roots }: SyntaxDocument): SyntaxNode | undefined {
  return problems.length === 0 && language === 'json' ? roots[0] : undefined;
}

/** The JSON that a template is once its holes, which may stand for whole values, are filled in. */
function templateIn(document: SyntaxDocument): SyntaxNode | undefined {
  const { text } = document;
  const whole = new ScalarNode({ source: document, offset: 0 }, 0, text.length, 'expression', text);
  const holes = templateHoles(text);
  const embedded = holes && parseEmbedded(whole, holes, true);
  return embedded?.problems.length === 0 ? embedded.root : undefined;
}

function contentAt(root: SyntaxNode, node: ScalarNode, scope: Scope): Value {
  return { ...lowerValue(root, scope), origin: originOf(node) };
}

/**
 * The path in `"${path.module}/path"`. A relative path starts where Terraform is run, which is the root module as a rule:
 * it is followed where nobody is known to call the module.
 */
function pathInModule(file: Expression, { prefix }: Names): string | undefined {
  const [module, path, ...others] = file.kind === 'template' ? file.parts : [];
  if (module?.kind === 'text' && !path) return prefix === '' ? module.text : undefined;
  if (module?.kind !== 'hole' || path?.kind !== 'text' || others.length > 0) return undefined;
  const { expression } = module;
  const isModule = expression.kind === 'attribute' && expression.of.kind === 'name' && expression.of.name === 'path';
  return isModule && expression.name === 'module' ? `.${path.text}` : undefined;
}
