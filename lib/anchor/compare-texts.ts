import { normalise } from '../text/normalise';
import { splitSentences } from '../text/sentences';
import { type Comparison, compareQuotes } from './compare';

/** A paragraph of the two texts, or a sentence where a paragraph is very long. */
export type TextBlock =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string; readonly comparison: Comparison };

/** How a text differs from what it was: in its order, and counted. */
export interface TextComparison {
  readonly blocks: readonly TextBlock[];
  readonly changed: number;
  readonly removed: number;
  readonly added: number;
}

/** Longer paragraphs are compared by their sentences. */
const LONG = 1_500;
/** Share of words in common from which two paragraphs are one that was changed. */
const KIN = 0.4;
/** Pairs of paragraphs that are looked at in one gap; a larger gap counts as replaced. */
const MOST_PAIRS = 400_000;

interface Unit {
  readonly text: string;
  readonly key: string;
}

function unitsOf(text: string): Unit[] {
  return text
    .split(/\n+/)
    .flatMap((line) =>
      line.length > LONG ? splitSentences(line).map(({ start, end }) => line.slice(start, end)) : line,
    )
    .map((part) => ({ text: part.trim(), key: normalise(part).trim() }))
    .filter(({ key }) => key !== '');
}

type Pair = readonly [before: number, after: number];

/** A stretch of both lists, up to but without the ends. */
interface Gap {
  readonly from: Pair;
  readonly to: Pair;
}

/** Pairs of equal units: those at both ends of a gap, then those that are unique in it, then within what is left. */
function equalPairs(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const pairs: Pair[] = [];
  const open: Gap[] = [{ from: [0, 0], to: [before.length, after.length] }];
  for (let gap = open.pop(); gap; gap = open.pop()) {
    let [i, j] = gap.from;
    let [iEnd, jEnd] = gap.to;
    while (i < iEnd && j < jEnd && before[i]?.key === after[j]?.key) pairs.push([i++, j++]);
    while (i < iEnd && j < jEnd && before[iEnd - 1]?.key === after[jEnd - 1]?.key) pairs.push([--iEnd, --jEnd]);
    const anchors = uniquePairs(before, after, { from: [i, j], to: [iEnd, jEnd] });
    let from: Pair = [i, j];
    for (const [a, b] of anchors) {
      open.push({ from, to: [a, b] });
      from = [a, b];
    }
    if (anchors.length > 0) open.push({ from, to: [iEnd, jEnd] });
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Units that stand once on either side of a gap, as many as keep their order. */
function uniquePairs(before: readonly Unit[], after: readonly Unit[], { from, to }: Gap): Pair[] {
  const places = new Map<string, { before: number[]; after: number[] }>();
  const note = (units: readonly Unit[], side: 'before' | 'after', start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const key = units[at]?.key ?? '';
      const place = places.get(key) ?? { before: [], after: [] };
      place[side].push(at);
      places.set(key, place);
    }
  };
  note(before, 'before', from[0], to[0]);
  note(after, 'after', from[1], to[1]);
  const unique = [...places.values()].flatMap((place): Pair[] => {
    const [a, b] = [place.before[0], place.after[0]];
    return place.before.length === 1 && place.after.length === 1 && a !== undefined && b !== undefined ? [[a, b]] : [];
  });
  return rising(unique.sort((a, b) => a[0] - b[0]));
}

/** The longest run of pairs whose second places rise (patience sorting). */
function rising(pairs: readonly Pair[]): Pair[] {
  const piles: { readonly pair: Pair; readonly under: number }[][] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.at(-1)?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    const pile = piles[low] ?? [];
    pile.push({ pair, under: (piles[low - 1]?.length ?? 0) - 1 });
    piles[low] = pile;
  }
  const run: Pair[] = [];
  let at = (piles.at(-1)?.length ?? 0) - 1;
  for (let pile = piles.length - 1; pile >= 0; pile--) {
    const card = piles[pile]?.[at];
    if (!card) break;
    run.push(card.pair);
    at = card.under;
  }
  return run.reverse();
}

const wordsIn = ({ key }: Unit): Set<string> => new Set(key.match(/[\p{L}\p{N}]+/gu) ?? []);

function kinship(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size / Math.max(1, large.size) < KIN / 2) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  const share = (2 * common) / Math.max(1, a.size + b.size);
  return share < KIN ? 0 : share * common;
}

/** Which units of a gap became which, in order, so that as many words as possible stay. */
function kinPairs(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  if (before.length * after.length === 0 || before.length * after.length > MOST_PAIRS) return [];
  const [left, right] = [before.map(wordsIn), after.map(wordsIn)];
  const width = after.length + 1;
  const best = new Float32Array((before.length + 1) * width);
  const kin = new Float32Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const here = kinship(left[i] ?? new Set(), right[j] ?? new Set());
      kin[i * after.length + j] = here;
      const both = here === 0 ? 0 : here + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0, both);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const here = best[i * width + j] ?? 0;
    if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else if (here === (best[i * width + j + 1] ?? 0)) j++;
    else if ((kin[i * after.length + j] ?? 0) > 0) pairs.push([i++, j++]);
    else i++;
  }
  return pairs;
}

/** A gap between two equal paragraphs: what was changed, what went, what came; what went first. */
function gapBlocks(before: readonly Unit[], after: readonly Unit[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let [i, j] = [0, 0];
  const upTo = (a: number, b: number): void => {
    for (const { text } of before.slice(i, a)) blocks.push({ kind: 'removed', text });
    for (const { text } of after.slice(j, b)) blocks.push({ kind: 'added', text });
    [i, j] = [a + 1, b + 1];
  };
  for (const [a, b] of kinPairs(before, after)) {
    upTo(a, b);
    const [was, is] = [before[a]?.text ?? '', after[b]?.text ?? ''];
    // Words that stand several times are no anchor, but may well be the same.
    if (before[a]?.key === after[b]?.key) blocks.push({ kind: 'same', text: is });
    else blocks.push({ kind: 'changed', before: was, after: is, comparison: compareQuotes(was, is) });
  }
  upTo(before.length, after.length);
  return blocks;
}

/**
 * The difference of two whole texts: paragraph by paragraph, and word by word where a paragraph was changed. Equal
 * paragraphs are found first, so time follows the length of what differs; a stretch of many hundred new paragraphs in
 * place of as many old ones counts as replaced without comparing each with each.
 */
export function compareTexts(before: string, after: string): TextComparison {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  const blocks: TextBlock[] = [];
  let [i, j] = [0, 0];
  const end: Pair = [a.length, b.length];
  for (const [toA, toB] of [...equalPairs(a, b), end]) {
    blocks.push(...gapBlocks(a.slice(i, toA), b.slice(j, toB)));
    const same = b[toB];
    if (same) blocks.push({ kind: 'same', text: same.text });
    [i, j] = [toA + 1, toB + 1];
  }
  const count = (kind: TextBlock['kind']): number => blocks.filter((block) => block.kind === kind).length;
  return { blocks, changed: count('changed'), removed: count('removed'), added: count('added') };
}
