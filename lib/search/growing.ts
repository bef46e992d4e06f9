/** A column of numbers that grows with its table. Reads past its end give its blank. */
export class Growing {
  private held: Float64Array<ArrayBuffer>;

  constructor(private readonly blank: number) {
    this.held = new Float64Array(1024).fill(blank);
  }

  set(slot: number, value: number): void {
    if (slot >= this.held.length) {
      const wider = new Float64Array(Math.max(this.held.length * 2, slot + 1)).fill(this.blank);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[slot] = value;
  }

  get(slot: number): number {
    return this.held[slot] ?? this.blank;
  }
}

/** Which row is in which slot. A slot that was left is used again. */
export class Slots {
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  /** The id in each slot, empty where there is none. */
  readonly ids: string[] = [];

  find(id: string): number | undefined {
    return this.slots.get(id);
  }

  /** The slot of an id, taken for it now if it has none. */
  take(id: string): number {
    const known = this.slots.get(id);
    if (known !== undefined) return known;
    const slot = this.free.pop() ?? this.ids.length;
    this.slots.set(id, slot);
    this.ids[slot] = id;
    return slot;
  }

  leave(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.slots.delete(id);
    this.ids[slot] = '';
    this.free.push(slot);
  }

  /** One more than the highest slot that was ever used. */
  get length(): number {
    return this.ids.length;
  }

  get size(): number {
    return this.slots.size;
  }
}
