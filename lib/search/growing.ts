/** A column of numbers that grows with its table. Reads past its end give its blank. */
class Growing<Numbers extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>> {
  constructor(
    /** The numbers by slot, for loops over all of them; it may be longer than the table. Replaced when it grows. */
    public values: Numbers,
    private readonly blank: number,
    private readonly make: (length: number) => Numbers,
  ) {
    values.fill(blank);
  }

  set(slot: number, value: number): void {
    if (slot >= this.values.length) {
      const wider = this.make(Math.max(this.values.length * 2, slot + 1));
      wider.fill(this.blank);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[slot] = value;
  }

  get(slot: number): number {
    return this.values[slot] ?? this.blank;
  }

  /** Takes over numbers that were kept elsewhere, in place of its own. */
  load(values: Numbers): void {
    this.values = values;
  }
}

/** Whole numbers. */
export class Codes extends Growing<Int32Array<ArrayBuffer>> {
  constructor(blank = -1) {
    super(new Int32Array(1024), blank, (length) => new Int32Array(length));
  }
}

/** Moments, in milliseconds. */
export class Times extends Growing<Float64Array<ArrayBuffer>> {
  constructor() {
    super(new Float64Array(1024), 0, (length) => new Float64Array(length));
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

  /** The slots that were left, in the order in which they are used again backwards. */
  get left(): readonly number[] {
    return this.free;
  }

  /** Takes over ids by slot that were kept elsewhere, in place of its own. */
  load(ids: readonly string[], left: readonly number[]): void {
    this.slots.clear();
    this.ids.length = 0;
    for (const id of ids) {
      if (id !== '') this.slots.set(id, this.ids.length);
      this.ids.push(id);
    }
    this.free.splice(0, this.free.length, ...left);
  }

  /** One more than the highest slot that was ever used. */
  get length(): number {
    return this.ids.length;
  }

  get size(): number {
    return this.slots.size;
  }
}
