import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Item } from '../../lib/search/search';
import { isOpen, type SearchState } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import { firstItems } from './first-screen';
import { hashOf } from './route';
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

/** What was shown last, so that coming back to a list finds it there at once, and high enough to go to one's place. */
interface Kept {
  readonly held: Held;
  readonly shown: { readonly from: number; readonly to: number };
}

const kept = new WeakMap<SearchClient, Kept>();
const addressOf = (state: SearchState): string => hashOf({ page: 'search', state });

function keptFor(client: SearchClient, state: SearchState): Kept | null {
  const last = kept.get(client);
  return last && addressOf(last.held.state) === addressOf(state) ? last : null;
}

function useHeld(client: SearchClient, state: SearchState) {
  const before = keptFor(client, state);
  const [held, setHeld] = useState<Held | null>(before?.held ?? null);
  const shown = useRef(before?.shown ?? { from: 0, to: FIRST_LINES });
  if (held !== null) kept.set(client, { held, shown: shown.current });
  return { held, setHeld, shown };
}

/**
 * Runs the search whenever its state or the library changes. While an answer is under way the last one stands, so
 * nothing flickers. Null until the first lines are there.
 */
export function useSearch(client: SearchClient, db: PressmarkDatabase, state: SearchState): Results | null {
  const { held, setHeld, shown } = useHeld(client, state);
  const [, redraw] = useState(0);
  const latest = useRef(state);
  const busy = useRef(false);
  latest.current = state;
  const some = useRef(false);
  some.current = held !== null && held.total > 0;

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
        // The lines of a view that was left meanwhile would move the reader's place in the one that they are in.
        if (asked.view !== latest.current.view) continue;
        const { answer, read } = found;
        setHeld({ state: asked, answer, total: answer.totals[asked.view], read, run: found.run, items });
      }
    } finally {
      busy.current = false;
    }
  }, [client]);

  // What the first lines of the store show, a part of the library read by the worker can't better: it is waited for.
  const early = isOpen(state) && state.sort === 'newest' && (held === null || held.answer === null);
  useEffect(() => {
    if (held !== null && held.state.view !== state.view) shown.current = { from: 0, to: FIRST_LINES };
    if (!early) void run();
  }, [run, state, early]);

  useFirstLines(early, client, db, state, setHeld);
  useEffect(
    () =>
      follow(
        client,
        (read) => {
          if (!early || read === 1) return void run();
          setHeld((now) => (now === null ? now : { ...now, read }));
        },
        () => (some.current ? PATIENCE_MS : IMPATIENCE_MS),
      ),
    [client, run, early],
  );

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

/** Shows the latest lines from the store until the search has read everything, and then lets it begin. */
function useFirstLines(
  early: boolean,
  client: SearchClient,
  db: PressmarkDatabase,
  state: SearchState,
  setHeld: (change: (now: Held | null) => Held | null) => void,
): void {
  useEffect(() => {
    if (!early) return;
    void firstItems(db, state.view, FIRST_LINES).then((items) => {
      const known = new Map(items.map((item, i) => [i, item]));
      const first = { state, answer: null, total: items.length, run: 0, items: known };
      setHeld((now) => (now !== null && now.answer !== null ? now : { ...first, read: now?.read ?? 0 }));
      // Reading everything begins when these are painted.
      requestAnimationFrame(() => setTimeout(() => client.start()));
    });
  }, [client, db, early, state.view]);
}

/** While the library is being read, what was found so far is shown again this often, which slows the reading down. */
const PATIENCE_MS = 1_200;
/** And until there is anything to show, this often. */
const IMPATIENCE_MS = 250;

/** Tells of changes: at once, but while the library is being read only now and then. */
function follow(client: SearchClient, tell: (read: number) => void, patience: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  const stop = client.onChanged((read) => {
    if (timer !== null) clearTimeout(timer);
    const wait = read < 1 ? Math.max(0, last + patience() - performance.now()) : 0;
    timer = setTimeout(() => {
      timer = null;
      last = performance.now();
      tell(read);
    }, wait);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
