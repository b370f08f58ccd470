// TextMate grammars as VS Code applies them: a host grammar with ours injected.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

const ROOT = join(__dirname, '..', '..');

/** A stretch of a text with the innermost scope that a grammar of ours gives it. */
export type Scoped = readonly [text: string, scope: string];

/** Cuts texts into scopes, by the grammar of a language and those of this extension. */
export class Highlighter {
  private constructor(private readonly registry: Registry) {}

  static async start(): Promise<Highlighter> {
    const { buffer } = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(buffer);
    const hosts = new Map((await hostGrammars()).map((grammar) => [grammar.scopeName, grammar]));
    const ours = grammarsOf(ROOT);
    return new Highlighter(
      new Registry({
        onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
        loadGrammar: async (scope) =>
          hosts.get(scope) ?? ours.find(({ grammar }) => grammar.scopeName === scope)?.grammar,
        getInjections: (scope) =>
          ours.filter(({ injectTo }) => injectTo.includes(scope)).map(({ grammar }) => grammar.scopeName),
      }),
    );
  }

  /** The stretches of a text that have a scope whose name ends as wanted. */
  async scopes(host: string, text: string, ending: string): Promise<Scoped[]> {
    const grammar = await this.registry.loadGrammar(host);
    if (!grammar) throw new Error(`there is no grammar ${host}`);
    const found: Scoped[] = [];
    let state = INITIAL;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens) {
        const scope = scopes.at(-1);
        if (scope?.endsWith(ending)) found.push([line.slice(startIndex, endIndex), scope.slice(0, -ending.length)]);
      }
    }
    return found;
  }
}

/** The grammars that an extension contributes. */
function grammarsOf(extension: string): { grammar: IRawGrammar; injectTo: readonly string[] }[] {
  const { contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return (contributes.grammars ?? []).map(({ path, injectTo = [] }: { path: string; injectTo?: string[] }) => {
    const file = join(extension, path);
    return { grammar: parseRawGrammar(readFileSync(file, 'utf8'), file), injectTo };
  });
}

/** Those of VS Code where it is installed, else as much of them as says where comments and strings are. */
async function hostGrammars(): Promise<readonly IRawGrammar[]> {
  const { CACHE } = await import('../../tools/lib/paths.mjs');
  const editors = existsSync(CACHE) ? readdirSync(CACHE).filter((name) => /^code-server-[\d.]+$/.test(name)) : [];
  const [extensions] = editors
    .map((name) => join(CACHE, name, 'node_modules', 'code-server', 'lib', 'vscode', 'extensions'))
    .filter(existsSync);
  if (!extensions) return minimalGrammars.map((grammar) => parseRawGrammar(JSON.stringify(grammar), 'minimal.json'));
  return ['yaml', 'json'].flatMap((name) => grammarsOf(join(extensions, name)).map(({ grammar }) => grammar));
}

const string = (name: string) => ({ name, begin: '"', end: '"', patterns: [{ match: '\\\\.' }] });

const minimalGrammars = [
  {
    scopeName: 'source.yaml',
    patterns: [string('string.quoted.double.yaml'), { name: 'comment.line.number-sign.yaml', begin: '#', end: '$' }],
  },
  ...['json', 'json.comments'].map((language) => ({
    scopeName: `source.${language}`,
    patterns: [
      { match: '"[^"]*"(?=\\s*:)', name: `support.type.property-name.${language}` },
      string(`string.quoted.double.${language}`),
    ],
  })),
];
