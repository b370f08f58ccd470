import { exampleTests } from './examples';
import { hoverTests } from './hovers';
import { inOrder } from './inOrder';
import { policyTests } from './policies';
import { settingsTests } from './settings';
import { snippetTests } from './snippets';
import { startTests } from './start';
import { suppressionTests } from './suppressions';

/** Called by VS Code in the extension host, in a window on a copy of the examples. */
export function run(): Promise<void> {
  return inOrder({
    ...startTests,
    ...exampleTests(),
    ...hoverTests,
    ...policyTests,
    ...settingsTests,
    ...snippetTests,
    ...suppressionTests,
  });
}
