import { countFacets, type FacetCounts, hasPassed, passing } from './facet-counts';
import type { LibraryIndex } from './library-index';
import { type Matched, matchTerm, opposite, type Scores } from './match';
import { byRelevance, type Groups, type Layout, layOut, orderOf } from './orders';
import { parseQuery, type Query, type Term } from './query';
import type { SearchState, Sort, View } from './state';

/** What a search found, without the rows themselves: those are asked for by place, as many as are in sight. */
export interface Answer {
  readonly totals: Readonly<Record<View, number>>;
  readonly facets: FacetCounts;
  /** Parts of the query that could not be read. */
  readonly unread: readonly string[];
}

/** One line of a list: an article, quote or claim, with the quotes of it that the search found. */
export interface Item {
  readonly id: string;
  /** How many quotes of this article or claim were found; 1 for a quote. */
  readonly count: number;
  /** Some of them, the newest first. */
  readonly quoteIds: readonly string[];
}

const QUOTES_SHOWN = 2;
const KEPT_TERMS = 48;

/** Answers searches over an index, one at a time: `items` and `idsOf` speak of the last one run. */
export class LibrarySearch {
  private layout: Layout | null = null;
  private readonly orders = new Map<Sort, Int32Array>();
  /** Conditions that were answered lately: typing on changes the last one alone. */
  private readonly answered = new Map<string, Matched>();
  private verdicts: Int8Array = new Int8Array(0);
  private units: Int32Array = new Int32Array(0);
  private view: View = 'quotes';

  constructor(private readonly index: LibraryIndex) {}

  /** Runs a search over the index as it is now. */
  run(state: SearchState): Answer {
    const layout = this.fresh();
    const query = parseQuery(state.query);
    const { matched, totals: weights } = this.match(query, layout);
    this.verdicts = passing(this.index, layout, state.filters, matched);
    this.view = state.view;
    this.units = this.unitsOf(state.view, this.order(state.sort, query, weights), layout);
    return {
      totals: this.totals(layout),
      facets: countFacets(this.index, layout, state.view, state.filters, this.verdicts),
      unread: query.unread,
    };
  }

  /** The lines from one place up to, not including, another. */
  items(from: number, to: number): Item[] {
    return Array.from(this.units.subarray(from, to), (unit) => this.itemOf(unit));
  }

  /** Of everything that the search found in its view, in order, the ids from one place up to another. */
  idsOf(from: number, to: number): { readonly ids: string[]; readonly total: number } {
    const { ids } = this.slotsOf(this.view);
    return { ids: Array.from(this.units.subarray(from, to), (unit) => ids[unit] ?? ''), total: this.units.length };
  }

  /** The quotes that the search found in these articles or claims; for quotes, themselves. */
  quoteIdsOf(ids: readonly string[]): string[] {
    if (this.view === 'quotes') return [...ids];
    return ids.flatMap((id) => {
      const unit = this.slotsOf(this.view).find(id);
      return unit === undefined ? [] : this.foundIn(unit).map((slot) => this.index.rows.slots.ids[slot] ?? '');
    });
  }

  private fresh(): Layout {
    if (this.layout === null || this.layout.version !== this.index.version) {
      this.layout = layOut(this.index);
      this.orders.clear();
      this.answered.clear();
    }
    return this.layout;
  }

  /** Which rows answer the whole query, and how well. */
  private match({ terms }: Query, layout: Layout): { matched: Uint8Array; totals: Uint16Array } {
    const totals = new Uint16Array(layout.used.length);
    const matched = layout.used.slice();
    for (const term of terms) {
      const scores = this.scores(term);
      for (let slot = 0; slot < matched.length; slot++) {
        const score = scores[slot] ?? 0;
        if (score === 0) matched[slot] = 0;
        else totals[slot] = (totals[slot] ?? 0) + score;
      }
    }
    return { matched, totals };
  }

