/** How work is cut into tasks that don't hold up the page. */
export interface SliceOptions {
  /** The longest a task may take, in milliseconds. */
  readonly budgetMs?: number;
  /** Ends the work between two tasks. */
  readonly signal?: AbortSignal;
}

/** As long as a frame at 120 Hz: the page can answer the reader in between. */
export const SLICE_MS = 8;

function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Runs a generator to its end in tasks of at most `budgetMs` (plus one of its own steps), and gives its result; null
 * where the signal ended it.
 */
export async function runInSlices<T>(
  steps: Generator<undefined, T>,
  { budgetMs = SLICE_MS, signal }: SliceOptions = {},
): Promise<T | null> {
  let until = performance.now() + budgetMs;
  for (;;) {
    if (signal?.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await breathe();
    until = performance.now() + budgetMs;
  }
}
