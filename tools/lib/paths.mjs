import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is downloaded or made on the way, and may be deleted at any time. */
export const CACHE = join(ROOT, '.cache');
