import { BARE_CLAIM, type LibraryIndex, QUOTE } from './library-index';
import type { Facet, Sort } from './state';

/** What is computed of the index as a whole and stays good until it changes. Columns are by slot. */
export interface Layout {
  readonly version: number;
  /** For each facet but tags, the number of each row's value; -1 where it has none. */
  readonly codes: Readonly<Record<Exclude<Facet, 'tag'>, Int32Array>>;
  /** The tags of the row in slot `s` are `tags[tagStarts[s]]` up to `tags[tagStarts[s + 1]]`. */
  readonly tags: Int32Array;
  readonly tagStarts: Int32Array;
  /** The article and claim of each row that live; -1 where there is none. */
  readonly article: Int32Array;
  readonly claim: Int32Array;
  /** 1 for rows, 0 for empty slots; and 1 for those that are quotes. */
  readonly used: Uint8Array;
  readonly isQuote: Uint8Array;
  readonly byArticle: Groups;
  readonly byClaim: Groups;
}

/** Rows of a kind side by side: those of group `g` are `rows[starts[g]]` up to `rows[starts[g + 1]]`. */
export interface Groups {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** The numbers of another table's column for the row that each of ours points to. */
function through(pointers: Int32Array, column: Int32Array): Int32Array {
  const out = new Int32Array(pointers.length);
  for (let slot = 0; slot < out.length; slot++) {
    const at = pointers[slot] ?? -1;
    out[slot] = at < 0 ? -1 : (column[at] ?? -1);
  }
  return out;
}

/** The pointers that lead to something that lives. */
function living(pointers: Int32Array, live: Int32Array): Int32Array {
  return pointers.map((at) => (at >= 0 && live[at] === 1 ? at : -1));
}

function flatTags(tags: readonly (readonly number[])[], length: number): { tags: Int32Array; tagStarts: Int32Array } {
  const tagStarts = new Int32Array(length + 1);
  const flat: number[] = [];
  for (let slot = 0; slot < length; slot++) {
    for (const tag of tags[slot] ?? []) flat.push(tag);
    tagStarts[slot + 1] = flat.length;
  }
  return { tags: Int32Array.from(flat), tagStarts };
}

/** Lays the rows out by article and claim, with the values that facets count. */
export function layOut(index: LibraryIndex): Layout {
  const { rows, articles, claims } = index;
  const { length } = rows.slots;
  const article = living(rows.article.values.subarray(0, length), articles.live.values);
  const claim = living(rows.claim.values.subarray(0, length), claims.live.values);
  const used = new Uint8Array(length);
  const isQuote = new Uint8Array(length);
  const language = through(article, articles.language.values);
  for (let slot = 0; slot < length; slot++) {
    const kind = rows.kind.values[slot] ?? 0;
    used[slot] = kind === 0 ? 0 : 1;
    isQuote[slot] = kind === QUOTE ? 1 : 0;
    // A claim without a quote has no article to tell its language.
    if (kind === BARE_CLAIM) language[slot] = claims.language.get(claim[slot] ?? -1);
  }
  return {
    version: index.version,
    codes: {
      site: through(article, articles.site.values),
      colour: rows.colour.values.slice(0, length),
      language,
      type: through(claim, claims.type.values),
      verdict: through(claim, claims.verdict.values),
      progress: through(claim, claims.progress.values),
      status: rows.status.values.slice(0, length),
      month: rows.month.values.slice(0, length),
    },
    ...flatTags(rows.tags, length),
    article,
    claim,
    used,
    isQuote,
    byArticle: grouped(article, articles.slots.length),
    byClaim: grouped(claim, claims.slots.length),
  };
}

function grouped(groupOf: Int32Array, groups: number): Groups {
  const starts = new Int32Array(groups + 1);
  for (let slot = 0; slot < groupOf.length; slot++) {
    const group = groupOf[slot] ?? -1;
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[groups] ?? 0);
  for (let slot = 0; slot < groupOf.length; slot++) {
    const group = groupOf[slot] ?? -1;
    if (group < 0) continue;
    const at = next[group] ?? 0;
    rows[at] = slot;
    next[group] = at + 1;
  }
  return { rows, starts };
}

/** The slots that hold a row, in order. Relevance has no order of its own: see `byRelevance`. */
export function orderOf(index: LibraryIndex, layout: Layout, sort: Sort): Int32Array {
  const { rows, articles, sites } = index;
  let used = 0;
  const slots = new Int32Array(layout.used.length);
  layout.used.forEach((one, slot) => {
    if (one === 1) slots[used++] = slot;
  });
  const order = slots.subarray(0, used);
  const time = rows.created.values;
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
