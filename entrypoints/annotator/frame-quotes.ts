import { type KeptAnchors, keepAnchored } from '../../lib/anchor/keep';
import type { Located } from '../../lib/anchor/locate';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { framesOf } from '../../lib/text/frames';

interface FrameReading {
  readonly end: AbortController;
  readonly kept: KeptAnchors;
  located: readonly Located[];
  settled: boolean;
}

/** Looks in the frames of the page's own origin for quotes that the page itself does not hold as they were. */
export class FrameQuotes {
  readonly #page: Document;
  readonly #onChange: () => void;
  readonly #frames = new Map<Document, FrameReading>();
  #quotes: readonly QuoteToLocate[] = [];

  constructor(page: Document, onChange: () => void) {
    this.#page = page;
    this.#onChange = onChange;
  }

  /** Whether every frame has been read as often as it is by itself: an absence means something now. */
  get settled(): boolean {
    return [...this.#frames.values()].every(({ settled }) => settled);
  }

  /** Looks for these from now on, in whatever frames there are now. None ends all watching. */
  look(quotes: readonly QuoteToLocate[]): void {
    const before = this.#quotes;
    const same = quotes.length === before.length && quotes.every((quote, i) => isSame(quote, before[i]));
    this.#quotes = quotes;
    if (!same) for (const { kept } of this.#frames.values()) kept.setQuotes(quotes);
    this.sync();
  }

  /** Frames come, go and load other pages. */
  sync(): void {
    const now = this.#quotes.length === 0 ? [] : framesOf(this.#page);
    for (const [inner, { end }] of this.#frames) {
      if (now.includes(inner)) continue;
      end.abort();
      this.#frames.delete(inner);
    }
    for (const inner of now) if (!this.#frames.has(inner)) this.#read(inner);
  }

  #read(inner: Document): void {
    const end = new AbortController();
    const kept = keepAnchored({
      document: inner,
      quotes: this.#quotes,
      onChange: ({ located, settled }) => {
        const reading = this.#frames.get(inner);
        if (!reading) return;
        reading.located = located;
        reading.settled = settled;
        this.#onChange();
      },
      signal: end.signal,
    });
    this.#frames.set(inner, { end, kept, located: [], settled: false });
  }

  /** What the page holds, with what a frame holds of the rest, the less altered first. */
  join(onPage: readonly Located[]): Located[] {
    const inFrames = new Map<string, Located>();
    for (const { located } of this.#frames.values()) {
      for (const one of located) {
        const other = inFrames.get(one.id);
        if (one.range !== null && (!other || rank(one) > rank(other))) inFrames.set(one.id, one);
      }
    }
    return onPage.map((one) => {
      const inner = inFrames.get(one.id);
      return inner && rank(inner) > rank(one) ? inner : one;
    });
  }
}

/** Stored selectors are replaced as a whole, never changed. */
function isSame(one: QuoteToLocate, other: QuoteToLocate | undefined): boolean {
  return one.id === other?.id && one.selectors.quote === other.selectors.quote;
}

/** How good an answer a place is. */
function rank({ status }: Located): number {
  return { unchanged: 3, moved: 3, edited: 2, uncertain: 1, missing: 0, unseen: 0 }[status];
}

/** Whether the page itself holds a quote as it was. */
export function isWhole(found: Located): boolean {
  return rank(found) === 3;
}

/** Whether a quote was found with confidence enough to be painted. */
export function isDrawn(found: Located): boolean {
  return found.status === 'unchanged' || found.status === 'moved' || found.status === 'edited';
}
