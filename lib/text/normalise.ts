/**
 * One spelling for what readers take for the same text: white space runs, quotation marks, apostrophes, dashes, soft
 * hyphens, zero-width characters, composed and decomposed letters. Page and quote go through the same function, so
 * a rule need not be pretty, only the same on both sides. Nothing of it is ever shown.
 */

const PLAIN = 0;
const SPACE = 1;
const DROP = 2;
const SINGLE = 3;
const DOUBLE = 4;
const DASH = 5;
const ELLIPSIS = 6;
const MARK = 7;
const COMPATIBLE = 8;
const TIGHT = 9;
const CJK = 10;

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (kind: number, ...codes: (number | readonly [number, number])[]): void => {
    for (const code of codes) {
      if (typeof code === 'number') table[code] = kind;
      else table.fill(kind, code[0], code[1] + 1);
    }
  };
  set(CJK, [0x2e80, 0x2fdf], [0x3001, 0x3029], [0x3030, 0x3096], [0x309b, 0x30ff], [0x31f0, 0x31ff]);
  set(CJK, [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xff61, 0xff9f], [0x3105, 0x312f]);
  // Canonical composition changes some of these on their own; the compatible forms are another width or a ligature.
  set(COMPATIBLE, [0xf900, 0xfaff], [0xff01, 0xff5e], [0xfb00, 0xfb06], 0x2126, 0x212a, 0x212b, [0x340, 0x341]);
  set(MARK, [0x300, 0x33f], [0x342, 0x34e], [0x350, 0x36f], [0x483, 0x487], [0x591, 0x5bd], [0x5bf, 0x5bf]);
  set(MARK, [0x5c1, 0x5c2], [0x5c4, 0x5c5], 0x5c7, [0x610, 0x61a], [0x64b, 0x65f], 0x670, [0x6d6, 0x6dc]);
  set(MARK, [0x6df, 0x6e4], [0x6e7, 0x6e8], [0x6ea, 0x6ed], 0x93c, 0x9bc, 0x9be, 0x9d7, 0xa3c, 0xb3c, 0xb3e, 0xb56);
  set(MARK, 0xb57, 0xbbe, 0xbd7, 0xc56, 0xcc2, 0xcd5, 0xcd6, 0xd3e, 0xd57, 0xdca, 0xdcf, 0xddf, 0x102e, 0x1b35);
  set(MARK, [0x1160, 0x11ff], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x20d0, 0x20ff], 0x3099, 0x309a, [0xfe20, 0xfe2f]);
  set(SPACE, [0x09, 0x0d], 0x20, 0x85, 0xa0, 0x1680, [0x2000, 0x200a], 0x2028, 0x2029, 0x202f, 0x205f, 0x3000);
  set(DROP, 0xad, 0x34f, 0x61c, 0x640, 0x180e, [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064]);
  set(DROP, [0x2066, 0x206f], [0xfe00, 0xfe0f], 0xfeff);
  set(SINGLE, 0x60, 0xb4, 0x2b9, 0x2bb, 0x2bc, 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x2039, 0x203a, 0xff07);
  set(DOUBLE, 0x22, 0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0x301d, 0x301e, 0x301f, 0xff02);
  set(DASH, 0x2d, 0x58a, [0x2010, 0x2015], 0x2043, 0x2212, 0xfe58, 0xfe63, 0xff0d);
  set(ELLIPSIS, 0x2026);
  set(TIGHT, 0x21, 0x3a, 0x3b, 0x3f);
  return table;
}

const CLASS = classes();

