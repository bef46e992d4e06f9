import { newId } from '../model/new-id';

/** Where times and ids come from; tests give their own. */
export interface Clock {
  /** Now, as the store writes it: ISO 8601 in UTC. */
  now(): string;
  /** A new row's id, for rows that are not saved by a person's own press: those bring theirs. */
  newId(): string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  newId,
};

/** Deletions can be undone for an hour; then nothing but the tombstone stays. */
export const UNDO_WINDOW_MS = 60 * 60 * 1000;
