import { describeRange } from '../../lib/anchor/describe';
import { type KeptAnchors, keepAnchored, type Sightings } from '../../lib/anchor/keep';
import { keptOf } from '../../lib/anchor/kept';
import type { Located } from '../../lib/anchor/locate';
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { type PageOrders, pageOrders } from '../../lib/highlight/page-orders';
import type { Painter } from '../../lib/highlight/paint';
import { ask, tellPanel } from '../../lib/messages/client';
import type { PageFacts, SavedOnPage } from '../../lib/messages/protocol';
import type { NewAnnotation, PageState, SelectionOffer } from '../../lib/messages/to-page';
import { addressKey } from '../../lib/model/address';
import type { Annotation } from '../../lib/model/annotation';
import { Attempts } from '../../lib/model/new-id';
import { fail, type Result } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';
import type { Settings } from '../../lib/settings/settings';
import { selectedDocument } from '../../lib/text/frames';
import { withStillThere } from '../../lib/text/still-there';
import { buildTextIndex, type TextIndex } from '../../lib/text/text-index';
import { FrameQuotes, isDrawn, isWhole } from './frame-quotes';
import { type PageReading, placeNow, readBody } from './page-facts';
import { PageReader, whenIdle } from './page-reader';
import { offerSelection } from './selection';

const NOTHING_SAVED: SavedOnPage = {
  article: null,
  annotations: [],
  claims: [],
  snapshotText: null,
  privateWindow: false,
  colour: 'yellow',
  colourNames: {},
  scales: [],
  draft: null,
  edits: [],
};

/**
 * One page at one address: what it is, what is saved on it, and where each quote stands now. Everything is read when
 * it is needed, and again when the page has changed.
 */
export class Session {
  readonly #doc: Document;
  readonly #painter: Painter;
  readonly #onChange: () => void;
  readonly #frames: FrameQuotes;
  readonly #page: PageReader;
  #onPage: readonly Located[] = [];
  #pageSettled = false;
  #saved: SavedOnPage = NOTHING_SAVED;
  #located: ReadonlyMap<string, Located> = new Map();
  /** Where the reader was when that was asked for, and how often it was. */
  #place = '';
  /** Where it is filed. */
  #filedAt = '';
  #asked = 0;
  #lastReport = '';
  #orders: PageOrders = pageOrders([]);
  #kept: KeptAnchors | null = null;
  #keeping = new AbortController();
  readonly #attempts = new Attempts();

  constructor(doc: Document, painter: Painter, onChange: () => void) {
    this.#doc = doc;
    this.#page = new PageReader(doc);
    this.#painter = painter;
    this.#onChange = onChange;
    this.#frames = new FrameQuotes(doc, () => this.#settle());
  }

  get saved(): SavedOnPage {
    return this.#saved;
  }

  /** The reader's settings that views draw with. */
  get viewSettings(): Pick<Settings, 'scales' | 'colourNames'> {
    const { scales, colourNames } = this.#saved;
    return { scales: [...scales], colourNames };
  }

  get located(): ReadonlyMap<string, Located> {
    return this.#located;
  }

  /** What is painted, as it is read: all of it, and in each document. */
  get orders(): PageOrders {
    return this.#orders;
  }

  /** What the page is, as last read. */
  get reading(): PageReading {
    return this.#page.reading;
  }

  /** The page has changed: what was read of it no longer holds. */
  forget(): void {
    this.#page.forget();
  }

  /** The page has another address: nothing of the old one is shown any longer. */
  leave(): void {
    this.forget();
    this.#saved = NOTHING_SAVED;
    this.#stopKeeping();
    this.#lastReport = '';
  }

  /** The reader may have come to another of the page's stories, or another may have been added. */
  async follow(): Promise<void> {
    if (placeNow(this.#doc, this.#doc.location.href) === this.#place) return;
    this.forget();
    await this.refresh();
    void tellPanel('panel.look', {});
  }

  /** Whether the page is filed at one of these addresses (keys), or one of its stories is. */
  shows(at: readonly string[]): boolean {
    const { facts, others } = this.reading;
    return [facts.url, facts.canonicalUrl, ...others].some((address) => at.includes(addressKey(address) ?? ''));
  }

  /** Asks what is saved here, and keeps it found, painted and reported from then on. */
  async refresh(): Promise<void> {
    const { pageAddress, place, others, facts } = this.reading;
    this.#asked += 1;
    const mine = this.#asked;
    this.#place = place;
    const answer = await ask('page.saved', { url: facts.url, canonicalUrl: facts.canonicalUrl, others: [...others] });
    if (!answer.ok || this.#doc.location.href !== pageAddress || mine !== this.#asked) return;
    this.#saved = answer.value;
    this.#filedAt = facts.url;
    this.#keep();
    this.#onChange();
  }

  /** Where nothing is saved, nothing is watched: such a page pays nothing. */
  #keep(): void {
    const quotes = this.#quotes();
    if (quotes.length === 0) {
      this.#stopKeeping();
    } else if (this.#kept) this.#kept.setQuotes(quotes);
    else {
      this.#keeping = new AbortController();
      this.#kept = keepAnchored({
        document: this.#doc,
        quotes,
        context: () => ({
          savedText: this.#saved.snapshotText,
          savedWordCount: this.#saved.article?.wordCount ?? null,
        }),
        preferred: () => readBody(this.#doc, this.#doc.location.href)?.root ?? null,
        onChange: (sightings) => this.#onSightings(sightings),
        signal: this.#keeping.signal,
      });
    }
  }

  #stopKeeping(): void {
    this.#keeping.abort();
    this.#kept = null;
    this.#onPage = [];
    this.#frames.look([]);
    this.#show([]);
  }

  #quotes(): QuoteToLocate[] {
    return this.#saved.annotations.map(({ id, quote, position }) => ({ id, selectors: { quote, position } }));
  }

