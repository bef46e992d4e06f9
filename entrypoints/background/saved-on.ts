import type { SavedOnPage } from '../../lib/messages/protocol';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { PressmarkDatabase } from '../../lib/store/database';
import { editsOf } from '../../lib/store/drafts';
import { unpackText } from '../../lib/store/pack';
import { annotationsOf, claimsById, findArticle } from '../../lib/store/read';
import { getSettings } from '../../lib/store/settings';

/** The quotes saved on the articles at these addresses, but for one article. */
async function quotesBeside(
  db: PressmarkDatabase,
  addresses: string[],
  but: Article | undefined,
): Promise<Annotation[]> {
  const articles = await Promise.all(addresses.map((address) => findArticle(db, [address])));
  const ids = new Set(articles.flatMap((one) => (one && one.id !== but?.id ? [one.id] : [])));
  return (await Promise.all([...ids].map((id) => annotationsOf(db, id)))).flat();
}

/** What is saved on the article at one of these addresses, with the quotes of what is filed `beside` it on its page. */
export async function savedOn(
  db: PressmarkDatabase,
  addresses: string[],
  beside: string[],
  privateWindow: boolean,
): Promise<Omit<SavedOnPage, 'draft'>> {
  const { colour, colourNames, scales } = await getSettings(db);
  const reader = { privateWindow, colour, colourNames, scales };
  const article = await findArticle(db, addresses);
  const others = await quotesBeside(db, beside, article);
  const annotations = [...(article ? await annotationsOf(db, article.id) : []), ...others];
  const claims = await claimsById(
    db,
    annotations.flatMap(({ claimId }) => (claimId === null ? [] : [claimId])),
  );
  const snapshots = article ? await db.snapshots.where('articleId').equals(article.id).sortBy('takenAt') : [];
  const last = snapshots.at(-1);
  const snapshotText = last && 'packedText' in last ? await unpackText(last.packedText) : null;
  const edits = privateWindow
    ? []
    : await editsOf(
        db,
        annotations.map(({ id }) => id),
      );
  return { article: article ?? null, annotations, claims, snapshotText, edits, ...reader };
}
