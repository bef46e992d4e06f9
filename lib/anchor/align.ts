import type { Word } from '../text/words';

/** Words by their lower-case form; accents stay, they tell words apart. */
export interface Token {
  readonly key: string;
  readonly weight: number;
  readonly numeric: boolean;
  /** Its first two and last two UTF-16 units, mixed into one number: two words that share neither are not alike. */
  readonly ends: number;
}

/** What each pattern word became: `at` is the page word, -1 if it is gone; `same` is false for a typo or a new ending. */
export interface Pairing {
  readonly at: Int32Array;
  readonly same: Uint8Array;
}

const NUMERIC = /\p{N}/u;
const NOT_PLAIN = /[^a-z]/;

const INSERT_OPEN = 0.8;
const INSERT = 0.06;
const DROP_OPEN = 0.8;
const DROP = 0.2;
const REPLACE = 0.5;

/**
 * How much a word says about a passage: people know one again by its long words and numbers, not by its articles
 * (Brush, Bargeron, Gupta and Cadiz 2001).
 */
function weightOf(key: string): number {
  if (key.length <= 3) return 0.5;
  return 1 + Math.min(key.length - 4, 6) / 6;
}

function tokenOf(key: string): Token {
  const numeric = NOT_PLAIN.test(key) && NUMERIC.test(key);
  const last = key.length - 1;
  const ends =
    ((key.charCodeAt(0) * 251 + key.charCodeAt(1)) << 16) |
    ((key.charCodeAt(last) * 251 + key.charCodeAt(last - 1)) & 0xffff);
  return { key, weight: numeric ? 1.5 : weightOf(key), numeric, ends };
}

/** Tokens by word: a page says most of its words many times, and windows on it overlap. */
const known = new Map<string, Token>();
const MOST_KNOWN = 8_192;

/** Words made ready to be compared. */
export function tokensOf(words: readonly Word[]): Token[] {
  if (known.size > MOST_KNOWN) known.clear();
  return words.map(({ text }) => {
    let token = known.get(text);
    if (token === undefined) {
      const key = text.toLowerCase();
      token = known.get(key) ?? tokenOf(key);
      known.set(key, token).set(text, token);
    }
    return token;
  });
}

/**
 * How alike two words are: 1 for the same, 0.6 where they differ in one place by a letter or two (a typo, an ending), 0
 * otherwise. Numbers are never alike.
 */
function likeness(a: Token, b: Token): number {
  if (a === b) return 1;
  const longer = Math.max(a.key.length, b.key.length);
  const shorter = Math.min(a.key.length, b.key.length);
  if (longer < 4 || longer - shorter > 2 || a.numeric || b.numeric) return a.key === b.key ? 1 : 0;
  let head = 0;
  while (head < shorter && a.key.charCodeAt(head) === b.key.charCodeAt(head)) head++;
  if (head === longer) return 1;
  let tail = 0;
  const [lastA, lastB] = [a.key.length - 1, b.key.length - 1];
  while (tail < shorter - head && a.key.charCodeAt(lastA - tail) === b.key.charCodeAt(lastB - tail)) tail++;
  return longer - head - tail <= (longer < 8 ? 1 : 2) ? 0.6 : 0;
}

const DIAGONAL = 1;
const INSERTED = 2;
const DROPPED = 3;
const INSERT_MORE = 4;
const DROP_MORE = 8;

/** The columns, from 1, in which a word of the pattern is looked for, asked row by row; neither bound goes back. */
export type Columns = (row: number) => readonly [first: number, last: number];

/** Room for one alignment, kept from call to call. */
let trace = new Uint8Array(0);
let scores = new Float64Array(0);
let dropped = new Float64Array(0);
let ends = new Int32Array(0);
let gains = new Float64Array(0);

function makeRoom(cells: number, width: number): void {
  if (trace.length < cells) trace = new Uint8Array(cells);
  if (scores.length < width) {
    scores = new Float64Array(width);
    dropped = new Float64Array(width);
    ends = new Int32Array(width);
    gains = new Float64Array(width);
  }
  // A way that begins at the first column looked into leads to a cell that nobody wrote.
  trace.fill(0, 0, cells);
  scores.fill(0, 0, width);
  dropped.fill(-1e9, 0, width);
}