  #onSightings({ located, index, settled }: Sightings): void {
    this.#page.took(index);
    this.#onPage = located;
    this.#pageSettled = settled;
    const whole = new Set(located.filter(isWhole).map(({ id }) => id));
    this.#frames.look(this.#quotes().filter(({ id }) => !whole.has(id)));
    this.#settle();
  }

  #settle(): void {
    this.#show(this.#frames.join(this.#onPage));
    // A page that is still growing says nothing about what is missing.
    if (this.#pageSettled && this.#frames.settled) void this.report();
  }

  /** A frame of the page has loaded something else. */
  syncFrames(): void {
    this.#frames.sync();
  }

  #show(located: readonly Located[]): void {
    this.#located = new Map(located.map((one) => [one.id, one]));
    const drawn = this.#saved.annotations.flatMap((annotation) => {
      const { id, colour } = annotation;
      const found = this.#located.get(id);
      if (!found?.range || !isDrawn(found)) return [];
      // What the reader has seen and turned down asks for nothing any more.
      const edited = found.status === 'edited' && keptOf(annotation, found.foundText) === null;
      return [{ id, colour, edited, range: found.range }];
    });
    this.#painter.paint(drawn);
    this.#orders = pageOrders(drawn, this.#doc);
    this.#onChange();
  }

  /** Tells the background what became of each quote, if that is news. */
  async report(): Promise<void> {
    // What became of quotes of another story is said when the reader is there, and all of it is.
    const { article, annotations } = this.#saved;
    const own = new Set(annotations.flatMap(({ id, articleId }) => (articleId === article?.id ? [id] : [])));
    const sightings = this.#sightings().filter(({ id }) => own.has(id));
    const report = JSON.stringify(sightings);
    if (sightings.length === 0 || report === this.#lastReport) return;
    this.#lastReport = report;
    await ask('sightings.report', { url: this.#filedAt, sightings });
    await this.#reportText();
  }

  /**
   * Gives the text as it stands now, so that it can be compared with the one first saved. A page that is not all there
   * (a paywall) has nothing to compare, and a private window leaves no trace.
   */
  async #reportText(): Promise<void> {
    if (this.#saved.privateWindow || [...this.#located.values()].some(({ status }) => status === 'unseen')) return;
    await whenIdle();
    if (this.#located.size === 0) return;
    const { facts, metadata, place } = this.#page.readAgain();
    if (place !== this.#place) return;
    const teaser = metadata.paywalled === true && facts.wordCount < (this.#saved.article?.wordCount ?? 0);
    const before = this.#saved.snapshotText;
    if (teaser || facts.text === null || facts.text === before) return;
    const text = before === null ? facts.text : withStillThere(before, facts.text, this.#page.index.text);
    if (text !== before) await ask('page.seen', { page: { ...facts, text } });
  }

  #indexOf(inner: Document): TextIndex {
    return inner === this.#doc ? this.#page.index : buildTextIndex(inner);
  }

  offer(): SelectionOffer {
    const inner = selectedDocument(this.#doc);
    return offerSelection(inner, this.#indexOf(inner));
  }

  /**
   * Saves the given quote, or the selection; of the story that the reader is at, unless another is given. The background
   * answers with the stored row. Without an id it gets one, the same each time until it is known to be saved.
   */
  async save(
    quote: Omit<NewAnnotation, 'id' | 'selectors'> & { id?: string; selectors: Selectors | null },
    of?: PageFacts,
  ): Promise<Result<Annotation>> {
    let { selectors } = quote;
    if (selectors === null) {
      this.forget();
      const offer = this.offer();
      if (offer.kind === 'none') return fail('nothing-selected');
      if (offer.kind === 'unusable') return fail(offer.code);
      selectors = offer.selectors;
    }
    const page = of ?? this.reading.facts;
    const what = { url: page.url, selectors, words: quote.words, claim: quote.claim };
    const id = quote.id ?? this.#attempts.idOf(what);
    const saved = await ask('annotation.create', { ...quote, id, selectors, page });
    if (saved.ok) this.#attempts.done(what);
    return saved;
  }

  /** What stands on the page now where an edited quote stood. */
  describeFound(id: string): Selectors | null {
    const found = this.#located.get(id);
    if (!found?.range) return null;
    const inner = found.range.startContainer.ownerDocument ?? this.#doc;
    const described = describeRange(this.#indexOf(inner), found.range);
    return described.ok ? described.value : null;
  }

  /** What the page says of changes since a time: its correction notices, and a later modification date. */
  acknowledgedSince(time: string): { corrections: readonly string[]; modifiedAt: string | null } {
    const { corrections, modifiedAt } = this.reading.metadata;
    const later = modifiedAt !== null && Date.parse(modifiedAt) > Date.parse(time);
    return { corrections, modifiedAt: later ? modifiedAt : null };
  }

  /** The text directive that leads to a quote on the page as it stands; empty where it was not found, or in a frame. */
  fragmentOf(id: string): string {
    const { span, range } = this.#located.get(id) ?? {};
    const inFrame = range && range.startContainer.ownerDocument !== this.#doc;
    return span && !inFrame ? textFragmentFor(this.#page.index, span) : '';
  }

  state(): PageState {
    const { metadata, facts } = this.reading;
    const { text: _text, ...page } = facts;
    return {
      page,
      paywalled: metadata.paywalled,
      sources: { ...metadata.sources },
      selection: this.offer(),
      sightings: this.#sightings(),
    };
  }

  #sightings(): PageState['sightings'][number][] {
    return [...this.#located.values()].map(({ id, status, foundText }) => ({ id, status, foundText }));
  }
}
