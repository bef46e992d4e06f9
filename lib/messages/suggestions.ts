import type { PageReview } from '../article/claim-reviews';
import type { ClaimReason } from '../claims/cues/types';
import type { Selectors } from '../model/selectors';
import type { ClaimType } from '../model/vocabulary';

/** A quotation that the page offers. Nothing is stored until a person takes it. */
export interface QuoteSuggestion {
  readonly selectors: Selectors;
  /** The same with the quotation marks around it, where there is a pair of them. */
  readonly withMarks: Selectors | null;
  /** A name, or the article's own phrase for an unnamed source; null when unsure. */
  readonly speaker: string | null;
  /** Whether `speaker` is a name. */
  readonly named: boolean;
  readonly role: string | null;
}

/** A sentence that may be worth checking, with the reasons; it says nothing about whether it is true. */
export interface ClaimOffer {
  readonly selectors: Selectors;
  readonly type: ClaimType;
  readonly worthiness: number;
  readonly reasons: readonly ClaimReason[];
  /** Who is quoted in it, where one named person is. */
  readonly claimant: string | null;
}

/** What a page offers, in reading order, and which claims it says it checks. */
export interface PageSuggestions {
  readonly quotes: readonly QuoteSuggestion[];
  readonly claims: readonly ClaimOffer[];
  readonly reviews: readonly PageReview[];
}

/** Where the reader is on the page. */
export interface ReadingPlace {
  /** Code points into the page's text at the middle of the window; null where no article text is near. */
  readonly point: number | null;
  /** Grows with each change of the page's text: ask for suggestions again. */
  readonly version: number;
}