/** Anything but printable ASCII, or ASCII that a rule below touches. */
const NOT_SIMPLE = /[^ -~]|["`]| [ !:;?-]|- |^ | $/;

/** Characters that white space next to them says nothing about: `« mot »` is `"mot"`, `a – b` is `a-b`. */
function swallows(kind: number): boolean {
  return kind === DOUBLE || kind === DASH;
}

/** Where a node's normalised characters come from: for each, where it starts and ends in the node's own data. */
export interface OffsetMap {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** What the text before a chunk leaves open: the last character written and whether white space came since. */
export interface Carry {
  readonly last: string;
  readonly gap: boolean;
}

/** Nothing before: white space at the start is dropped. */
export const NO_CARRY: Carry = { last: '', gap: false };

export interface Normalised {
  readonly text: string;
  /** White space at the end that is written only if something follows. */
  readonly gap: boolean;
  /** The chunk stands for itself, but for a space that may come first. */
  readonly simple: boolean;
}

function isSimple(raw: string): boolean {
  return !NOT_SIMPLE.test(raw);
}

/** Whether white space that is open before a simple chunk is written. */
function spaceBefore(raw: string, carry: Carry): boolean {
  if (!carry.gap || carry.last === '') return false;
  const next = CLASS[raw.charCodeAt(0)] ?? PLAIN;
  return !swallows(CLASS[carry.last.charCodeAt(0)] ?? PLAIN) && !swallows(next) && next !== TIGHT;
}

class Writer {
  readonly parts: string[] = [];
  private last: number;
  private lastKind: number;
  private any: boolean;
  private gap: boolean;

  constructor(
    carry: Carry,
    private readonly starts: number[] | null,
    private readonly ends: number[] | null,
  ) {
    this.any = carry.last !== '';
    this.last = this.any ? carry.last.charCodeAt(0) : 0;
    this.lastKind = CLASS[this.last] ?? PLAIN;
    this.gap = carry.gap;
  }

  space(): void {
    this.gap = true;
  }

  pending(): boolean {
    return this.gap;
  }

  write(text: string, kind: number, from: number, to: number): void {
    if (this.gap) {
      this.gap = false;
      const joined =
        swallows(kind) || swallows(this.lastKind) || kind === TIGHT || (kind === CJK && this.lastKind === CJK);
      if (this.any && !joined) this.put(' ', from, from);
    }
    this.put(text, from, to);
    this.any = true;
    this.last = text.charCodeAt(text.length - 1);
    this.lastKind = CLASS[this.last] ?? PLAIN;
  }

  private put(text: string, from: number, to: number): void {
    this.parts.push(text);
    if (this.starts === null || this.ends === null) return;
    for (let i = 0; i < text.length; i++) {
      const single = to - from === text.length;
      this.starts.push(single ? from + i : from);
      this.ends.push(single ? from + i + 1 : to);
    }
  }
}

function fold(raw: string, from: number, to: number, kind: number): string {
  if (kind === SINGLE) return "'";
  if (kind === DOUBLE) return '"';
  if (kind === DASH) return '-';
  if (kind === ELLIPSIS) return '...';
  return raw.slice(from, to).normalize(kind === COMPATIBLE ? 'NFKC' : 'NFC');
}

function run(raw: string, writer: Writer): void {
  const length = raw.length;
  let at = 0;
  while (at < length) {
    const kind = CLASS[raw.charCodeAt(at)] ?? PLAIN;
    if (kind === SPACE) {
      writer.space();
      at++;
      continue;
    }
    if (kind === DROP) {
      at++;
      continue;
    }
    let to = at + 1;
    // A run of ordinary characters goes out as one slice.
    if (kind === PLAIN) while (to < length && (CLASS[raw.charCodeAt(to)] ?? PLAIN) === PLAIN) to++;
    const marked = to < length && CLASS[raw.charCodeAt(to)] === MARK;
    if (kind === PLAIN && marked && to - at > 1) to--;
    else if (marked && (kind === PLAIN || kind === CJK)) while (to < length && CLASS[raw.charCodeAt(to)] === MARK) to++;
    const plain = kind === PLAIN || kind === CJK || kind === TIGHT || kind === MARK;
    const text = plain && !(marked && to - at > 1) ? raw.slice(at, to) : fold(raw, at, to, kind);
    const written = kind === COMPATIBLE ? (CLASS[text.charCodeAt(0)] ?? PLAIN) : kind;
    // A full-width mark folds to one that other rules know: `：` is `:`.
    if (text !== '') writer.write(written === DASH ? '-' : text, written, at, to);
    at = to;
  }
}

/** Normalises one chunk of text that follows `carry`. Linear in the chunk; any string is allowed, lone surrogates too. */
export function normaliseChunk(raw: string, carry: Carry): Normalised {
  if (raw === '') return { text: '', gap: carry.gap, simple: false };
  if (isSimple(raw)) return { text: spaceBefore(raw, carry) ? ` ${raw}` : raw, gap: false, simple: true };
  const writer = new Writer(carry, null, null);
  run(raw, writer);
  return { text: writer.parts.join(''), gap: writer.pending(), simple: false };
}

/** The same normalisation with the way back: for each character written, which characters of `raw` it stands for. */
export function mapChunk(raw: string, carry: Carry): OffsetMap {
  const starts: number[] = [];
  const ends: number[] = [];
  run(raw, new Writer(carry, starts, ends));
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** A whole text, as the index of a page would hold it. */
export function normalise(raw: string): string {
  return normaliseChunk(raw, NO_CARRY).text;
}

/** A text as a reader reads it: white space runs to one space, invisible characters gone, everything else kept. */
export function foldSpace(raw: string): string {
  return raw
    .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