/**
 * The best local alignment of a pattern's words with a page's words (Smith and Waterman 1981, gaps after Gotoh 1982).
 * Inserted words cost little once there is a gap, so that a paragraph or an advertisement put in between doesn't break
 * a passage in two. Time and memory follow pattern × page: the caller bounds both. Fewer columns bound the time further.
 */
export function alignWords(
  pattern: readonly Token[],
  page: readonly Token[],
  columns: Columns = () => [1, page.length],
): Pairing {
  const width = page.length + 1;
  makeRoom((pattern.length + 1) * width, width);
  for (let j = 1; j < width; j++) ends[j] = page[j - 1]?.ends ?? 0;
  let best = 0;
  let place = 0;
  let before = 0;
  for (const [i, token] of pattern.entries()) {
    const row = (i + 1) * width;
    const [first, last] = columns(i);
    weigh(token, page, first, last);
    const at = alignRow(first, last, row, best, first > before);
    before = first;
    if (at === 0) continue;
    best = scores[at] ?? 0;
    place = row + at;
  }
  return follow(pattern, page, width, Math.floor(place / width), place % width);
}

/** What pairing a word of the pattern with each word of the page gains: nothing is called where the score is reckoned. */
function weigh(token: Token, page: readonly Token[], first: number, last: number): void {
  const [others, gained] = [ends, gains];
  for (let j = first; j <= last; j++) {
    const differing = token.ends ^ (others[j] ?? 0);
    const other = page[j - 1];
    const alike = other && ((differing & 0xffff) === 0 || differing >>> 16 === 0) ? likeness(token, other) : 0;
    gained[j] = alike > 0 ? alike * token.weight : -REPLACE;
  }
}

/**
 * One word of the pattern, weighed, against the page's from column `first` to `last`; gives the column of a better score
 * than `best`, 0 if there is none. `moved` says that the row above began further left.
 */
function alignRow(first: number, last: number, row: number, best: number, moved: boolean): number {
  const [line, drops, gained, cells] = [scores, dropped, gains, trace];
  let inserted = -1e9;
  let left = 0;
  let diagonal = moved ? (line[first - 1] ?? 0) : 0;
  let better = 0;
  for (let j = first; j <= last; j++) {
    const above = line[j] ?? 0;
    let flags = 0;
    const openInsert = left - INSERT_OPEN;
    if (inserted - INSERT > openInsert) {
      inserted -= INSERT;
      flags |= INSERT_MORE;
    } else inserted = openInsert;
    const openDrop = above - DROP_OPEN;
    let drop = (drops[j] ?? 0) - DROP;
    if (drop > openDrop) flags |= DROP_MORE;
    else drop = openDrop;
    drops[j] = drop;
    let score = diagonal + (gained[j] ?? 0);
    let from = DIAGONAL;
    if (inserted > score) {
      score = inserted;
      from = INSERTED;
    }
    if (drop > score) {
      score = drop;
      from = DROPPED;
    }
    if (score <= 0) {
      score = 0;
      from = 0;
    }
    diagonal = above;
    left = score;
    line[j] = score;
    cells[row + j] = flags | (from << 4);
    if (score > best) {
      best = score;
      better = j;
    }
  }
  return better;
}

function follow(
  pattern: readonly Token[],
  page: readonly Token[],
  width: number,
  row: number,
  column: number,
): Pairing {
  const at = new Int32Array(pattern.length).fill(-1);
  const same = new Uint8Array(pattern.length);
  let i = row;
  let j = column;
  let state = 0;
  while (i > 0 && j > 0) {
    const cell = trace[i * width + j] ?? 0;
    if (state === 0) state = cell >> 4;
    if (state === 0) break;
    if (state === DIAGONAL) {
      const [a, b] = [pattern[i - 1], page[j - 1]];
      const alike = a === undefined || b === undefined ? 0 : likeness(a, b);
      if (alike > 0) {
        at[i - 1] = j - 1;
        same[i - 1] = alike === 1 ? 1 : 0;
      }
      i--;
      j--;
      state = 0;
    } else if (state === INSERTED) {
      state = (cell & INSERT_MORE) !== 0 ? INSERTED : 0;
      j--;
    } else {
      state = (cell & DROP_MORE) !== 0 ? DROPPED : 0;
      i--;
    }
  }
  return { at, same };
}
