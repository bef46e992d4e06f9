import type { Sighting } from '../model/annotation';
import { isTombstone } from '../model/tombstone';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';

/** What the page's search found for one quote. */
export type SightingReport = Omit<Sighting, 'seenAt' | 'since'> & { readonly id: string };

/** Since when the page says so, where an edited quote was found with these very words before. */
function sinceBefore(before: Sighting | null, { status, foundText }: SightingReport): Pick<Sighting, 'since'> {
  const same = status === 'edited' && before?.status === status && before.foundText === foundText;
  return same ? { since: before.since ?? before.seenAt } : {};
}

/**
 * Notes what became of quotes at a visit, and when their article was last seen. `updatedAt` stays: a sighting is not a
 * change by a person. A page that was not really there (`unseen`) says nothing, so it does not replace what an earlier
 * visit found.
 */
export function recordSightings(
  db: PressmarkDatabase,
  reports: readonly SightingReport[],
  clock: Clock,
): Promise<void> {
  return db.transaction('rw', db.annotations, db.articles, async () => {
    const seenAt = clock.now();
    const articles = new Set<string>();
    for (const report of reports) {
      const { id, status, foundText } = report;
      const row = await db.annotations.get(id);
      if (!row || isTombstone(row)) continue;
      if (status === 'unseen' && row.sighting !== null) continue;
      await db.annotations.put({
        ...row,
        sighting: { status, foundText, seenAt, ...sinceBefore(row.sighting, report) },
      });
      if (status !== 'unseen') articles.add(row.articleId);
    }
    for (const id of articles) {
      const article = await db.articles.get(id);
      if (article && !isTombstone(article)) await db.articles.put({ ...article, lastSeenAt: seenAt });
    }
  });
}
