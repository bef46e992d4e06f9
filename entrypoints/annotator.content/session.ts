import { describeRange } from '../../lib/anchor/describe';
import { type Located, locateSteps } from '../../lib/anchor/locate';
import { runInSlices } from '../../lib/anchor/slices';
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import { type ReadingOrder, readingOrder } from '../../lib/highlight/hit-test';
import type { Painter } from '../../lib/highlight/paint';
import { ask } from '../../lib/messages/client';
import type { NewAnnotation, PageState, SavedOnPage, SelectionOffer } from '../../lib/messages/protocol';
import type { Annotation, Selectors } from '../../lib/model/annotation';
import { fail, type Result } from '../../lib/model/result';
import { buildTextIndex, type TextIndex } from '../../lib/text/text-index';
import { type PageReading, readPage } from './page-facts';
import { offerSelection } from './selection';

const NOTHING_SAVED: SavedOnPage = {
  article: null,
  annotations: [],
  claims: [],
  snapshotText: null,
  privateWindow: false,
  colour: 'yellow',
};

/**
 * One page at one address: what it is, what is saved on it, and where each quote stands now. Everything is read when
 * it is needed, and again when the page has changed.
 */
export class Session {
  readonly #doc: Document;
  readonly #painter: Painter;
  readonly #onChange: () => void;
  #reading: PageReading | null = null;
  #index: TextIndex | null = null;
  #saved: SavedOnPage = NOTHING_SAVED;
  #located: ReadonlyMap<string, Located> = new Map();
  #lastReport = '';
  #order: ReadingOrder = readingOrder([]);
  #search = new AbortController();

  constructor(doc: Document, painter: Painter, onChange: () => void) {
    this.#doc = doc;
    this.#painter = painter;
    this.#onChange = onChange;
  }

  get saved(): SavedOnPage {
    return this.#saved;
  }

  get located(): ReadonlyMap<string, Located> {
    return this.#located;
  }

  /** What is painted, as it is read. */
  get order(): ReadingOrder {
    return this.#order;
  }

  /** What the page is; read once per address. */
  get reading(): PageReading {
    const address = this.#doc.location.href;
    if (this.#reading?.address !== address) this.#reading = readPage(this.#doc, address);
    return this.#reading;
  }

  /** The page's text; read once and after `forget`. */
  get index(): TextIndex {
    this.#index ??= buildTextIndex(this.#doc, { preferred: this.reading.body?.root ?? null });
    return this.#index;
  }

  /** The page has changed: what was read of it no longer holds. */
  forget(): void {
    this.#index = null;
    this.#reading = null;
  }

  /** The page has another address: nothing of the old one is shown any longer. */
  leave(): void {
    this.forget();
    this.#search.abort();
    this.#saved = NOTHING_SAVED;
    this.#located = new Map();
    this.#lastReport = '';
    this.#painter.paint([]);
    this.#order = readingOrder([]);
    this.#onChange();
  }

  /** Asks what is saved here, finds it, paints it and reports what became of it. */
  async refresh(): Promise<void> {
    const { address, facts } = this.reading;
    const answer = await ask('page.saved', { canonicalUrl: facts.canonicalUrl });
    if (!answer.ok || this.#doc.location.href !== address) return;
    this.#saved = answer.value;
    await this.relocate();
    await this.report();
  }

  /**
   * Finds every saved quote on the page as it stands now, in slices that leave the page free, and paints it. A newer
   * call ends an older one.
   */
  async relocate(): Promise<void> {
    this.#search.abort();
    this.#search = new AbortController();
    const { signal } = this.#search;
    const { annotations, snapshotText, article } = this.#saved;
    const quotes = annotations.map(({ id, quote, position }) => ({ id, selectors: { quote, position } }));
    const context = { savedText: snapshotText, savedWordCount: article?.wordCount ?? null };
    const located = quotes.length === 0 ? [] : await runInSlices(locateSteps(this.index, quotes, context), { signal });
    if (located === null || signal.aborted) return;
    this.#located = new Map(located.map((one) => [one.id, one]));
    const drawn = annotations.flatMap(({ id, colour }) => {
      const found = this.#located.get(id);
      return found?.range && isDrawn(found)
        ? [{ id, colour, edited: found.status === 'edited', range: found.range }]
        : [];
    });
    this.#painter.paint(drawn);
    this.#order = readingOrder(drawn);
    this.#onChange();
  }

  /** The quotes that were looked for and not all found whole: reasons to look again when the page grows. */
  get unresolved(): number {
    return [...this.#located.values()].filter((found) => !isDrawn(found)).length;
  }

  /** Tells the background what became of each quote, if that is news. */
  async report(): Promise<void> {
    const sightings = [...this.#located.values()].map(({ id, status, foundText }) => ({ id, status, foundText }));
    const report = JSON.stringify(sightings);
    if (sightings.length === 0 || report === this.#lastReport) return;
    this.#lastReport = report;
    await ask('sightings.report', { sightings });
  }

  offer(): SelectionOffer {
    return offerSelection(this.#doc, this.index);
  }

  /** Saves the given quote, or the selection. The background answers with the stored row. */
  async save(quote: Omit<NewAnnotation, 'selectors'> & { selectors: Selectors | null }): Promise<Result<Annotation>> {
    let { selectors } = quote;
    if (selectors === null) {
      this.forget();
      const offer = this.offer();
      if (offer.kind === 'none') return fail('nothing-selected');
      if (offer.kind === 'unusable') return fail(offer.code);
      selectors = offer.selectors;
    }
    return ask('annotation.create', { ...quote, selectors, page: this.reading.facts });
  }

  /** What stands on the page now where an edited quote stood. */
  describeFound(id: string): Selectors | null {
    const found = this.#located.get(id);
    if (!found?.range) return null;
    const described = describeRange(this.index, found.range);
    return described.ok ? described.value : null;
  }

  /** The text directive that leads to a quote on the page as it stands; empty where it was not found. */
  fragmentOf(id: string): string {
    const span = this.#located.get(id)?.span;
    return span ? textFragmentFor(this.index, span) : '';
  }

  state(): PageState {
    const { address, metadata, facts } = this.reading;
    const { text: _text, ...page } = facts;
    return {
      url: address,
      page,
      paywalled: metadata.paywalled,
      selection: this.offer(),
      sightings: [...this.#located.values()].map(({ id, status, foundText }) => ({ id, status, foundText })),
    };
  }
}

/** Whether a quote was found with confidence enough to be painted. */
export function isDrawn(found: Located): boolean {
  return found.status === 'unchanged' || found.status === 'moved' || found.status === 'edited';
}
