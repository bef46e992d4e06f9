/**
 * One spelling for searching: case, accents, width, punctuation and white space put aside. What is left are words, one
 * space between them and one around: ` the dredging will cost 4 2 million `. A character of a script that writes
 * without spaces is a word of its own, and so is a symbol (%, €, an emoji): found wherever it stands. Both the rows and
 * the query go through it, so a rule need not be pretty, only the same on both sides.
 */

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const SYMBOL = /[\p{S}%#@&§]/u;
/** Written above or below a letter and left out by hurried writers; vowel signs of Indic scripts and kana marks stay. */
const ACCENT_RANGES: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c1],
  [0x05c2, 0x05c2],
  [0x05c4, 0x05c4],
  [0x05c5, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e7],
  [0x06e8, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];
const escaped = (code: number): string => `\\u{${code.toString(16)}}`;
const ACCENTS = new RegExp(`[${ACCENT_RANGES.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`, 'gu');
/** Soft hyphens, joiners, marks of direction: nobody sees them, so they part no word. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u0640/u;
/** Letters that are not an accented letter to Unicode, but are to people who lack the key. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};

const LETTER = 0;
const GAP = 1;
const ALONE = 2;
const NOTHING = 3;

interface Folded {
  readonly kind: number;
  readonly text: string;
}

/** Some characters stand for several (㋿ for 令和, ℃ for °C), which are words of their own when they are written out. */
const apart = (text: string): string => [...text].filter((one) => WORD.test(one) || SYMBOL.test(one)).join(' ');

function foldPoint(point: string): Folded {
  if (INVISIBLE.test(point)) return { kind: NOTHING, text: '' };
  const bare = point.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  if (bare === '') return { kind: NOTHING, text: '' };
  const first = String.fromCodePoint(bare.codePointAt(0) ?? 32);
  if (SYMBOL.test(first)) return { kind: ALONE, text: apart(bare) };
  if (!WORD.test(first)) return { kind: GAP, text: '' };
  if (UNSPACED.test(first)) return { kind: ALONE, text: apart(bare) };
  const letters = LETTERS[bare] ?? bare.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  return { kind: LETTER, text: letters };
}

const known: (Folded | undefined)[] = [];

function fold1(code: number): Folded {
  let folded = known[code];
  if (folded === undefined) {
    folded = foldPoint(String.fromCodePoint(code));
    known[code] = folded;
  }
  return folded;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const NO_WORD = /[^a-z0-9]+/g;
const NO_WORD_OR_SYMBOL = /[^a-z0-9$+<=>^`|~%#@&]+/g;
const HAS_SYMBOL = /[$+<=>^`|~%#@&]/;
const EACH_SYMBOL = /[$+<=>^`|~%#@&]/g;

function foldAscii(text: string): string {
  const lower = text.toLowerCase();
  const words = HAS_SYMBOL.test(lower)
    ? ` ${lower.replace(EACH_SYMBOL, ' $& ').replace(NO_WORD_OR_SYMBOL, ' ')} `
    : ` ${lower.replace(NO_WORD, ' ')} `;
  return words.replace(/ {2,}/g, ' ');
}

const QUOTES_AND_DASHES = /[\u2010-\u2015\u2018-\u201f\u2022\u2026\u00ab\u00bb\u2039\u203a]/g;
const MARKS_OF_LATIN = /[\u0300-\u036f]/g;
const LATIN_LETTERS = /[ßæœøđðþłħıŋ]/g;

/** The text in plain ASCII as most European texts can be had; null where there is more to it. */
function plainLatin(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(MARKS_OF_LATIN, '')
    .toLowerCase()
    .replace(QUOTES_AND_DASHES, ' ')
    .replace(LATIN_LETTERS, (letter) => LETTERS[letter] ?? letter);
  return BEYOND_ASCII.test(plain) ? null : plain;
}

/** A text as it is searched: its words with one space between and around them. Of a text without words, one space. */
export function fold(text: string): string {
  const ascii = BEYOND_ASCII.test(text) ? plainLatin(text) : text;
  return ascii === null ? foldPoints(text.normalize('NFC'), null, null) : foldAscii(ascii);
}

/** Where a folded text comes from: the text that was folded, and for each folded character its place there. */
export interface FoldMap {
  /** The text given, composed (NFC): the same to every reader. Offsets point into it. */
  readonly source: string;
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The same folding with the way back. */
export function foldMap(text: string): FoldMap {
  const source = text.normalize('NFC');
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = foldPoints(source, starts, ends);
  return { source, folded, starts, ends };
}

function foldPoints(text: string, starts: number[] | null, ends: number[] | null): string {
  let out = '';
  let gap = true;
  const put = (piece: string, from: number, to: number): void => {
    out += piece;
    if (starts === null || ends === null) return;
    for (let i = 0; i < piece.length; i++) {
      starts.push(from);
      ends.push(to);
    }
  };
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 32;
    const to = at + (code > 0xffff ? 2 : 1);
    const { kind, text: piece } = fold1(code);
    if (kind === GAP) gap = true;
    else if (kind !== NOTHING && piece !== '') {
      if (gap || kind === ALONE) put(' ', at, at);
      put(piece, at, to);
      gap = kind === ALONE;
    }
    at = to;
  }
  put(' ', text.length, text.length);
  return out;
}
