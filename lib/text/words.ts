/** One word of a text, by UTF-16 offsets. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts without spaces between words: each character stands for itself. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const WORDS = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|\\p{Extended_Pictographic}`,
  'gu',
);
/** Where none of these occurs a simpler pattern finds the same words several times faster. */
const MAYBE_UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const SPACED_WORDS = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED}]`, 'u');

/** The words of `text` between two offsets, in order. Numbers break at their points and commas, names at hyphens. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(MAYBE_UNSPACED.test(part) ? WORDS : SPACED_WORDS)) {
    const start = from + match.index;
    words.push({ text: match[0], start, end: start + match[0].length });
  }
  return words;
}

/** Whether `text` can be cut at `offset` without cutting a word. */
export function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = characterBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  if (!WORD_CHARACTER.test(before) || !WORD_CHARACTER.test(after)) return true;
  return UNSPACED_CHARACTER.test(before) || UNSPACED_CHARACTER.test(after);
}

/** The character that ends at `offset`, whole where it is a surrogate pair. */
export function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  if (low >= 0xdc00 && low <= 0xdfff && offset >= 2) {
    const high = text.charCodeAt(offset - 2);
    if (high >= 0xd800 && high <= 0xdbff) return text.slice(offset - 2, offset);
  }
  return text.slice(offset - 1, offset);
}

/** Whether a text is mostly of a script that writes without spaces. */
export function isUnspaced(text: string): boolean {
  const sample = text.length > 2_000 ? text.slice(0, 2_000) : text;
  if (!MAYBE_UNSPACED.test(sample)) return false;
  let unspaced = 0;
  let letters = 0;
  for (const character of sample) {
    if (UNSPACED_CHARACTER.test(character)) unspaced++;
    else if (WORD_CHARACTER.test(character)) letters++;
  }
  return unspaced > letters;
}
