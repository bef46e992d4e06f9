/** Slots in one piece of text: small enough to be rewritten when one changes, large enough to be scanned at speed. */
const PIECE = 256;
const SPACE = 32;
const BEYOND_LATIN = /[^\0-\xff]/;

/** With which letters the words of a text begin, one bit for each of a to z; other characters share the rest. */
const initialOf = (code: number): number => 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/** Of a piece in which fewer slots than these can hold a pattern, those alone are looked through. */
const FEW = PIECE / 4;

interface Piece {
  /** The slots' texts one after the other, and where each begins; null while slots are being written. */
  text: string;
  starts: Uint32Array<ArrayBuffer>;
  /** The slots' texts apart, while they are being written. */
  parts: string[] | null;
  /** For each slot, how its words begin; empty while slots are being written. */
  initials: Uint32Array<ArrayBuffer>;
}

/** A piece as it is kept elsewhere: its slots' texts one after the other, and where each begins. */
export interface TextPiece {
  readonly text: string;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly initials: Uint32Array<ArrayBuffer>;
}

/** Texts by slot, in pieces. */
class Texts {
  private readonly pieces: Piece[] = [];

  set(slot: number, folded: string): void {
    const text = folded === ' ' ? '' : folded;
    const at = Math.floor(slot / PIECE);
    if (text === '' && at >= this.pieces.length) return;
    while (this.pieces.length <= at) this.pieces.push(emptyPiece());
    const piece = this.pieces[at];
    if (piece === undefined || (piece.parts === null && this.get(slot) === text)) return;
    piece.parts ??= Array.from({ length: PIECE }, (_, i) => sliceOf(piece, i));
    piece.parts[slot % PIECE] = text;
    // Written from its first slot to its last, as a library is read, a piece is done.
    if (slot % PIECE === PIECE - 1) join(piece);
  }

  private get(slot: number): string {
    const piece = this.pieces[Math.floor(slot / PIECE)];
    if (piece === undefined) return '';
    return piece.parts === null ? sliceOf(piece, slot % PIECE) : (piece.parts[slot % PIECE] ?? '');
  }

  /** The pieces as they are now; later changes leave them alone. */
  save(): TextPiece[] {
    return this.pieces.map((piece) => {
      if (piece.parts !== null) join(piece);
      return { text: piece.text, starts: piece.starts.slice(), initials: piece.initials.slice() };
    });
  }

  /** Takes over pieces that were kept elsewhere, in place of its own. */
  load(pieces: readonly TextPiece[]): void {
    this.pieces.splice(0);
    for (const piece of pieces) this.pieces.push({ ...piece, parts: null });
  }

  /** See `TextColumn`. */
  scan(pattern: string, whole: boolean, within: Uint8Array | null, hit: (slot: number) => void): void {
    const wanted = whole ? `${pattern} ` : pattern;
    const code = pattern.charCodeAt(0);
    const initial = initialOf(code);
    const isOneLetter = wanted.length === 1 && isLatin(code);
    const slots = new Uint8Array(PIECE);
    this.pieces.forEach((piece, number) => {
      const first = number * PIECE;
      if (piece.parts !== null) join(piece);
      let count = 0;
      for (let i = 0; i < PIECE; i++) {
        const beginsSo = ((piece.initials[i] ?? 0) & initial) !== 0;
        if (beginsSo && (within === null || (within[first + i] ?? 0) > 0)) slots[count++] = i;
      }
      if (count === 0) return;
      if (isOneLetter) for (let at = 0; at < count; at++) hit(first + (slots[at] ?? 0));
      else if (count > FEW) scanPiece(piece, wanted, first, hit);
      else
        for (let at = 0; at < count; at++) {
          const slot = slots[at] ?? 0;
          if (hasWord(sliceOf(piece, slot), wanted)) hit(first + slot);
        }
    });
  }
}

/**
 * One folded text per slot, held in long strings: searching is a walk of `indexOf` over a few hundred of them, which
 * browsers do at about a gigabyte a second. Texts of Latin letters alone lie apart from others: a string in which nothing
 * is beyond them takes one byte a character, and one quote in Chinese would double all of its piece.
 */
export class TextColumn {
  readonly latin = new Texts();
  readonly other = new Texts();

  /** Sets the folded text of a slot; an empty text is never found. */
  set(slot: number, folded: string): void {
    const isLatin = !BEYOND_LATIN.test(folded);
    this.latin.set(slot, isLatin ? folded : '');
    this.other.set(slot, isLatin ? '' : folded);
  }

  /**
   * Calls `hit` once for each slot in which `pattern` stands at the beginning of a word; with `whole`, only where a word
   * ends with it too. Slots that are 0 in `within` may be left out: those that a shorter pattern was not found in.
   */
  scan(pattern: string, whole: boolean, within: Uint8Array | null, hit: (slot: number) => void): void {
    if (!BEYOND_LATIN.test(pattern)) this.latin.scan(pattern, whole, within, hit);
    this.other.scan(pattern, whole, within, hit);
  }
}

function emptyPiece(): Piece {
  return { text: '', starts: new Uint32Array(PIECE + 1), parts: [], initials: new Uint32Array(PIECE) };
}

function hasWord(text: string, wanted: string): boolean {
  let at = text.indexOf(wanted);
  while (at >= 0 && text.charCodeAt(at - 1) !== SPACE) at = text.indexOf(wanted, at + 1);
  return at >= 0;
}

function initialsOf(text: string): number {
  let initials = 0;
  for (let at = text.indexOf(' '); at >= 0 && at + 1 < text.length; at = text.indexOf(' ', at + 1)) {
    initials |= initialOf(text.charCodeAt(at + 1));
  }
  return initials;
}

function sliceOf({ text, starts }: Piece, i: number): string {
  return text.slice(starts[i] ?? 0, starts[i + 1] ?? 0);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The same text in one byte a character: what came out of a text of two keeps them, however few it needs. */
const narrow = (text: string): string => decoder.decode(encoder.encode(text));

function join(piece: Piece): void {
  const parts = piece.parts ?? [];
  const texts = Array.from({ length: PIECE }, (_, i) => parts[i] ?? '');
  let at = 0;
  texts.forEach((text, i) => {
    piece.starts[i] = at;
    piece.initials[i] = initialsOf(text);
    at += text.length;
  });
  piece.starts[PIECE] = at;
  const text = texts.join('');
  piece.text = BEYOND_LATIN.test(text) ? text : narrow(text);
  piece.parts = null;
}

function scanPiece({ text, starts }: Piece, wanted: string, first: number, hit: (slot: number) => void): void {
  let slot = 0;
  let at = text.indexOf(wanted);
  while (at >= 0) {
    if (text.charCodeAt(at - 1) === SPACE) {
      // A text ends with a space and the next begins with one: a match never reaches over the seam.
      while ((starts[slot + 1] ?? text.length) <= at) slot++;
      hit(first + slot);
      at = text.indexOf(wanted, starts[slot + 1] ?? text.length);
    } else at = text.indexOf(wanted, at + 1);
  }
}
