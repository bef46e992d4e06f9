import type { Sender } from '../../lib/messages/answer';
import { addressKey, MAX_ADDRESS } from '../../lib/model/address';
import type { Article } from '../../lib/model/article';
import type { Draft } from '../../lib/model/draft';
import { fail, ok, type Result } from '../../lib/model/result';
import { isTombstone } from '../../lib/model/tombstone';
import { believed, isOfSite, spokenFor } from '../../lib/sites/one-site';
import { getAnnotation } from '../../lib/store/annotations';
import type { PressmarkDatabase } from '../../lib/store/database';

/** How far a page's word reaches: what it may read, what it may change, and of what it may tell. */

/** What a page says of its own addresses. */
interface Claimed {
  readonly url?: string;
  readonly canonicalUrl: string;
}

/**
 * The addresses under which a page may be known: its own, or that of one of its stories, and the canonical one it may
 * claim. Of another site none is believed. One that is too long to be kept is filed under the canonical one alone; without
 * that it fails with `address-too-long`.
 */
export function addressesOf(
  pageAddress: string,
  claimed: Claimed,
): Result<{ readonly url: string; readonly canonicalUrl: string }> {
  const url = believed(claimed.url ?? null, pageAddress);
  const canonicalUrl = url && believed(claimed.canonicalUrl, url);
  if (url === null || canonicalUrl === null) return fail('page-restricted');
  if (canonicalUrl.length > MAX_ADDRESS) return fail('address-too-long');
  return ok({ url: url.length > MAX_ADDRESS ? canonicalUrl : url, canonicalUrl });
}

/** A content script may touch what was saved on its own site, nothing else. */
export async function mayTouch(db: PressmarkDatabase, sender: Sender, annotationId: string): Promise<boolean> {
  if (sender.kind === 'page') return true;
  const article = await articleOf(db, annotationId);
  return article !== null && isOfSite(article.urls, sender.url);
}

/**
 * Says of which quotes a page that says it is filed at `url` may tell what became of them: only of those whose article was
 * saved at that very address. A canonical address that the page claims counts for nothing here.
 */
export function whatIsToldAt(
  db: PressmarkDatabase,
  sender: Sender,
  url: string,
): (annotationId: string) => Promise<boolean> {
  const at = spokenFor(url, sender.url);
  const key = at && addressKey(at);
  return async (id) => key !== null && (await articleOf(db, id))?.urls.includes(key) === true;
}

/** The living article of a quote; null where there is none. */
async function articleOf(db: PressmarkDatabase, annotationId: string): Promise<Article | null> {
  const annotation = await getAnnotation(db, annotationId);
  const article = annotation && (await db.articles.get(annotation.articleId));
  return !article || isTombstone(article) ? null : article;
}

/** A page's script writes drafts of its own site, and of what was saved there; our pages write any. */
export async function isOwnDraft(
  db: PressmarkDatabase,
  sender: Sender,
  { page, composer }: Pick<Draft, 'page' | 'composer'>,
): Promise<boolean> {
  if (sender.kind === 'page') return true;
  if (composer === 'edit') return mayTouch(db, sender, page);
  return composer === 'card' && page === believed(page, sender.url);
}
