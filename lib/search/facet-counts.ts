import type { Dictionary } from './dictionary';
import type { LibraryIndex } from './library-index';
import { type Layout, SINGLE_FACETS } from './orders';
import { FACETS, type Facet, type Filters, type View } from './state';

/** A value of a facet, with how many articles, quotes or claims of the search have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}
export type FacetCounts = Readonly<Record<Facet, readonly FacetCount[]>>;

/** The dictionary in which a facet's values are numbered. */
export function dictionaryOf(index: LibraryIndex, facet: Facet): Dictionary {
  const dictionaries: Readonly<Record<Facet, Dictionary>> = {
    site: index.sites,
    tag: index.tags,
    colour: index.colours,
    language: index.languages,
    type: index.types,
    verdict: index.verdicts,
    progress: index.progress,
    status: index.statuses,
    month: index.months,
  };
  return dictionaries[facet];
}

const perFacet = <T>(make: (facet: Facet) => T): Record<Facet, T> => ({
  site: make('site'),
  tag: make('tag'),
  colour: make('colour'),
  language: make('language'),
  type: make('type'),
  verdict: make('verdict'),
  progress: make('progress'),
  status: make('status'),
  month: make('month'),
});

/** Which values of each facet are chosen, by number; null where any will do. */
type Chosen = Readonly<Record<Facet, Uint8Array | null>>;

function chosenOf(index: LibraryIndex, filters: Filters): Chosen {
  return perFacet((facet) => {
    const values = filters[facet] ?? [];
    if (values.length === 0) return null;
    const dictionary = dictionaryOf(index, facet);
    const flags = new Uint8Array(dictionary.values.length);
    for (const value of values) {
      const code = dictionary.find(value);
      if (code !== undefined) flags[code] = 1;
    }
    return flags;
  });
}

const PASSED = -1;
const FAILED = -2;

/**
 * For each row, what the chosen values say: -1 it passes, -2 it fails, else the number (in FACETS) of the one facet that
 * it fails by. Those count for that facet alone: its other values say what choosing them as well would bring.
 */
export function passing(index: LibraryIndex, layout: Layout, filters: Filters, matched: Uint8Array): Int8Array {
  const verdicts = new Int8Array(matched.length).fill(FAILED);
  for (let slot = 0; slot < matched.length; slot++) if (matched[slot] === 1) verdicts[slot] = PASSED;
  const chosen = chosenOf(index, filters);
  FACETS.forEach((facet, number) => {
    const flags = chosen[facet];
    if (flags === null) return;
    for (let slot = 0; slot < verdicts.length; slot++) {
      if (verdicts[slot] === FAILED || has(index, layout, facet, slot, flags)) continue;
      verdicts[slot] = verdicts[slot] === PASSED ? number : FAILED;
    }
  });
  return verdicts;
}

function has(index: LibraryIndex, layout: Layout, facet: Facet, slot: number, flags: Uint8Array): boolean {
  if (facet === 'tag') return index.rows.tags[slot]?.some((code) => flags[code] === 1) ?? false;
  return flags[layout.codes[facet][slot] ?? -1] === 1;
}

/** Counts one facet's values, each article or claim once. */
class Counter {
  private readonly counts: Int32Array;
  private readonly last: Int32Array;

  constructor(private readonly dictionary: Dictionary) {
    this.counts = new Int32Array(dictionary.values.length);
    this.last = new Int32Array(dictionary.values.length).fill(-1);
  }

  /** `unit` is what is counted; rows of one unit must come one after the other. */
  add(code: number, unit: number): void {
    if (code < 0 || this.last[code] === unit) return;
    this.last[code] = unit;
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }

  /** The values that were met, the most frequent first; chosen ones are named even where nothing has them. */
  result(chosen: readonly string[], limit: number): FacetCount[] {
    const met: FacetCount[] = [];
    this.counts.forEach((count, code) => {
      if (count > 0) met.push({ value: this.dictionary.values[code] ?? '', count });
    });
    met.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    const kept = met.slice(0, limit);
    const named = new Set(kept.map(({ value }) => value));
    for (const value of chosen) {
      if (named.has(value)) continue;
      kept.push({ value, count: this.counts[this.dictionary.find(value) ?? -1] ?? 0 });
    }
    return kept;
  }
}

/** More values than these of one facet are not told apart: nobody reads so long a list. */
const MOST_VALUES = 1_000;

/** Counts the values of every facet among the rows of a search, in what the view shows: articles, quotes or claims. */
export function countFacets(
  index: LibraryIndex,
  layout: Layout,
  view: View,
  filters: Filters,
  verdicts: Int8Array,
): FacetCounts {
  const counters = Object.fromEntries(
    FACETS.map((facet) => [facet, new Counter(dictionaryOf(index, facet))]),
  ) as Record<Facet, Counter>;
  const tagNumber = FACETS.indexOf('tag');
  const count = (slot: number, unit: number): void => {
    const verdict = verdicts[slot] ?? FAILED;
    if (verdict === FAILED) return;
    for (const facet of SINGLE_FACETS) {
      if (verdict === PASSED || FACETS[verdict] === facet) counters[facet].add(layout.codes[facet][slot] ?? -1, unit);
    }
    if (verdict !== PASSED && verdict !== tagNumber) return;
    for (const code of index.rows.tags[slot] ?? []) counters.tag.add(code, unit);
  };
  if (view === 'quotes') {
    for (let slot = 0; slot < verdicts.length; slot++) if (layout.isQuote[slot] === 1) count(slot, slot);
  } else {
    const groups = view === 'articles' ? layout.byArticle : layout.byClaim;
    for (let unit = 0; unit + 1 < groups.starts.length; unit++) {
      const end = groups.starts[unit + 1] ?? 0;
      for (let at = groups.starts[unit] ?? 0; at < end; at++) count(groups.rows[at] ?? -1, unit);
    }
  }
  return perFacet((facet) => counters[facet].result(filters[facet] ?? [], MOST_VALUES));
}

export const hasPassed = (verdict: number | undefined): boolean => verdict === PASSED;
