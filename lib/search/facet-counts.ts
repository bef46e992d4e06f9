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

/** Rows that count for something, in the order in which they are counted, with what each counts as. */
interface Walk {
  readonly slots: Int32Array;
  /** The article, claim or quote that each row stands for; those of one follow each other. */
  readonly units: Int32Array;
}

/** Leaves out what the search did not find, once for all facets. */
function walkOf(layout: Layout, view: View, verdicts: Int8Array): Walk {
  const groups = view === 'articles' ? layout.byArticle : view === 'claims' ? layout.byClaim : null;
  const pointers = view === 'articles' ? layout.article : view === 'claims' ? layout.claim : null;
  const length = groups === null ? verdicts.length : groups.rows.length;
  const slots = new Int32Array(length);
  const units = new Int32Array(length);
  let found = 0;
  for (let at = 0; at < length; at++) {
    const slot = groups === null ? at : (groups.rows[at] ?? 0);
    if (verdicts[slot] === FAILED) continue;
    const unit = pointers === null ? (layout.isQuote[slot] === 1 ? slot : -1) : (pointers[slot] ?? -1);
    if (unit < 0) continue;
    slots[found] = slot;
    units[found++] = unit;
  }
  return { slots: slots.subarray(0, found), units: units.subarray(0, found) };
}

/** Counts one facet's values, each article or claim once. Plain loops: this is most of what a key press costs. */
function countSingle({ slots, units }: Walk, codes: Int32Array, counts: Int32Array, verdicts: Int8Array, facet: Facet) {
  const last = new Int32Array(counts.length).fill(-1);
  const number = FACETS.indexOf(facet);
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    const code = codes[slot] ?? -1;
    const unit = units[at] ?? 0;
    if (code < 0 || last[code] === unit) continue;
    const verdict = verdicts[slot];
    if (verdict !== PASSED && verdict !== number) continue;
    last[code] = unit;
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

function countTags({ slots, units }: Walk, { tags, tagStarts }: Layout, counts: Int32Array, verdicts: Int8Array): void {
  const last = new Int32Array(counts.length).fill(-1);
  const number = FACETS.indexOf('tag');
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    const unit = units[at] ?? 0;
    const verdict = verdicts[slot];
    if (verdict !== PASSED && verdict !== number) continue;
    const end = tagStarts[slot + 1] ?? 0;
    for (let i = tagStarts[slot] ?? 0; i < end; i++) {
      const code = tags[i] ?? 0;
      if (last[code] === unit) continue;
      last[code] = unit;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
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
  const walk = walkOf(layout, view, verdicts);
  return perFacet((facet) => {
    const dictionary = dictionaryOf(index, facet);
    const counts = new Int32Array(dictionary.values.length);
    if (facet === 'tag') countTags(walk, layout, counts, verdicts);
    else countSingle(walk, layout.codes[facet], counts, verdicts, facet);
    return named(dictionary, counts, filters[facet] ?? []);
  });
}

export const hasPassed = (verdict: number | undefined): boolean => verdict === PASSED;
