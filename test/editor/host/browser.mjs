import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../../tools/setup.mjs';

/** Starts a headless Chromium that keeps to itself: it asks nothing of the network on its own. */
export async function launchBrowser() {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
