import { type TextIndex, textIndexSteps } from '../text/text-index';
import { HIDING, isOurs, noteTouched } from '../text/touched';
import { type Located, locateInSlices } from './locate';
import type { PageContext } from './saved-text';
import { runInSlices, SLICE_MS } from './slices';
import type { QuoteToLocate } from './wanted';

/** What is known of the quotes at a moment. */
export interface Sightings {
  readonly located: readonly Located[];
  /** The index they were found in, for describing selections; stale once the page changes again. */
  readonly index: TextIndex;
  /** The page has been quiet and nothing is tried again by itself: absences mean something now. */
  readonly settled: boolean;
}

export interface KeepOptions {
  readonly document: Document;
  readonly quotes: readonly QuoteToLocate[];
  /** What is known of the article as it was saved, asked again at every reading: the reader may have come to another. */
  readonly context?: () => PageContext;
  /** The article's body, asked again at every reading, since pages replace it. */
  readonly preferred?: () => Element | null;
  /** Called after the first reading and whenever something changed. */
  readonly onChange: (sightings: Sightings) => void;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** How long the page must rest before it is read again, in milliseconds. */
  readonly quietMs?: number;
}

export interface KeptAnchors {
  /** Another list of quotes: those that were found keep their ranges. */
  setQuotes(quotes: readonly QuoteToLocate[]): void;
  /** Reads the page again now, whatever was tried before: the reader asked, or the address changed. */
  again(): void;
}

const QUIET_MS = 250;
/** A page that never rests is looked at this often all the same. */
const MOST_WAIT_MS = 2_000;
/** How often quotes that weren't found are looked for again by themselves; each time twice as late. */
const RETRIES = 6;
/** Added text of this length is worth another look, however often one was taken. */
const MUCH_TEXT = 200;
const FIRST_RETRY_MS = 500;
/** After a reading the page is left alone for this many times as long as it took. */
const REST_FACTOR = 20;

function matters(record: MutationRecord): boolean {
  if (isOurs(record.target)) return false;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'characterData' || nodes.some((node) => !isOurs(node));
}

function bringsText(record: MutationRecord): boolean {
  return [...record.addedNodes].some((node) => (node.textContent?.length ?? 0) >= MUCH_TEXT);
}

function sameSpot(a: Range, b: Range): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

class Keeper implements KeptAnchors {
  private readonly observer = new MutationObserver((records) => this.onMutations(records));
  private quotes: readonly QuoteToLocate[];
  private located: readonly Located[] = [];
  /** One live range per quote, moved rather than replaced: dropped ranges cost until they are collected. */
  private readonly ranges = new Map<string, { range: Range; text: string }>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince: number | null = null;
  private notBefore = 0;
  private tries = 0;
  private busy = false;
  private forced = true;
  private index: TextIndex | null = null;
  /** What was changed since the index was read, with what it is in; null where all has to be read again. */
  private touched: Set<Node> | null = null;

  constructor(private readonly options: KeepOptions) {
    this.quotes = options.quotes;
    options.signal.addEventListener('abort', () => this.stop(), { once: true });
    this.observe();
    this.plan(0);
  }

  setQuotes(quotes: readonly QuoteToLocate[]): void {
    this.quotes = quotes;
    const ids = new Set(quotes.map(({ id }) => id));
    for (const id of this.ranges.keys()) if (!ids.has(id)) this.ranges.delete(id);
    this.again();
  }

  again(): void {
    this.touched = null;
    this.tries = 0;
    this.forced = true;
    this.plan(0);
  }

  private stop(): void {
    this.observer.disconnect();
    clearTimeout(this.timer);
    this.ranges.clear();
  }

  /** Attributes are watched only until one has changed: pages that move things do so in every frame. */
  private observe(): void {
    const attributes = this.touched === null ? {} : { attributes: true, attributeFilter: HIDING };
    this.observer.observe(this.options.document, {
      childList: true,
      characterData: true,
      subtree: true,
      ...attributes,
    });
  }

