import type { ArticleFacts } from '../model/article';

/** What a page is, as a journalist would sort it. */
export type PageKind = 'news' | 'article' | 'live' | 'section' | 'media' | 'other';

/** One thing that spoke for or against, in order of weight: `signal` names a sentence of the debug view. */
export interface Reason {
  readonly signal: string;
  readonly weight: number;
}

/** Signal → how strongly the page shows it, mostly 1. Signals that are 0 may be left out. */
export type Signals = Record<string, number>;

/** What a page shows of what the detector looks for. */
export interface PageSignals {
  readonly head: Readonly<Signals>;
  readonly shape: Readonly<Signals>;
}

/** The detector's finding about a page. `score` is a probability from 0 to 1 that it is a news article. */
export interface Detection {
  readonly kind: PageKind;
  readonly newsArticle: boolean;
  readonly score: number;
  readonly canonicalUrl: string;
  /** The stage that was sure enough to stop. */
  readonly stage: 'address' | 'data' | 'head' | 'shape';
}

/** Where a value was read, most trusted first in each reader's own order. */
export type Source = string;

export interface Metadata extends ArticleFacts {
  readonly canonicalUrl: string;
  readonly paywalled: boolean | null;
  /** Correction and update notices, as they stand on the page. */
  readonly corrections: readonly string[];
  readonly sources: Readonly<Partial<Record<keyof ArticleFacts | 'canonicalUrl' | 'paywalled', Source>>>;
}

/** The article's text in the live document. */
export interface Body {
  /** The smallest element that holds all blocks. */
  readonly root: Element;
  /** Paragraphs, subheadings, list items and quotations in reading order. */
  readonly blocks: readonly Element[];
  /** Their text, white space folded, separated by blank lines. */
  readonly text: string;
  readonly wordCount: number;
}
