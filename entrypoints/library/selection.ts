import { useEffect, useState } from 'preact/hooks';
import type { SearchState, View } from '../../lib/search/state';
import type { SearchClient } from './search-client';

/** What the reader selected in the list: articles, quotes or claims, as the view shows them. */
export interface Selection {
  readonly view: View;
  readonly ids: ReadonlySet<string>;
  has(id: string): boolean;
  /** Selects one more or takes it out; a range begins there. */
  toggle(id: string, place: number): void;
  /** Selects everything from where the last click was to this place. */
  extendTo(place: number): Promise<void>;
  /** Selects everything that the search found in this view. */
  selectAll(): Promise<void>;
  clear(): void;
  /** The selected quotes; of articles and claims, those of their quotes that the search found. */
  quoteIds(): Promise<readonly string[]>;
}

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where a range would begin. */
  readonly anchor: number | null;
}

const NOTHING: Chosen = { ids: new Set(), anchor: null };

/** The selection of a search. Another search begins with nothing selected; a change of the library leaves it. */
export function useSelection(client: SearchClient, state: SearchState): Selection {
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const { view, query, filters } = state;
  useEffect(() => setChosen(NOTHING), [view, query, filters]);
  return {
    view,
    ids: chosen.ids,
    has: (id) => chosen.ids.has(id),
    toggle: (id, place) =>
      setChosen(({ ids }) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        return { ids: next, anchor: place };
      }),
    extendTo: async (place) => {
      const all = await client.allIds(state);
      setChosen(({ ids, anchor }) => {
        const from = anchor ?? place;
        const range = all.slice(Math.min(from, place), Math.max(from, place) + 1);
        return { ids: new Set([...ids, ...range]), anchor: place };
      });
    },
    selectAll: async () => {
      const all = await client.allIds(state);
      setChosen({ ids: new Set(all), anchor: null });
    },
    clear: () => setChosen(NOTHING),
    quoteIds: () => client.quoteIds(state, [...chosen.ids]),
  };
}
