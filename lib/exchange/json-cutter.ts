/** A piece of a file: a field, one row of a list, or the beginning of a list; `path` and `list` are like `/first/items`. */
export type Piece =
  | { readonly kind: 'field'; readonly path: string; readonly json: string }
  | { readonly kind: 'list'; readonly list: string }
  | { readonly kind: 'row'; readonly list: string; readonly number: number; readonly json: string };

/** The last row that was begun, counted from 1. */
export interface Place {
  readonly list: string;
  readonly number: number;
}

/** The file is not JSON, breaks off, or holds a row that is too large; `at` is a character position. */
export class MalformedFile extends Error {
  constructor(
    readonly kind: 'not-json' | 'broken-off' | 'too-large',
    readonly at: number,
    readonly place: Place | null,
  ) {
    super(`${kind} at ${at}`);
  }
}

/** Which parts of a file are gone into; everything else is one value. */
export interface Shape {
  /** Objects whose fields are given one by one. */
  readonly objects: ReadonlySet<string>;
  /** Lists whose elements are gone into; they lie at `path/*`. */
  readonly arrays: ReadonlySet<string>;
  /** Lists whose elements are rows. */
  readonly lists: ReadonlySet<string>;
}

/** No row is larger; what is, is not a file of ours. Bounds memory. */
export const LARGEST_ROW = 32_000_000;
/** Larger fields are passed over: none that matters is so large. */
const LARGEST_FIELD = 1_000_000;

interface Frame {
  readonly kind: 'object' | 'array' | 'list';
  readonly path: string;
  expects: 'first' | 'next' | 'colon' | 'value' | 'separator';
  key: string;
  count: number;
}

