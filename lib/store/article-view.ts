import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving } from '../model/tombstone';
import { claimsAt } from './claim-places';
import type { PressmarkDatabase } from './database';
import { unpackText } from './pack';
import { annotationsOf, claimsById } from './read';

/** A text of an article as it stood at a visit, without the text itself. */
export interface Version {
  readonly id: string;
  readonly takenAt: string;
  readonly textHash: string;
  readonly corrections: readonly string[];
}

/** An article with all that its page shows. */
export interface ArticleView {
  readonly article: Article;
  /** In the order of the text. */
  readonly annotations: readonly Annotation[];
  readonly claims: ReadonlyMap<string, Claim>;
  /** Claims that appear in it without a quote. */
  readonly unquoted: readonly Claim[];
  /** The oldest first. */
  readonly versions: readonly Version[];
}

/** Reads an article with its quotes, their claims and its versions; null where it does not live. Fit for a live query. */
export function articleView(db: PressmarkDatabase, id: string): Promise<ArticleView | null> {
  return db.transaction('r', db.articles, db.annotations, db.claims, db.snapshots, async () => {
    const article = await db.articles.get(id);
    if (!isLiving<Article>(article)) return null;
    const annotations = await annotationsOf(db, id);
    const claims = await claimsById(
      db,
      annotations.flatMap(({ claimId }) => claimId ?? []),
    );
    const unquoted = await claimsAt(db, article.urls);
    const rows = await db.snapshots.where('articleId').equals(id).sortBy('takenAt');
    const versions = rows.flatMap((row) => ('packedText' in row ? [versionOf(row)] : []));
    return { article, annotations, claims: new Map(claims.map((claim) => [claim.id, claim])), unquoted, versions };
  });
}

const versionOf = ({ id, takenAt, textHash, corrections }: Version): Version => ({
  id,
  takenAt,
  textHash,
  corrections,
});

/** The version that was seen last: the one whose text the article had at the last visit, or else the latest. */
export const lastSeen = ({ article, versions }: Pick<ArticleView, 'article' | 'versions'>): Version | undefined =>
  versions.find(({ textHash }) => textHash === article.textHash) ?? versions.at(-1);

/** The text of a version; null where it is gone or damaged. */
export async function textOfVersion(db: PressmarkDatabase, id: string): Promise<string | null> {
  const row = await db.snapshots.get(id);
  return row && 'packedText' in row ? unpackText(row.packedText) : null;
}
