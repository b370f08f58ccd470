// Bundles the entries into dist/. Options: --production (minified, no source maps), --watch.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // The `main` of jsonc-parser loads its parts in a way no bundler can follow: built with it, the bundle dies on start.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
};

/** @type {(esbuild.BuildOptions & {entry: string, optional?: boolean})[]} */
const bundles = [
  { entry: 'client/src/extension.ts', outfile: 'dist/extension.js', external: ['vscode'] },
  { entry: 'server/src/node.ts', outfile: 'dist/server.js' },
  { entry: 'server/src/cli.ts', outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  {
    entry: 'server/src/browser.ts',
    outfile: 'dist/browser-server.js',
    optional: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
];

const missing = bundles.filter(({ entry, optional }) => !optional && !existsSync(join(root, entry)));
if (missing.length > 0) {
  console.error(`Nothing was built. Missing: ${missing.map(({ entry }) => entry).join(', ')}`);
  process.exit(1);
}

const jobs = bundles
  .filter(({ entry }) => existsSync(join(root, entry)))
  .map(({ entry, optional, ...options }) => ({ ...common, entryPoints: [entry], ...options }));

try {
  if (process.argv.includes('--watch')) {
    for (const options of jobs) await (await esbuild.context(options)).watch();
  } else {
    await Promise.all(jobs.map((options) => esbuild.build(options)));
  }
} catch {
  // esbuild has said what is wrong.
  process.exit(1);
}
