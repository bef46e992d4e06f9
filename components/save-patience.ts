/** A save takes milliseconds; one that takes so long (milliseconds) waits for something else that is written. */
export const WAITS_AFTER_MS = 2_000;
