/** Slots in one piece of text: small enough to be rewritten when one changes, large enough to be scanned at speed. */
const PIECE = 256;
const SPACE = 32;

interface Piece {
  /** The slots' texts one after the other, and where each begins; null while slots are being written. */
  text: string;
  starts: Uint32Array<ArrayBuffer>;
  /** The slots' texts apart, while they are being written. */
  parts: string[] | null;
}

/** A piece as it is kept elsewhere: its slots' texts one after the other, and where each begins. */
export interface TextPiece {
  readonly text: string;
  readonly starts: Uint32Array<ArrayBuffer>;
}

/**
 * One folded text per slot, held in long strings: searching is a walk of `indexOf` over a few hundred of them, which
 * browsers do at about a gigabyte a second. A piece in which nothing is beyond Latin-1 takes one byte a character.
 */
export class TextColumn {
  private readonly pieces: Piece[] = [];

  /** Sets the folded text of a slot; an empty text is never found. */
  set(slot: number, folded: string): void {
    const text = folded === ' ' ? '' : folded;
    const at = Math.floor(slot / PIECE);
    while (this.pieces.length <= at) this.pieces.push({ text: '', starts: new Uint32Array(PIECE + 1), parts: [] });
    const piece = this.pieces[at];
    if (piece === undefined || (piece.parts === null && this.get(slot) === text)) return;
    piece.parts ??= Array.from({ length: PIECE }, (_, i) => sliceOf(piece, i));
    piece.parts[slot % PIECE] = text;
    // Written from its first slot to its last, as a library is read, a piece is done.
    if (slot % PIECE === PIECE - 1) join(piece);
  }

  /** The folded text of a slot; empty where none was set. */
  get(slot: number): string {
    const piece = this.pieces[Math.floor(slot / PIECE)];
    if (piece === undefined) return '';
    return piece.parts === null ? sliceOf(piece, slot % PIECE) : (piece.parts[slot % PIECE] ?? '');
  }

  /** The pieces as they are now; later changes leave them alone. */
  save(): TextPiece[] {
    return this.pieces.map((piece) => {
      if (piece.parts !== null) join(piece);
      return { text: piece.text, starts: piece.starts.slice() };
    });
  }

  /** Takes over pieces that were kept elsewhere, in place of its own. */
  load(pieces: readonly TextPiece[]): void {
    this.pieces.splice(0);
    for (const { text, starts } of pieces) this.pieces.push({ text, starts, parts: null });
  }

  /**
   * Calls `hit` once for each slot in which `pattern` stands at the beginning of a word; with `whole`, only where a word
   * ends with it too. Slots that are 0 in `within` may be left out: those that a shorter pattern was not found in.
   */
  scan(pattern: string, whole: boolean, within: Uint8Array | null, hit: (slot: number) => void): void {
    const wanted = whole ? `${pattern} ` : pattern;
    this.pieces.forEach((piece, number) => {
      const first = number * PIECE;
      if (within !== null && !anyOf(within, first, first + PIECE)) return;
      if (piece.parts !== null) join(piece);
      scanPiece(piece, wanted, first, hit);
    });
  }
}

function anyOf(flags: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((flags[at] ?? 0) > 0) return true;
  return false;
}

function sliceOf({ text, starts }: Piece, i: number): string {
  return text.slice(starts[i] ?? 0, starts[i + 1] ?? 0);
}

function join(piece: Piece): void {
  const parts = piece.parts ?? [];
  const texts = Array.from({ length: PIECE }, (_, i) => parts[i] ?? '');
  let at = 0;
  texts.forEach((text, i) => {
    piece.starts[i] = at;
    at += text.length;
  });
  piece.starts[PIECE] = at;
  piece.text = texts.join('');
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
