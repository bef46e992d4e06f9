import { liveQuery } from 'dexie';
import { useRef } from 'preact/hooks';
import { type Live, useLive } from '../../components/use-live';
import type { Article } from '../../lib/model/article';
import type { Item } from '../../lib/search/search';
import type { View } from '../../lib/search/state';
import { UNDO_WINDOW_MS } from '../../lib/store/clock';
import type { PressmarkDatabase } from '../../lib/store/database';
import { deletedArticles, latest, readWindow, type WindowRows } from '../../lib/store/library-window';

/** Whether there is nothing yet to be listed. */
export const useEmpty = (db: PressmarkDatabase): Live<boolean> =>
  useLive(
    () =>
      liveQuery(async () => {
        const { annotations, claims } = await latest(db, 1);
        return annotations.length + claims.length === 0;
      }),
    'empty',
  );

const NO_ROWS: WindowRows = { quotes: new Map(), articles: new Map(), claims: new Map() };

/** The rows behind the lines in sight, read again whenever one of them changes. */
export function useWindow(db: PressmarkDatabase, view: View, items: readonly Item[]): WindowRows {
  const quoteIds = items.flatMap((item) => item.quoteIds);
  const ids = items.map(({ id }) => id);
  const live = useLive(
    () => liveQuery(() => readWindow(db, quoteIds, view === 'articles' ? ids : [], view === 'claims' ? ids : [])),
    `${view} ${ids.join(' ')} ${quoteIds.join(' ')}`,
  );
  // Lines that stay in sight keep their words while those of new ones are read.
  const known = useRef(NO_ROWS);
  if (live.state === 'ready') known.current = live.value;
  return known.current;
}

/** Articles whose deletion can still be undone. */
export const useDeleted = (db: PressmarkDatabase): Live<readonly Article[]> =>
  useLive(() => liveQuery(() => deletedArticles(db, new Date(Date.now() - UNDO_WINDOW_MS).toISOString())), 'deleted');
