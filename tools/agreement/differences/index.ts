import type { Difference } from './difference';
import { networkDifferences } from './network';
import { policyDifferences } from './policies';
import { storageDifferences } from './storage';

/** Every known difference. What is not in this list makes `npm run agreement` fail, and so does what is gone. */
export const differences: readonly Difference[] = [...storageDifferences, ...networkDifferences, ...policyDifferences];
