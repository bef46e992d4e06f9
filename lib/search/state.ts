/** One search, as the address keeps it and the index answers it. */

/** Three views of one search. */
export const VIEWS = ['articles', 'quotes', 'claims'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['newest', 'oldest', 'published', 'site', 'relevance'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * What a search can be narrowed by. Several values of one facet widen it, several facets narrow it. Values are those of
 * the rows: a site's name, a tag, `en`, `neutral/Mixed`, `2026-04`; empty for a claim that has none.
 */
export const FACETS = ['site', 'tag', 'colour', 'language', 'type', 'verdict', 'progress', 'status', 'month'] as const;
export type Facet = (typeof FACETS)[number];

export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

export interface SearchState {
  readonly view: View;
  /** As it was typed. */
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
}

export const EMPTY_SEARCH: SearchState = { view: 'quotes', query: '', filters: {}, sort: 'newest' };

/** Whether a search lets everything through. */
export const isOpen = ({ query, filters }: SearchState): boolean =>
  query.trim() === '' && FACETS.every((facet) => (filters[facet] ?? []).length === 0);

/** The filters with a value of a facet put in, or taken out where it was in. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const now = filters[facet] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const { [facet]: _, ...rest } = filters;
  return next.length === 0 ? rest : { ...rest, [facet]: next };
}
