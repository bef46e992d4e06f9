import type { Item } from '../../lib/search/search';
import type { View } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import { latest } from '../../lib/store/library-window';

/** The first lines of a view, the newest first: what an empty search gives, read from the store by its index. */
export async function firstItems(db: PressmarkDatabase, view: View, limit: number): Promise<readonly Item[]> {
  const { annotations, claims } = await latest(db, limit);
  if (view === 'quotes') return annotations.map(({ id }) => ({ id, count: 1, quoteIds: [id] }));
  const groups = new Map<string, string[]>();
  for (const { id, articleId, claimId } of annotations) {
    const key = view === 'articles' ? articleId : claimId;
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  if (view === 'claims') for (const { id } of claims) if (!groups.has(id)) groups.set(id, []);
  return [...groups].map(([id, quoteIds]) => ({ id, count: quoteIds.length, quoteIds: quoteIds.slice(0, 2) }));
}
