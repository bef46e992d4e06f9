import { type LibraryIndex, QUOTE } from './library-index';
import type { Facet, Sort } from './state';
import { FACETS } from './state';

/** What is computed of the index as a whole and stays good until it changes. */
export interface Layout {
  readonly version: number;
  /** For each facet but tags, the number of each row's value; -1 where it has none. */
  readonly codes: Readonly<Record<Exclude<Facet, 'tag'>, Int32Array>>;
  readonly article: Int32Array;
  readonly claim: Int32Array;
  readonly isQuote: Uint8Array;
  readonly byArticle: Groups;
  readonly byClaim: Groups;
}

/** Rows of a kind side by side: those of group `g` are `rows[starts[g]]` up to `rows[starts[g + 1]]`. */
export interface Groups {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** Lays the rows out by article and claim, with the values that facets count. */
export function layOut(index: LibraryIndex): Layout {
  const { rows, articles, claims } = index;
  const { length } = rows.slots;
  const column = (value: (slot: number) => number): Int32Array => Int32Array.from({ length }, (_, slot) => value(slot));
  const isQuote = Uint8Array.from({ length }, (_, slot) => (rows.kind.get(slot) === QUOTE ? 1 : 0));
  const article = column((slot) => {
    const at = rows.article.get(slot);
    return at >= 0 && articles.live.get(at) === 1 ? at : -1;
  });
  const claim = column((slot) => {
    const at = rows.claim.get(slot);
    return at >= 0 && claims.live.get(at) === 1 ? at : -1;
  });
  const ofArticle = (get: (at: number) => number) => (slot: number) => get(article[slot] ?? -1);
  const ofClaim = (get: (at: number) => number) => (slot: number) => get(claim[slot] ?? -1);
  const language = ofArticle((at) => articles.language.get(at));
  const bareLanguage = ofClaim((at) => claims.language.get(at));
  return {
    version: index.version,
    codes: {
      site: column(ofArticle((at) => articles.site.get(at))),
      colour: column((slot) => rows.colour.get(slot)),
      language: column((slot) => (isQuote[slot] === 1 ? language(slot) : bareLanguage(slot))),
      type: column(ofClaim((at) => claims.type.get(at))),
      verdict: column(ofClaim((at) => claims.verdict.get(at))),
      progress: column(ofClaim((at) => claims.progress.get(at))),
      status: column((slot) => rows.status.get(slot)),
      month: column((slot) => rows.month.get(slot)),
    },
    article,
    claim,
    isQuote,
    byArticle: grouped(article, articles.slots.length),
    byClaim: grouped(claim, claims.slots.length),
  };
}

function grouped(groupOf: Int32Array, groups: number): Groups {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[groups] ?? 0);
  groupOf.forEach((group, slot) => {
    if (group < 0) return;
    const at = next[group] ?? 0;
    rows[at] = slot;
    next[group] = at + 1;
  });
  return { rows, starts };
}

/** The slots that hold a row, in order. Relevance has no order of its own: see `byRelevance`. */
export function orderOf(index: LibraryIndex, layout: Layout, sort: Sort): Int32Array {
  const { rows, articles, sites } = index;
  const used: number[] = [];
  for (let slot = 0; slot < rows.slots.length; slot++) if (rows.kind.get(slot) !== 0) used.push(slot);
  const order = Int32Array.from(used);
  const time = Float64Array.from({ length: rows.slots.length }, (_, slot) => rows.created.get(slot));
  // Rows of one moment keep an order that does not depend on when they were read.
  const { ids } = rows.slots;
  const byId = (a: number, b: number): number => ((ids[a] ?? '') < (ids[b] ?? '') ? 1 : -1);
  const newest = (a: number, b: number): number => (time[b] ?? 0) - (time[a] ?? 0) || byId(a, b);
  if (sort === 'oldest') return order.sort((a, b) => newest(b, a));
  if (sort === 'published') {
    const key = rankOf(articles.published, (a, b) => (a < b ? 1 : a > b ? -1 : 0));
    return order.sort((a, b) => rankAt(key, layout, a) - rankAt(key, layout, b) || newest(a, b));
  }
  if (sort === 'site') {
    const rank = rankOf(sites.values, new Intl.Collator().compare);
    const key = (slot: number): number => rank[layout.codes.site[slot] ?? -1] ?? rank.length;
    return order.sort((a, b) => key(a) - key(b) || newest(a, b));
  }
  return order.sort(newest);
}

/** A claim without a quote has no article: it comes last. */
const rankAt = (rank: Int32Array, layout: Layout, slot: number): number =>
  rank[layout.article[slot] ?? -1] ?? rank.length;

/** The place of each value in order; equal values share one. */
function rankOf(values: readonly string[], compare: (a: string, b: string) => number): Int32Array {
  const distinct = [...new Set(values)].sort(compare);
  const places = new Map(distinct.map((value, at) => [value, at]));
  return Int32Array.from(values, (value) => places.get(value) ?? 0);
}

/** The same slots, the best answers first; equal ones stay in the order given. */
export function byRelevance(order: Int32Array, scores: Uint16Array): Int32Array {
  const top = scores.reduce((most, score) => Math.max(most, score), 0);
  const starts = new Int32Array(top + 2);
  for (const slot of order) {
    const rank = top - (scores[slot] ?? 0);
    starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  }
  for (let rank = 0; rank <= top; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const slot of order) {
    const rank = top - (scores[slot] ?? 0);
    const at = starts[rank] ?? 0;
    sorted[at] = slot;
    starts[rank] = at + 1;
  }
  return sorted;
}

/** The facets whose value each row has at most once. */
export const SINGLE_FACETS = FACETS.filter((facet): facet is Exclude<Facet, 'tag'> => facet !== 'tag');
