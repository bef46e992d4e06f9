import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Scope } from '../../../lib/exchange/scope';
import { id } from '../../../lib/model/fields';

/** The library's rooms in which things leave, return and are set, each at its own address. */
export type Room =
  | { readonly kind: 'export'; readonly scope: Scope }
  | { readonly kind: 'import' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'settings' };

const stateSchema = v.object({ exportIds: v.pipe(v.array(id), v.minLength(1)) });

/** The address of the export of everything, or of one article. */
export const exportAddress = (articleId?: string): string =>
  articleId === undefined ? '#/export' : `#/export/article/${articleId}`;

/** Opens the export of some quotes: what a search found, or what was selected. A reload keeps them. */
export function exportQuotes(ids: readonly string[]): void {
  history.pushState({ exportIds: [...ids] }, '', '#/export/chosen');
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The room that the address names; null for the library's own pages. */
export function readRoom(hash: string, state: unknown): Room | null {
  if (hash === '#/import') return { kind: 'import' };
  if (hash === '#/backup') return { kind: 'backup' };
  if (hash === '#/settings') return { kind: 'settings' };
  if (hash === '#/export/chosen') {
    const parsed = v.safeParse(stateSchema, state);
    return {
      kind: 'export',
      scope: parsed.success ? { kind: 'annotations', ids: parsed.output.exportIds } : { kind: 'all' },
    };
  }
  const article = /^#\/export\/article\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  if (article !== undefined) return { kind: 'export', scope: { kind: 'articles', ids: [article] } };
  return hash === '#/export' ? { kind: 'export', scope: { kind: 'all' } } : null;
}

/** The room that the address names, as long as it does. */
export function useRoom(): Room | null {
  const [room, setRoom] = useState(() => readRoom(location.hash, history.state));
  useEffect(() => {
    const follow = (): void => setRoom(readRoom(location.hash, history.state));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return room;
}
