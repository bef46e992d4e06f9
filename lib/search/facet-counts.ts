import type { Dictionary } from './dictionary';
import type { LibraryIndex } from './library-index';
import type { Layout } from './orders';
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
      if (verdicts[slot] === FAILED || has(layout, facet, slot, flags)) continue;
      verdicts[slot] = verdicts[slot] === PASSED ? number : FAILED;
    }
  });
  return verdicts;
}

function has(layout: Layout, facet: Facet, slot: number, flags: Uint8Array): boolean {
  if (facet !== 'tag') return flags[layout.codes[facet][slot] ?? -1] === 1;
  const end = layout.tagStarts[slot + 1] ?? 0;
  for (let at = layout.tagStarts[slot] ?? 0; at < end; at++) if (flags[layout.tags[at] ?? -1] === 1) return true;
  return false;
}

/** The rows in the order in which they are counted: those of one article or claim one after the other. */
interface Walk {
  /** Null for every slot in turn. */
  readonly slots: Int32Array | null;
  /** What is counted at each slot; -1 where the view shows nothing of it. Null where each slot is one. */
  readonly unit: Int32Array | null;
}

/** Counts one facet's values, each article or claim once. Plain loops: this is most of what a key press costs. */
function countOne(walk: Walk, layout: Layout, facet: Facet, size: number, verdicts: Int8Array): Int32Array {
  const counts = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const number = FACETS.indexOf(facet);
  const { slots, unit } = walk;
  const codes = facet === 'tag' ? null : layout.codes[facet];
  const { tags, tagStarts, isQuote } = layout;
  const length = slots === null ? verdicts.length : slots.length;
  for (let at = 0; at < length; at++) {
    const slot = slots === null ? at : (slots[at] ?? 0);
    const verdict = verdicts[slot] ?? FAILED;
    if (verdict !== PASSED && verdict !== number) continue;
    const counted = unit === null ? (isQuote[slot] === 1 ? slot : -1) : (unit[slot] ?? -1);
    if (counted < 0) continue;
    const from = codes === null ? (tagStarts[slot] ?? 0) : 0;
    const to = codes === null ? (tagStarts[slot + 1] ?? 0) : 1;
    for (let i = from; i < to; i++) {
      const code = (codes === null ? tags[i] : codes[slot]) ?? -1;
      if (code < 0 || last[code] === counted) continue;
      last[code] = counted;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** More values than these of one facet are not told apart: nobody reads so long a list. */
const MOST_VALUES = 1_000;

/** The values that were met, the most frequent first; chosen ones are named even where nothing has them. */
function named(dictionary: Dictionary, counts: Int32Array, chosen: readonly string[]): FacetCount[] {
  const met: FacetCount[] = [];
  counts.forEach((count, code) => {
    if (count > 0) met.push({ value: dictionary.values[code] ?? '', count });
  });
  met.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const kept = met.slice(0, MOST_VALUES);
  const names = new Set(kept.map(({ value }) => value));
  for (const value of chosen) {
    if (!names.has(value)) kept.push({ value, count: counts[dictionary.find(value) ?? -1] ?? 0 });
  }
  return kept;
}

/** Counts the values of every facet among the rows of a search, in what the view shows: articles, quotes or claims. */
export function countFacets(
  index: LibraryIndex,
  layout: Layout,
  view: View,
  filters: Filters,
  verdicts: Int8Array,
): FacetCounts {
  const walk = walkOf(layout, view);
  return perFacet((facet) => {
    const dictionary = dictionaryOf(index, facet);
    const counts = countOne(walk, layout, facet, dictionary.values.length, verdicts);
    return named(dictionary, counts, filters[facet] ?? []);
  });
}

function walkOf(layout: Layout, view: View): Walk {
  if (view === 'quotes') return { slots: null, unit: null };
  return view === 'articles'
    ? { slots: layout.byArticle.rows, unit: layout.article }
    : { slots: layout.byClaim.rows, unit: layout.claim };
}

export const hasPassed = (verdict: number | undefined): boolean => verdict === PASSED;
