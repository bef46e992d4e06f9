/** Where times and ids come from; tests give their own. */
export interface Clock {
  /** Now, as the store writes it: ISO 8601 in UTC. */
  now(): string;
  /** A new row's id. Only secure contexts have `randomUUID`, so rows are born in the extension, never in a page. */
  newId(): string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
};

/** Deletions can be undone for an hour; then nothing but the tombstone stays. */
export const UNDO_WINDOW_MS = 60 * 60 * 1000;
