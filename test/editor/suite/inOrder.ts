/** Tests by their names, which are sentences. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Runs tests one after the other, since they share one window, and prints what came of each. Throws if one failed. */
export async function inOrder(tests: Tests): Promise<void> {
  const failed: string[] = [];
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`✔ ${name}`);
    } catch (error) {
      failed.push(name);
      console.error(`✖ ${name}`, error);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} failed in the extension host: ${failed.join('; ')}`);
}
