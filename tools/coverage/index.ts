import { type Coverage, coverage, dialects } from './coverage';
import { nameOf, toolsOf } from './pairs';

const formatNames = { cloudformation: 'CloudFormation', terraform: 'Terraform' } as const;

/** The table of covered pairs by category and by format. A pair counts once a rule covers it in any format. */
function table(all: readonly Coverage[]): string {
  const categories = [...new Set(all.map(({ pair }) => pair.category))];
  const row = (name: string, some: readonly Coverage[]) => [
    name,
    share(some.filter(({ coveredIn }) => coveredIn.length > 0).length, some.length),
    ...dialects.map((dialect) => {
      const possible = some.filter(({ existsIn }) => existsIn.includes(dialect));
      return share(possible.filter(({ coveredIn }) => coveredIn.includes(dialect)).length, possible.length);
    }),
  ];
  const rows = [
    ['', 'covered', ...dialects.map((dialect) => formatNames[dialect])],
    ...categories.map((category) =>
      row(
        category,
        all.filter(({ pair }) => pair.category === category),
      ),
    ),
    row('all', all),
  ];
  return rows
    .map(([name = '', ...cells]) => name.padEnd(24) + cells.map((cell) => cell.padStart(16)).join(''))
    .join('\n');
}

function share(part: number, whole: number): string {
  return `${part} / ${whole}`;
}

/** The pairs that are missing in some format, those that most tools check first. */
function missing(all: readonly Coverage[]): string {
  return all
    .map(({ pair, existsIn, coveredIn }) => ({
      pair,
      tools: toolsOf(pair).size,
      formats: existsIn.filter((dialect) => !coveredIn.includes(dialect)),
    }))
    .filter(({ formats }) => formats.length > 0)
    .sort((a, b) => b.tools - a.tools)
    .map(({ pair, tools, formats }) => {
      const where = formats.map((dialect) => formatNames[dialect]).join(', ');
      return `${tools} tools  ${nameOf(pair)} (${where})  ${pair.ids.join(' ')}`;
    })
    .join('\n');
}

const all = coverage();
console.log(table(all));
if (process.argv.includes('--missing')) console.log(`\n${missing(all)}`);
