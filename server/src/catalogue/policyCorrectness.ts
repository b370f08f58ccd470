import type { Kind } from '../model/kind';
import { rules as arns } from './policyCorrectnessArns';
import { rules as conditions } from './policyCorrectnessConditions';
import { rules as documents } from './policyCorrectnessDocument';
import { rules as names } from './policyCorrectnessNames';
import { rules as reach } from './policyCorrectnessReach';
import { rules as size } from './policyCorrectnessSize';

/** Rules on policies that do not do what they seem to: a slip in a Deny is an open door. */
export const rules = [...names, ...conditions, ...arns, ...documents, ...reach, ...size];
export const kinds: readonly Kind[] = [];
