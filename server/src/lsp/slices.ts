/** How long a check may keep the server from doing anything else. */
const sliceMilliseconds = 10;

/** Lets the messages that have come in be read. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Runs a generator to its end in short slices, with time for messages between them; `undefined` once it is dropped. */
export async function inSlices<T>(steps: Generator<void, T>, isDropped: () => boolean): Promise<T | undefined> {
  for (;;) {
    await breathe();
    if (isDropped()) {
      steps.return(undefined as never);
      return undefined;
    }
    const end = performance.now() + sliceMilliseconds;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
