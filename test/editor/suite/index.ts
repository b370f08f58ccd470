import { exampleTests } from './examples';
import { inOrder } from './inOrder';
import { settingsTests } from './settings';
import { startTests } from './start';

/** Called by VS Code in the extension host, in a window on a copy of the examples. */
export function run(): Promise<void> {
  return inOrder({ ...startTests, ...exampleTests(), ...settingsTests });
}
