import type { Span, TextIndex } from '../text/text-index';
import type { Word } from '../text/words';
import type { Context } from './evidence';
import { blockStartsWithin, isTorn, lengthOf } from './insertion';
import type { Wanted } from './wanted';

/** The page words that belong to the quote: from the first to the one after the last. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of the quote that stand together on the page. They are cut where much came in between that is of
 * another matter or longer than the quote: another story, or the way to where the quote's end was moved. What the
 * template puts between paragraphs doesn't cut, nor does a sentence that was added on the same matter.
 */
function stretches(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  at: Int32Array,
  context: Context,
): Extent[] {
  const framed = Math.min(context.left ?? 0, context.right ?? 0) >= ATTACHED;
  const enclosed = isHeld(at, wanted.from, -1) && isHeld(at, wanted.to - 1, 1);
  const found: Extent[] = [];
  let from = -1;
  let last = -1;
  let lastWord = -1;
  for (let i = wanted.from; i < wanted.to; i++) {
    const place = at[i] ?? -1;
    if (place < 0) continue;
    if (from < 0) from = i;
    else {
      // One word at an end does not hold what comes between it and the rest.
      const held = framed && lastWord > from && i + 1 < wanted.to;
      const dropped = lengthOf(wanted.words.slice(lastWord + 1, i));
      if (isTorn(index, wanted, page, [last, place], dropped, held || enclosed)) {
        found.push({ from, to: lastWord + 1 });
        from = i;
      }
    }
    last = place;
    lastWord = i;
  }
  if (from >= 0) found.push({ from, to: lastWord + 1 });
  return found;
}

/**
 * Whether the quote's first or last word, the one at `end`, still stands next to the three words that stood outside of
 * it, as many as there were.
 */
function isHeld(at: Int32Array, end: number, step: 1 | -1): boolean {
  const place = at[end] ?? -1;
  return place >= 0 && [step, 2 * step, 3 * step].every((i) => (at[end + i] ?? place + i) === place + i);
}

function weightIn(wanted: Wanted, at: Int32Array, { from, to }: Extent): number {
  let weight = 0;
  for (let i = from; i < to; i++) if ((at[i] ?? -1) >= 0) weight += wanted.tokens[i]?.weight ?? 0;
  return weight;
}

/**
 * The extent that corresponds to the quote: from its first word that is still there to its last, of the heaviest
 * stretch, with the words that were put in the place of its first and last ones where the neighbours tell.
 */
export function extentOf(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  at: Int32Array,
  context: Context,
): Extent | null {
  const parts = stretches(index, wanted, page, at, context);
  const weights = parts.map((part) => weightIn(wanted, at, part));
  const whole = parts[weights.indexOf(Math.max(...weights))];
  if (whole === undefined) return null;
  const heaviest = withoutStragglers(wanted, page, at, whole, context);
  const from = at[heaviest.from] ?? 0;
  const to = (at[heaviest.to - 1] ?? 0) + 1;
  return {
    from: from - replaced(index, wanted, page, at, heaviest.from, -1),
    to: to + replaced(index, wanted, page, at, heaviest.to - 1, 1),
  };
}

/** Inserted characters that may cut off an end, and the share of the quote that is too much to be cut off so. */
const STRAGGLING = 30;
const STRAGGLERS = 0.25;

/** Agreement of the neighbours on one side that says that the quote still ends there. */
const ATTACHED = 0.5;

/**
 * The stretch without a few words at an end that were paired far away: they stand behind more text than they are, and
 * what stood next to the quote doesn't stand next to them.
 */
function withoutStragglers(
  wanted: Wanted,
  page: readonly Word[],
  at: Int32Array,
  { from, to }: Extent,
  context: Context,
): Extent {
  const places: number[] = [];
  for (let i = from; i < to; i++) if ((at[i] ?? -1) >= 0) places.push(i);
  const cut = (order: readonly number[]): number => {
    let held = 0;
    let keep = order[0] ?? from;
    for (let n = 0; n + 1 < order.length; n++) {
      const [i, next] = [order[n] ?? 0, order[n + 1] ?? 0];
      held += lengthOf(wanted.words.slice(i, i + 1));
      const [low, high] = i < next ? [i, next] : [next, i];
      const came = lengthOf(page.slice((at[low] ?? 0) + 1, at[high] ?? 0));
      const inserted = came - lengthOf(wanted.words.slice(low + 1, high));
      if (held > wanted.exact.length * STRAGGLERS) break;
      if (inserted >= STRAGGLING && inserted > held) keep = next;
    }
    return keep;
  };
  const first = (context.left ?? 0) >= ATTACHED ? from : cut(places);
  const last = (context.right ?? 0) >= ATTACHED ? to - 1 : cut([...places].reverse());
  return first <= last ? { from: first, to: last + 1 } : { from, to };
}

/** So many words at an end of the quote may have been replaced and still be told from its neighbours. */
const MOST_REPLACED = 2;

/** Words that stand where the quote's first or last ones did: between the outermost that is left and its neighbour. */
function replaced(
  index: TextIndex,
  wanted: Wanted,
  page: readonly Word[],
  at: Int32Array,
  left: number,
  step: 1 | -1,
): number {
  const outside = step < 0 ? wanted.from - 1 : wanted.to;
  const gone = Math.abs(outside - left) - 1;
  const place = at[left] ?? -1;
  const neighbour = at[outside] ?? -1;
  if (gone === 0 || gone > MOST_REPLACED || place < 0 || neighbour < 0) return 0;
  const stood = Math.abs(neighbour - place) - 1;
  const [from, to] = step < 0 ? [neighbour + 1, place] : [place, neighbour - 1];
  return stood > 0 && stood <= gone + 1 && inOneBlock(index, page, from, to) ? stood : 0;
}

function inOneBlock(index: TextIndex, page: readonly Word[], from: number, to: number): boolean {
  return !blockStartsWithin(index, (page[from]?.start ?? 0) + 1, page[to]?.start ?? 0);
}

const PUNCTUATION = /[^\p{L}\p{N}\p{M}\s]/u;

/** Takes in the punctuation that the quote had at its end, or whatever mark stands there in its place. */
function withTail(text: string, end: number, tail: string): number {
  let at = end;
  for (const mark of tail) {
    if (mark === ' ') continue;
    const next = text.charAt(at) === ' ' ? at + 1 : at;
    if (text.startsWith(mark, next)) at = next + mark.length;
    else if (at === end && PUNCTUATION.test(text.charAt(at))) return at + 1;
    else break;
  }
  return at;
}

function withHead(text: string, start: number, head: string): number {
  let at = start;
  for (const mark of [...head].reverse()) {
    if (mark === ' ') continue;
    const before = text.charAt(at - 1) === ' ' ? at - 1 : at;
    if (before >= mark.length && text.startsWith(mark, before - mark.length)) at = before - mark.length;
    else break;
  }
  return at;
}

/** The stretch of the page's text that an extent covers, with the punctuation that belongs to it. */
export function spanOf(text: string, words: readonly Word[], extent: Extent, wanted: Wanted): Span {
  const { pattern, offset, exact } = wanted;
  const firstWord = wanted.words[wanted.from];
  const lastWord = wanted.words[wanted.to - 1];
  const head = firstWord === undefined ? '' : pattern.slice(offset, firstWord.start);
  const tail = lastWord === undefined ? '' : pattern.slice(lastWord.end, offset + exact.length);
  const start = words[extent.from]?.start ?? 0;
  const end = words[extent.to - 1]?.end ?? start;
  return { start: withHead(text, start, head), end: withTail(text, end, tail) };
}
