import { buildTextIndex, type TextIndex } from '../../lib/text/text-index';
import { type PageReading, readPage } from './page-facts';

/** A text read longer ago may no longer be the page's. */
const INDEX_MAY_AGE_MS = 1_000;

/** What was read of a page, kept for as long as it may hold. */
export class PageReader {
  readonly #doc: Document;
  #reading: PageReading | null = null;
  #index: TextIndex | null = null;
  #indexReadAt = 0;

  constructor(doc: Document) {
    this.#doc = doc;
  }

  /** What the page is; read once per address and story. */
  get reading(): PageReading {
    const address = this.#doc.location.href;
    if (this.#reading?.pageAddress !== address) this.#reading = readPage(this.#doc, address);
    return this.#reading;
  }

  /** What the page is by now, whatever was read before. */
  readAgain(): PageReading {
    this.#reading = null;
    return this.reading;
  }

  /** The page's text, read again when it may have changed since. */
  get index(): TextIndex {
    const known = this.#index;
    if (known && performance.now() - this.#indexReadAt <= INDEX_MAY_AGE_MS) return known;
    const index = buildTextIndex(this.#doc, { preferred: this.reading.body?.root ?? null });
    this.took(index);
    return index;
  }

  /** The page's text was read by somebody else. */
  took(index: TextIndex): void {
    this.#index = index;
    this.#indexReadAt = performance.now();
  }

  /** The page has changed: what was read of it no longer holds. */
  forget(): void {
    this.#index = null;
    this.#reading = null;
  }
}

/** Lets the page do what it has to do first; browsers without idle callbacks (Safari) get a moment. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 200);
  });
}
