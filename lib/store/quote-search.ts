import type { Annotation } from '../model/annotation';
import { isLiving, isTombstone } from '../model/tombstone';
import type { Appearance } from './claim-views';
import type { PressmarkDatabase } from './database';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/**
 * The latest saved quotes that hold every word that was typed, in their words, note, speaker or tags; all of them where
 * nothing was typed. Case and accents make no difference. Stops at `most`.
 */
export async function findQuotes(db: PressmarkDatabase, typed: string, most: number): Promise<Appearance[]> {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const fits = (row: Annotation): boolean => {
    const text = fold([row.quote.exact, row.note, row.speaker ?? '', ...row.tags].join(' '));
    return words.every((word) => text.includes(word));
  };
  const rows = await db.annotations
    .orderBy('createdAt')
    .reverse()
    .filter((row) => isLiving<Annotation>(row) && fits(row))
    .limit(most)
    .toArray();
  const found = rows.filter((row): row is Annotation => !isTombstone(row));
  const articles = await db.articles.bulkGet(found.map(({ articleId }) => articleId));
  return found.map((annotation, at) => {
    const article = articles[at];
    return { annotation, article: article && !isTombstone(article) ? article : null };
  });
}
