/** A new row's id: a UUID (version 4). Made of random bytes, since pages over http have no `randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The ids of saves that were tried and are not known to be done. The same save pressed again has the id that it had, so
 * that it is made once; a form that was changed meanwhile is another save. Held by whoever shows the form.
 */
export class Attempts {
  readonly #ids = new Map<string, string>();

  /** The id of a save of these values, the same until it is `done`. */
  idOf(what: unknown): string {
    const key = JSON.stringify(what);
    const id = this.#ids.get(key) ?? newId();
    this.#ids.set(key, id);
    return id;
  }

  /** It was saved: the same values saved once more are another save. */
  done(what: unknown): void {
    this.#ids.delete(JSON.stringify(what));
  }
}
