import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Item } from '../../lib/search/search';
import { isOpen, type SearchState } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import { firstItems } from './first-screen';
import type { SearchClient } from './search-client';

/** What is known of the current search. */
export interface Results {
  /** The state that these are the results of; what is typed may be ahead of it. */
  readonly state: SearchState;
  /** Null as long as only the first lines are known, read from the store without the search. */
  readonly answer: Answer | null;
  readonly total: number;
  /** How much of the library was read, from 0 to 1. */
  readonly read: number;
  itemAt(place: number): Item | undefined;
  /** Fetches the lines from one place up to another, where they are not known yet. */
  need(from: number, to: number): void;
}

const FIRST_LINES = 40;
const BATCH = 100;

interface Held {
  readonly state: SearchState;
  readonly answer: Answer | null;
  readonly total: number;
  readonly read: number;
  readonly run: number;
  readonly items: Map<number, Item>;
}

/**
 * Runs the search whenever its state or the library changes. While an answer is under way the last one stands, so
 * nothing flickers. Null until the first lines are there.
 */
export function useSearch(client: SearchClient, db: PressmarkDatabase, state: SearchState): Results | null {
  const [held, setHeld] = useState<Held | null>(null);
  const [, redraw] = useState(0);
  const shown = useRef({ from: 0, to: FIRST_LINES });
  const latest = useRef(state);
  const busy = useRef(false);
  latest.current = state;

  const run = useCallback(async (): Promise<void> => {
    // One question at a time: while it is answered, further keys only change what is asked next.
    if (busy.current) return;
    busy.current = true;
    try {
      for (let asked: SearchState | null = null; asked !== latest.current; ) {
        asked = latest.current;
        const { from, to } = shown.current;
        const found = await client.search(asked, from, to);
        const items = new Map(found.items.map((item, i) => [found.from + i, item]));
        const { answer, read } = found;
        const next = { state: asked, answer, total: answer.totals[asked.view], read, run: found.run, items };
        // What a part of the library answers to everything at once is no better than its first lines from the store.
        const early = read < 1 && isOpen(asked);
        setHeld((now) => (!early ? next : now === null || now.answer !== null ? now : { ...now, read }));
      }
    } finally {
      busy.current = false;
    }
  }, [client]);

  useEffect(() => {
    if (held !== null && held.state.view !== state.view) shown.current = { from: 0, to: FIRST_LINES };
    void run();
  }, [run, state]);

  useEffect(() => follow(client, run), [client, run]);

  const early = isOpen(state) && (held === null || held.answer === null);
  useEffect(() => {
    // The first screen does not wait until the library is read: the latest lines come straight from the store.
    if (!early) return;
    void firstItems(db, state.view, FIRST_LINES).then((items) => {
      const known = new Map(items.map((item, i) => [i, item]));
      const first = { state: latest.current, answer: null, total: items.length, run: 0, items: known };
      setHeld((now) => (now !== null && now.answer !== null ? now : { ...first, read: now?.read ?? 0 }));
    });
  }, [db, early, state.view]);

  const need = useCallback(
    (from: number, to: number): void => {
      shown.current = { from: Math.max(0, from - BATCH / 2), to: to + BATCH / 2 };
      if (held === null || held.answer === null) return;
      let first = from;
      while (first < to && held.items.has(first)) first++;
      if (first >= Math.min(to, held.total)) return;
      const start = Math.max(0, first - BATCH / 2);
      void client.items(held.run, start, start + BATCH * 2).then((items) => {
        items.forEach((item, i) => {
          held.items.set(start + i, item);
        });
        redraw((n) => n + 1);
      });
    },
    [client, held],
  );

  if (held === null) return null;
  return { ...held, itemAt: (place) => held.items.get(place), need };
}

/** Answers again after changes, but not more often than can be read while the library is being read itself. */
const PATIENCE_MS = 400;

function follow(client: SearchClient, run: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = client.onChanged((read) => {
    if (timer !== null && read < 1) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = null;
        void run();
      },
      read < 1 ? PATIENCE_MS : 0,
    );
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
