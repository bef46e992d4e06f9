import type { Answer, Item } from './search';
import type { Facet, SearchState } from './state';

/** What the library's page and its search worker say to each other. Both ship in one package, so nothing is parsed. */

/** What values of closed lists are called in the reader's language. */
export type NameTable = Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>>;

/** The first message: the worker reads the library and answers from then on. */
export interface Start {
  readonly ask: 'start';
  readonly names: NameTable;
  /** The language of the interface. */
  readonly locale: string;
}

export type Question =
  /** Runs a search; answers with its first lines as well, from `from` up to `to`. */
  | { readonly ask: 'search'; readonly state: SearchState; readonly from: number; readonly to: number }
  /** Further lines of the run with that number; none where another search was run since. */
  | { readonly ask: 'items'; readonly run: number; readonly from: number; readonly to: number }
  /** Of everything that a search finds in its view, the ids from one place up to another. */
  | { readonly ask: 'allIds'; readonly state: SearchState; readonly from: number; readonly to: number }
  /** The quotes that a search finds in these articles or claims. */
  | { readonly ask: 'quoteIds'; readonly state: SearchState; readonly ids: readonly string[] };

/** What a search answers. */
export interface Found {
  readonly run: number;
  readonly answer: Answer;
  readonly items: readonly Item[];
  readonly from: number;
  /** How much of the library was read so far, from 0 to 1. */
  readonly read: number;
}

/** A stretch of all ids; with another `run`, the library has changed since and the stretches before are stale. */
export interface SomeIds {
  readonly run: number;
  readonly ids: readonly string[];
  readonly total: number;
}

export interface Answers {
  readonly search: Found;
  readonly items: readonly Item[];
  readonly allIds: SomeIds;
  readonly quoteIds: readonly string[];
}

export type ToWorker = Start | { readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly failed: string }
  /** The library changed, or more of it was read: what was answered may be out of date. */
  | { readonly changed: true; readonly read: number }
  | { readonly broken: string };
