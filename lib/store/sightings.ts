import type { Sighting } from '../model/annotation';
import { isTombstone } from '../model/tombstone';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';

/** What the page's search found for one quote. */
export type SightingReport = Omit<Sighting, 'seenAt'> & { readonly id: string };

/**
 * Notes what became of quotes at a visit, and when their article was last seen. `updatedAt` stays: a sighting is not a change by a person. A page that was
 * not really there (`unseen`) says nothing, so it does not replace what an earlier visit found.
 */
export function recordSightings(
  db: PressmarkDatabase,
  reports: readonly SightingReport[],
  clock: Clock,
): Promise<void> {
  return db.transaction('rw', db.annotations, db.articles, async () => {
    const seenAt = clock.now();
    const articles = new Set<string>();
    for (const { id, status, foundText } of reports) {
      const row = await db.annotations.get(id);
      if (!row || isTombstone(row)) continue;
      if (status === 'unseen' && row.sighting !== null) continue;
      await db.annotations.put({ ...row, sighting: { status, foundText, seenAt } });
      if (status !== 'unseen') articles.add(row.articleId);
    }
    for (const id of articles) {
      const article = await db.articles.get(id);
      if (article && !isTombstone(article)) await db.articles.put({ ...article, lastSeenAt: seenAt });
    }
  });
}
