// Draws images/icon.png, which VS Code shows, from images/icon.svg, which people change: node tools/icon.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './lib/paths.mjs';
import { ensureBrowser } from './setup.mjs';

const images = join(ROOT, 'images');

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.setContent(readFileSync(join(images, 'icon.svg'), 'utf8'));
  writeFileSync(join(images, 'icon.png'), await page.locator('svg').screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
