import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { type Live, useLive } from '../../components/use-live';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import { isTombstone } from '../../lib/model/tombstone';
import type { PressmarkDatabase } from '../../lib/store/database';
import { type ArticleWithAll, wholeLibrary } from '../../lib/store/read';

/** Everything that the library shows. */
export interface Library {
  readonly entries: readonly ArticleWithAll[];
  readonly claims: ReadonlyMap<string, Claim>;
  /** Articles whose deletion can still be undone. */
  readonly deleted: readonly Article[];
}

/** The library, read again whenever any of it changes. */
export function useLibrary(db: PressmarkDatabase): Live<Library> {
  return useLive(() => liveQuery(() => readLibrary(db)), 'library');
}

async function readLibrary(db: PressmarkDatabase): Promise<Library> {
  const [{ articles, claims }, rows] = await Promise.all([wholeLibrary(db), db.articles.toArray()]);
  return {
    entries: articles,
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    deleted: rows.filter((row): row is Article => !isTombstone(row) && row.deletedAt !== null),
  };
}

/** The article that the address names: `#/article/ID`, or `?article=ID` as long as nobody has gone elsewhere. */
export function useRoute(): string | null {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const follow = (): void => {
      setRoute(readRoute());
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

function readRoute(): string | null {
  if (location.hash === '') return new URLSearchParams(location.search).get('article');
  return /^#\/article\/([\w-]+)$/.exec(location.hash)?.[1] ?? null;
}