const [TAB, LF, CR, SPACE, QUOTE, COMMA, COLON] = [9, 10, 13, 32, 34, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const isSpace = (code: number): boolean => code === SPACE || code === LF || code === CR || code === TAB;

/**
 * Cuts the text of a JSON file into fields and rows without ever holding the whole. It finds where values begin and
 * end; whether each is JSON is for `JSON.parse` to say. Throws `MalformedFile` where the outer shape breaks.
 */
export class JsonCutter {
  readonly #shape: Shape;
  readonly #frames: Frame[] = [];
  #ended = false;
  #base = 0;
  #place: Place | null = null;
  /** The value that is being read: its parts so far, and what it is. */
  #value: { kind: 'key' | 'field' | 'row'; path: string; number: number; length: number; parts: string[] } | null =
    null;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  /** Takes the next stretch of text and gives the pieces that are complete with it. */
  feed(chunk: string): Piece[] {
    const pieces: Piece[] = [];
    let i = 0;
    while (i < chunk.length) {
      if (this.#value) i = this.#read(chunk, i, pieces);
      else if (isSpace(chunk.charCodeAt(i))) i += 1;
      else i = this.#mark(chunk.charCodeAt(i), i, pieces);
    }
    this.#base += chunk.length;
    return pieces;
  }

  /** Says that the text is over. Throws `MalformedFile` where it broke off. */
  finish(): void {
    if (!this.#ended) throw new MalformedFile(this.#base === 0 ? 'not-json' : 'broken-off', this.#base, this.#place);
  }

  #bad(i: number): never {
    throw new MalformedFile('not-json', this.#base + i, this.#place);
  }

  /** A character between values. Gives the index to go on from: values are read from their first character. */
  #mark(code: number, i: number, pieces: Piece[]): number {
    const frame = this.#frames.at(-1);
    if (!frame) {
      if (this.#ended || (code !== OPEN_OBJECT && code !== OPEN_LIST)) this.#bad(i);
      return this.#begin('', code, i, pieces);
    }
    if (frame.expects === 'colon') {
      if (code !== COLON) this.#bad(i);
      frame.expects = 'value';
      return i + 1;
    }
    const close = frame.kind === 'object' ? CLOSE_OBJECT : CLOSE_LIST;
    if (code === close && (frame.expects === 'first' || frame.expects === 'separator')) return this.#leave(i);
    if (frame.expects === 'separator') {
      if (code !== COMMA) this.#bad(i);
      frame.expects = 'next';
      return i + 1;
    }
    if (frame.kind === 'object' && frame.expects !== 'value') {
      if (code !== QUOTE) this.#bad(i);
      return this.#open('key', frame.path, 0, i);
    }
    if (frame.kind === 'list') {
      frame.count += 1;
      this.#place = { list: frame.path, number: frame.count };
      return this.#open('row', frame.path, frame.count, i, code);
    }
    return this.#begin(frame.kind === 'object' ? `${frame.path}/${frame.key}` : `${frame.path}/*`, code, i, pieces);
  }

  /** A value begins: it is gone into, or read as a field. */
  #begin(path: string, code: number, i: number, pieces: Piece[]): number {
    const { objects, arrays, lists } = this.#shape;
    const kind =
      code === OPEN_OBJECT && objects.has(path)
        ? 'object'
        : code === OPEN_LIST && lists.has(path)
          ? 'list'
          : code === OPEN_LIST && arrays.has(path)
            ? 'array'
            : null;
    if (kind === null) return this.#open('field', path, 0, i, code);
    this.#frames.push({ kind, path, expects: 'first', key: '', count: 0 });
    if (kind === 'list') pieces.push({ kind, list: path });
    return i + 1;
  }

  #leave(i: number): number {
    this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (parent) parent.expects = 'separator';
    else this.#ended = true;
    return i + 1;
  }

  #open(kind: 'key' | 'field' | 'row', path: string, number: number, i: number, code = QUOTE): number {
    if (code === COMMA || code === COLON || code === CLOSE_LIST || code === CLOSE_OBJECT) this.#bad(i);
    this.#value = { kind, path, number, length: 0, parts: [] };
    this.#depth = 0;
    this.#inString = false;
    return i;
  }

  /** Reads on in a value, to its end or the chunk's. */
  #read(chunk: string, from: number, pieces: Piece[]): number {
    // Most of a file is within strings: they are passed by looking for their end, not letter by letter.
    let depth = this.#depth;
    let inString = this.#inString;
    let i = from;
    let over = false;
    while (i < chunk.length && !over) {
      if (inString) {
        i = this.#endOfString(chunk, i);
        if (i >= chunk.length && this.#inString) break;
        inString = false;
        over = depth === 0;
        continue;
      }
      const code = chunk.charCodeAt(i);
      if (code === QUOTE) {
        inString = true;
        this.#inString = true;
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
      else if (depth > 0) {
        if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
          depth -= 1;
          over = depth === 0;
        }
      } else if (code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST || code === COLON || isSpace(code)) {
        // A number or a word ends before what follows it.
        over = true;
        break;
      }
      i += 1;
    }
    this.#depth = depth;
    this.#keep(chunk, from, i);
    if (over) this.#close(i, pieces);
    return i;
  }

  /** Where the string ends that is being read: behind its quote, or at the chunk's end where it goes on. */
  #endOfString(chunk: string, from: number): number {
    let i = from;
    if (this.#escaped) {
      this.#escaped = false;
      i += 1;
    }
    for (;;) {
      const quote = chunk.indexOf('"', i);
      const end = quote < 0 ? chunk.length : quote;
      let slash = chunk.slice(i, end).indexOf('\\');
      while (slash >= 0) {
        i += slash + 2;
        if (i > end) break;
        slash = chunk.slice(i, end).indexOf('\\');
      }
      if (i > end) {
        // What a backslash stands before is a letter like any other, be it a quote or beyond the chunk.
        if (i > chunk.length) {
          this.#escaped = true;
          return chunk.length;
        }
        continue;
      }
      if (quote < 0) return chunk.length;
      this.#inString = false;
      return quote + 1;
    }
  }

  #keep(chunk: string, from: number, to: number): void {
    const value = this.#value;
    if (!value) return;
    value.length += to - from;
    if (value.kind === 'row' && value.length > LARGEST_ROW)
      throw new MalformedFile('too-large', this.#base + to, this.#place);
    if (value.kind !== 'row' && value.length > LARGEST_FIELD) value.parts = [];
    else value.parts.push(chunk.slice(from, to));
  }

  #close(i: number, pieces: Piece[]): void {
    const value = this.#value;
    const frame = this.#frames.at(-1);
    this.#value = null;
    if (!value || !frame) return;
    const json = value.parts.join('');
    if (value.kind === 'key') {
      const key = parseOrNull(json);
      if (typeof key !== 'string') this.#bad(i);
      frame.key = key;
      frame.expects = 'colon';
      return;
    }
    frame.expects = 'separator';
    if (value.kind === 'row') pieces.push({ kind: 'row', list: value.path, number: value.number, json });
    else if (value.length <= LARGEST_FIELD) pieces.push({ kind: 'field', path: value.path, json });
  }
}

/** The value, or null where the text is not JSON. */
export function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
