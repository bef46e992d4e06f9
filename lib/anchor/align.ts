import type { Word } from '../text/words';

/** Words by their lower-case form; accents stay, they tell words apart. */
export interface Token {
  readonly key: string;
  readonly weight: number;
  readonly numeric: boolean;
  /** Its first and last UTF-16 units: two words that share neither are not alike. */
  readonly first: number;
  readonly last: number;
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

/** Words made ready to be compared. */
export function tokensOf(words: readonly Word[]): Token[] {
  return words.map((word) => {
    const key = word.text.toLowerCase();
    const numeric = NOT_PLAIN.test(key) && NUMERIC.test(key);
    const [first, last] = [key.charCodeAt(0), key.charCodeAt(key.length - 1)];
    return { key, weight: numeric ? 1.5 : weightOf(key), numeric, first, last };
  });
}

/**
 * How alike two words are: 1 for the same, 0.6 where they differ in one place by a letter or two (a typo, an ending), 0
 * otherwise. Numbers are never alike.
 */
function likeness(a: Token, b: Token): number {
  if (a.key === b.key) return 1;
  const longer = Math.max(a.key.length, b.key.length);
  if (longer < 4 || a.numeric || b.numeric || Math.abs(a.key.length - b.key.length) > 2) return 0;
  const shorter = Math.min(a.key.length, b.key.length);
  let head = 0;
  while (head < shorter && a.key.charCodeAt(head) === b.key.charCodeAt(head)) head++;
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

/**
 * The best local alignment of a pattern's words with a page's words (Smith and Waterman 1981, gaps after Gotoh 1982).
 * Inserted words cost little once there is a gap, so that a paragraph or an advertisement put in between doesn't break
 * a passage in two. Time and memory follow pattern × page: the caller bounds both.
 */
export function alignWords(pattern: readonly Token[], page: readonly Token[]): Pairing {
  const rows = pattern.length;
  const columns = page.length;
  const width = columns + 1;
  const trace = new Uint8Array((rows + 1) * width);
  let previous = new Float64Array(width);
  let current = new Float64Array(width);
  const dropped = new Float64Array(width).fill(-1e9);
  let best = 0;
  let bestRow = 0;
  let bestColumn = 0;
  for (let i = 1; i <= rows; i++) {
    const token = pattern[i - 1];
    let inserted = -1e9;
    current[0] = 0;
    for (let j = 1; j <= columns; j++) {
      const other = page[j - 1];
      if (token === undefined || other === undefined) continue;
      let flags = 0;
      const openInsert = (current[j - 1] ?? 0) - INSERT_OPEN;
      if (inserted - INSERT > openInsert) {
        inserted -= INSERT;
        flags |= INSERT_MORE;
      } else inserted = openInsert;
      const openDrop = (previous[j] ?? 0) - DROP_OPEN;
      let drop = (dropped[j] ?? 0) - DROP;
      if (drop > openDrop) flags |= DROP_MORE;
      else drop = openDrop;
      dropped[j] = drop;
      const alike = token.first !== other.first && token.last !== other.last ? 0 : likeness(token, other);
      let score = (previous[j - 1] ?? 0) + (alike > 0 ? alike * token.weight : -REPLACE);
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
      current[j] = score;
      trace[i * width + j] = flags | (from << 4);
      if (score > best) {
        best = score;
        bestRow = i;
        bestColumn = j;
      }
    }
    [previous, current] = [current, previous];
  }
  return follow(pattern, page, trace, width, bestRow, bestColumn);
}

function follow(
  pattern: readonly Token[],
  page: readonly Token[],
  trace: Uint8Array,
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
