import { endpointPolicies } from './endpointPolicies';
import { endpoints } from './endpoints';
import { policies } from './policies';
import { resources } from './resources';
import type { Snippet } from './snippet';

/** All snippets. */
export const snippets: readonly Snippet[] = [...endpoints, ...endpointPolicies, ...resources, ...policies];
