import type { Value } from '../../../model/value';
import type { Expression } from '../../../syntax/hcl/tree';
import { originOf, type ScalarNode, type SyntaxNode } from '../../../syntax/node';
import { resolvePath } from '../../files';
import { lowerValue, type Names, plainScope, type Scope, templateScope } from '../values';
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
  const name = file && pathInModule(file);
  const path = name === undefined ? undefined : resolvePath(node.source.document.path, name);
  const document = path === undefined ? undefined : module?.file(path);
  const [root] = document?.problems.length === 0 && document.language === 'json' ? document.roots : [];
  if (!module || !root) return undefined;
  const read = (scope: Scope) => contentAt(root, node, scope);
  if (!given) return read(plainScope);
  return liftOne(given, (values) =>
    values.kind === 'map' ? read(templateScope(values.fields, module)) : unknown('a template', originOf(node)),
  );
}

function contentAt(root: SyntaxNode, node: ScalarNode, scope: Scope): Value {
  return { ...lowerValue(root, scope), origin: originOf(node) };
}

/** The path in `"${path.module}/path"`. */
function pathInModule(file: Expression): string | undefined {
  const [module, path, ...others] = file.kind === 'template' ? file.parts : [];
  if (module?.kind !== 'hole' || path?.kind !== 'text' || others.length > 0) return undefined;
  const { expression } = module;
  const isModule = expression.kind === 'attribute' && expression.of.kind === 'name' && expression.of.name === 'path';
  return isModule && expression.name === 'module' ? `.${path.text}` : undefined;
}
