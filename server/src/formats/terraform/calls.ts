import { child, type Pair, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { resolvePath } from '../files';
import { bodiesOf, membersOf } from './structure';

/** A call of a module: its name, its arguments, and the folder it calls, where that is one of the same repository. */
export interface ModuleCall {
  readonly name: string;
  readonly pair: Pair;
  readonly body: SyntaxNode;
  /** The folder's path, with a slash at its end. */
  readonly folder?: string;
}

/** The module calls of a document. */
export function moduleCalls(document: SyntaxDocument): ModuleCall[] {
  return document.roots
    .flatMap((root) => membersOf(child(root, 'module')))
    .flatMap((pair) => bodiesOf(pair.value).map((body) => ({ name: pair.key.text, pair, body })))
    .map((call) => {
      const folder = folderCalled(document.path, scalarText(child(call.body, 'source')));
      return folder === undefined ? call : { ...call, folder };
    });
}

/** Only what starts with `./` or `../` is a path: https://developer.hashicorp.com/terraform/language/modules/sources */
function folderCalled(from: string, source: string | undefined): string | undefined {
  return source && /^\.\.?\//.test(source) ? resolvePath(from, `${source.replace(/\/+$/, '')}/`) : undefined;
}