  private onMutations(records: readonly MutationRecord[]): void {
    if (this.touched !== null && !noteTouched(this.touched, records)) {
      this.touched = null;
      this.observe();
    }
    if (!records.some(matters)) return;
    if (this.tries === RETRIES && records.some(bringsText)) this.tries--;
    const now = performance.now();
    this.dirtySince ??= now;
    const quiet = this.options.quietMs ?? QUIET_MS;
    this.plan(Math.max(0, Math.min(quiet, this.dirtySince + MOST_WAIT_MS - now)));
  }

  private plan(ms: number): void {
    if (this.options.signal.aborted) return;
    clearTimeout(this.timer);
    const wait = Math.max(ms, this.forced ? 0 : this.notBefore - performance.now());
    this.timer = setTimeout(() => void this.look(), wait);
  }

  /** A drawn range that no longer holds what it was drawn over: its nodes went, or their text was replaced. */
  private anyBroken(): boolean {
    for (const { range, text } of this.ranges.values()) {
      if (range.collapsed || !range.startContainer.isConnected || range.toString() !== text) return true;
    }
    return false;
  }

  private pending(): boolean {
    return this.located.some(({ range }) => range === null);
  }

  private async look(): Promise<void> {
    if (this.busy) {
      this.plan(SLICE_MS);
      return;
    }
    const changed = this.dirtySince !== null;
    this.dirtySince = null;
    const retry = this.pending() && this.tries < RETRIES;
    if (!this.forced && !this.anyBroken() && !retry) return;
    if (retry) {
      // What comes late may be a style sheet or a frame, of which nothing tells.
      this.touched = null;
      this.tries++;
    }
    this.forced = false;
    this.busy = true;
    try {
      await this.read();
    } finally {
      this.busy = false;
    }
    // Text that comes late does not always come as a mutation we see (frames, stylesheets): try a few times unasked.
    if (this.pending() && this.tries < RETRIES) this.plan(FIRST_RETRY_MS * 2 ** this.tries);
    else if (changed && this.dirtySince !== null) this.plan(this.options.quietMs ?? QUIET_MS);
  }

  private async read(): Promise<void> {
    const { document, context, preferred, signal, onChange } = this.options;
    const begin = performance.now();
    const quotes = this.quotes;
    const slices = { budgetMs: SLICE_MS, signal };
    const { index: last, touched } = this;
    const before = last && touched && { index: last, touched };
    this.touched = new Set();
    this.observe();
    const index = await runInSlices(textIndexSteps(document, { preferred: preferred?.() ?? null, before }), slices);
    const cost = performance.now() - begin;
    this.index = index;
    if (index === null || quotes !== this.quotes) return;
    const located = await locateInSlices(index, quotes, context?.() ?? {}, slices);
    if (located === null || signal.aborted || quotes !== this.quotes) return;
    this.notBefore = performance.now() + cost * REST_FACTOR;
    this.located = located.map((found) => this.reuse(found));
    const settled = !this.pending() || this.tries >= RETRIES;
    onChange({ located: this.located, index, settled });
  }

  private reuse(found: Located): Located {
    if (found.range === null) {
      this.ranges.delete(found.id);
      return found;
    }
    const text = found.range.toString();
    const kept = this.ranges.get(found.id);
    if (kept === undefined) {
      this.ranges.set(found.id, { range: found.range, text });
      return found;
    }
    if (!sameSpot(kept.range, found.range)) {
      kept.range.setStart(found.range.startContainer, found.range.startOffset);
      kept.range.setEnd(found.range.endContainer, found.range.endOffset);
    }
    this.ranges.set(found.id, { range: kept.range, text });
    return { ...found, range: kept.range };
  }
}

/**
 * Keeps quotes anchored on a page that lives: reads it once it is quiet, again when a mutation broke what was drawn,
 * and a few times more, ever later, for quotes that were not found. Changes nothing on the page. Work is done in tasks
 * of a few milliseconds; between two readings the page is left alone for at least twenty times as long as one took.
 */
export function keepAnchored(options: KeepOptions): KeptAnchors {
  return new Keeper(options);
}
