const quickMs = 50;
const quickInARow = 20;
const patienceMs = 30_000;

/** Requests that the end of a round cut off are still being answered: the next round must not pay for them. */
export async function untilQuiet(origin: string): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let quick = 0; quick < quickInARow && performance.now() < end; ) {
    const begun = performance.now();
    await fetch(origin).then((answer) => answer.arrayBuffer());
    quick = performance.now() - begun < quickMs ? quick + 1 : 0;
  }
}