  private scores(term: Term): Scores {
    const key = keyOf(term);
    const matched = this.answered.get(key) ?? matchTerm(this.index, term, this.shorter(term));
    // Taken out and put back in, it is the youngest; the oldest goes.
    this.answered.delete(key);
    this.answered.set(key, matched);
    const [oldest] = this.answered.keys();
    if (this.answered.size > KEPT_TERMS && oldest !== undefined) this.answered.delete(oldest);
    return term.not ? opposite(this.index, matched.scores) : matched.scores;
  }

  /** What the word gave when it was a few letters shorter: a longer one can't be found elsewhere. */
  private shorter(term: Term): Matched | null {
    if (term.kind !== 'text') return null;
    for (let length = term.pattern.length; length > 0; length--) {
      const pattern = term.pattern.slice(0, length);
      const known = this.answered.get(keyOf({ ...term, pattern, whole: false }));
      if (known) return known;
    }
    return null;
  }

  private order(sort: Sort, { terms }: Query, weights: Uint16Array): Int32Array {
    const layout = this.fresh();
    const base = sort === 'relevance' ? 'newest' : sort;
    const order = this.orders.get(base) ?? orderOf(this.index, layout, base);
    this.orders.set(base, order);
    return sort === 'relevance' && terms.length > 0 ? byRelevance(order, weights) : order;
  }

  /** What the view lists, each once, where its first row stands. */
  private unitsOf(view: View, order: Int32Array, layout: Layout): Int32Array {
    const units = new Int32Array(order.length);
    const seen = new Uint8Array(this.slotsOf(view).length);
    const pointers = view === 'quotes' ? null : layout[UNIT[view]];
    let found = 0;
    for (let at = 0; at < order.length; at++) {
      const slot = order[at] ?? 0;
      if (!hasPassed(this.verdicts[slot])) continue;
      const unit = pointers === null ? (layout.isQuote[slot] === 1 ? slot : -1) : (pointers[slot] ?? -1);
      if (unit < 0 || seen[unit] === 1) continue;
      seen[unit] = 1;
      units[found++] = unit;
    }
    return units.subarray(0, found);
  }

  private totals(layout: Layout): Record<View, number> {
    const articles = new Uint8Array(this.index.articles.slots.length);
    const claims = new Uint8Array(this.index.claims.slots.length);
    const totals = { articles: 0, quotes: 0, claims: 0 };
    for (let slot = 0; slot < this.verdicts.length; slot++) {
      if (!hasPassed(this.verdicts[slot])) continue;
      totals.quotes += layout.isQuote[slot] ?? 0;
      totals.articles += first(articles, layout.article[slot] ?? -1);
      totals.claims += first(claims, layout.claim[slot] ?? -1);
    }
    return totals;
  }

  private slotsOf(view: View) {
    return { articles: this.index.articles, quotes: this.index.rows, claims: this.index.claims }[view].slots;
  }

  private itemOf(unit: number): Item {
    const id = this.slotsOf(this.view).ids[unit] ?? '';
    if (this.view === 'quotes') return { id, count: 1, quoteIds: [id] };
    const found = this.foundIn(unit);
    const quoteIds = found.slice(0, QUOTES_SHOWN).map((slot) => this.index.rows.slots.ids[slot] ?? '');
    return { id, count: found.length, quoteIds };
  }

  /** The quotes of an article or claim that were found, the newest first. */
  private foundIn(unit: number): number[] {
    const layout = this.fresh();
    const groups: Groups = this.view === 'articles' ? layout.byArticle : layout.byClaim;
    const { created } = this.index.rows;
    return [...groups.rows.subarray(groups.starts[unit] ?? 0, groups.starts[unit + 1] ?? 0)]
      .filter((slot) => hasPassed(this.verdicts[slot]) && layout.isQuote[slot] === 1)
      .sort((a, b) => created.get(b) - created.get(a));
  }
}

const UNIT = { articles: 'article', claims: 'claim' } as const;

/** 1 the first time that a place is asked for, 0 from then on and for no place. */
function first(seen: Uint8Array, at: number): number {
  if (at < 0 || seen[at] === 1) return 0;
  seen[at] = 1;
  return 1;
}

/** A condition's name among those that were answered; its opposite is answered with it. */
const keyOf = (term: Term): string => JSON.stringify({ ...term, not: false });
