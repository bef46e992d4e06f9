import { isTableName, type TableName } from './native-format';

/** A piece of a file: a field of the top level, or one row of one of its lists, as JSON text. */
export type Piece =
  | { readonly kind: 'field'; readonly key: string; readonly json: string }
  | { readonly kind: 'row'; readonly table: TableName; readonly index: number; readonly json: string };

/** The file is not JSON of the expected shape; `at` is a character position. */
export class MalformedFile extends Error {
  constructor(readonly at: number) {
    super(`malformed at ${at}`);
  }
}

/** No row is larger; what is, is not a file of ours. Bounds memory. */
const MAX_PIECE = 32_000_000;

const QUOTE = 34;
const BACKSLASH = 92;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;

/**
 * Cuts the text of a file into its rows without ever holding the whole. It finds where values begin and end; whether
 * each is JSON is for `JSON.parse` to say. Throws `MalformedFile` where the outer shape is not that of an object with
 * lists.
 */
export class RowCutter {
  #state: 'start' | 'key' | 'colon' | 'value' | 'row' | 'after-row' | 'after-value' | 'end' = 'start';
  #buffer = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #position = 0;
  #key = '';
  #index = 0;

  /** Takes the next stretch of text and gives the pieces that are complete with it. */
  *feed(chunk: string): Generator<Piece> {
    for (let i = 0; i < chunk.length; i += 1, this.#position += 1) {
      const piece = this.#step(chunk, chunk.charCodeAt(i), i);
      if (piece) yield piece;
    }
  }

  /** Says that the text is over. Throws `MalformedFile` where it broke off. */
  finish(): void {
    if (this.#state !== 'end') throw new MalformedFile(this.#position);
  }

  #step(chunk: string, code: number, i: number): Piece | null {
    const char = chunk.charAt(i);
    if (this.#inString || this.#depth > 0 || this.#buffer !== '') return this.#inValue(char, code);
    if (isSpace(code)) return null;
    switch (this.#state) {
      case 'start':
        return this.#expect(char, '{', 'key');
      case 'key':
        if (char === '}') this.#state = 'end';
        else if (char === '"') this.#open(char, code);
        else if (char !== ',') throw new MalformedFile(this.#position);
        return null;
      case 'colon':
        return this.#expect(char, ':', 'value');
      case 'value':
        if (char === '[' && isTableName(this.#key)) {
          this.#state = 'row';
          this.#index = 0;
        } else this.#open(char, code);
        return null;
      case 'row':
        if (char === ']') this.#state = 'after-value';
        else this.#open(char, code);
        return null;
      case 'after-row':
        return this.#separator(char, ']', 'row');
      case 'after-value':
        return this.#separator(char, '}', 'key');
      default:
        throw new MalformedFile(this.#position);
    }
  }

  #separator(char: string, close: ']' | '}', next: 'row' | 'key'): null {
    if (char === ',') this.#state = next;
    else if (char === close) this.#state = close === ']' ? 'after-value' : 'end';
    else throw new MalformedFile(this.#position);
    return null;
  }

  #expect(char: string, wanted: string, next: 'key' | 'value'): null {
    if (char !== wanted) throw new MalformedFile(this.#position);
    this.#state = next;
    return null;
  }

  #open(char: string, code: number): void {
    if (char === ',' || char === ':' || char === ']' || char === '}') throw new MalformedFile(this.#position);
    this.#buffer = char;
    this.#inString = code === QUOTE;
    this.#depth = char === '{' || char === '[' ? 1 : 0;
  }

  #inValue(char: string, code: number): Piece | null {
    if (this.#inString) {
      this.#buffer += char;
      if (this.#escaped) this.#escaped = false;
      else if (code === BACKSLASH) this.#escaped = true;
      else if (code === QUOTE) {
        this.#inString = false;
        if (this.#depth === 0) return this.#close();
      }
      return this.#bounded();
    }
    if (this.#depth === 0 && (isSpace(code) || char === ',' || char === ']' || char === '}')) {
      const piece = this.#close();
      if (!isSpace(code)) this.#step(char, code, 0);
      return piece;
    }
    this.#buffer += char;
    if (code === QUOTE) this.#inString = true;
    else if (char === '{' || char === '[') this.#depth += 1;
    else if (char === '}' || char === ']') {
      this.#depth -= 1;
      if (this.#depth === 0) return this.#close();
    }
    return this.#bounded();
  }

  #bounded(): null {
    if (this.#buffer.length > MAX_PIECE) throw new MalformedFile(this.#position);
    return null;
  }

  #close(): Piece | null {
    const json = this.#buffer;
    this.#buffer = '';
    if (this.#state === 'key') {
      const key: unknown = parseOrNull(json);
      if (typeof key !== 'string') throw new MalformedFile(this.#position);
      this.#key = key;
      this.#state = 'colon';
      return null;
    }
    if (this.#state === 'row' && isTableName(this.#key)) {
      this.#state = 'after-row';
      this.#index += 1;
      return { kind: 'row', table: this.#key, index: this.#index, json };
    }
    this.#state = 'after-value';
    return { kind: 'field', key: this.#key, json };
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
