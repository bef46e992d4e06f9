/**
 * A set of UUIDs that takes 16 bytes for each and room to spare: an import must know an id that comes twice among
 * millions without keeping them as texts.
 */
export class IdSet {
  #slots = new Uint32Array(4 * 1024);
  #size = 0;
  #zero = false;

  get size(): number {
    return this.#size + (this.#zero ? 1 : 0);
  }

  /** Adds an id, a UUID in lower case. False where it was there already. */
  add(id: string): boolean {
    const words = wordsOf(id);
    if (words.every((word) => word === 0)) {
      const fresh = !this.#zero;
      this.#zero = true;
      return fresh;
    }
    const at = this.#find(words);
    if (!this.#isEmpty(at)) return false;
    this.#slots.set(words, at);
    this.#size += 1;
    if (this.#size * 8 > this.#slots.length) this.#grow();
    return true;
  }

  has(id: string): boolean {
    const words = wordsOf(id);
    return words.every((word) => word === 0) ? this.#zero : !this.#isEmpty(this.#find(words));
  }

  #isEmpty(at: number): boolean {
    const slots = this.#slots;
    return slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;
  }

  /** The slot of these words, or the empty one where they belong. */
  #find([a, b, c, d]: readonly [number, number, number, number]): number {
    const slots = this.#slots;
    let at = (((Math.imul(a ^ Math.imul(d, 31), 0x9e3779b1) ^ b ^ c) >>> 0) * 4) % slots.length;
    for (;;) {
      if (this.#isEmpty(at)) return at;
      if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d) return at;
      at = (at + 4) % slots.length;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 4) {
      const words = [old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0, old[at + 3] ?? 0] as const;
      if (words.some((word) => word !== 0)) this.#slots.set(words, this.#find(words));
    }
  }
}

function wordsOf(id: string): readonly [number, number, number, number] {
  const hex = id.replaceAll('-', '');
  const word = (i: number): number => Number.parseInt(hex.slice(i, i + 8), 16) >>> 0;
  return [word(0), word(8), word(16), word(24)];
}
