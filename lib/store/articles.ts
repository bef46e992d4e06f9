import { addressKey } from '../model/address';
import type { Article, ArticleFacts } from '../model/article';
import { isTombstone } from '../model/tombstone';
import type { Clock } from './clock';
import type { PressmarkDatabase, StoredSnapshot } from './database';
import { hashText, packText } from './pack';
import { annotationsOf, findArticle } from './read';

/** What is known of a page at the moment something is saved on it; addresses are normalised. */
export interface Visit {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly facts: ArticleFacts;
  readonly wordCount: number;
  readonly text: string | null;
  readonly corrections: readonly string[];
}

/** A visit with what must be computed before a transaction begins (a transaction awaits nothing but the store). */
export interface PreparedVisit extends Visit {
  readonly textHash: string | null;
  readonly packedText: Uint8Array<ArrayBuffer> | null;
}

/** Hashes and packs the body's text. */
export async function prepareVisit(visit: Visit): Promise<PreparedVisit> {
  if (visit.text === null || visit.text === '') return { ...visit, textHash: null, packedText: null };
  const [textHash, packedText] = await Promise.all([hashText(visit.text), packText(visit.text)]);
  return { ...visit, textHash, packedText };
}

/** The addresses by which a visit's article is known, as the store looks them up. */
export const addressesOf = ({ canonicalUrl, url }: Visit): string[] =>
  [canonicalUrl, url].flatMap((address) => addressKey(address) ?? []);

/** A value that the page has stopped giving does not erase the one that it gave. */
function mergedFacts(known: Article, seen: ArticleFacts): ArticleFacts {
  return {
    title: seen.title || known.title,
    authors: seen.authors.length > 0 ? seen.authors : known.authors,
    siteName: seen.siteName ?? known.siteName,
    publisher: seen.publisher ?? known.publisher,
    section: seen.section ?? known.section,
    language: seen.language ?? known.language,
    publishedAt: seen.publishedAt ?? known.publishedAt,
    modifiedAt: seen.modifiedAt ?? known.modifiedAt,
  };
}

const MAX_ADDRESSES = 200;

/**
 * The article of this visit, made or brought up to date, with a snapshot of its text if that text was not kept yet.
 * Runs inside the caller's transaction over `articles` and `snapshots`.
 */
export async function recordVisit(db: PressmarkDatabase, visit: PreparedVisit, clock: Clock): Promise<Article> {
  const now = clock.now();
  const addresses = addressesOf(visit);
  const known = await findArticle(db, addresses);
  const article: Article = known
    ? {
        ...known,
        ...mergedFacts(known, visit.facts),
        urls: [...new Set([...known.urls, ...addresses])].slice(-MAX_ADDRESSES),
        wordCount: visit.wordCount || known.wordCount,
        textHash: visit.textHash ?? known.textHash,
        lastSeenAt: now,
        updatedAt: now,
      }
    : {
        id: clock.newId(),
        url: visit.url,
        canonicalUrl: visit.canonicalUrl,
        urls: [...new Set(addresses)],
        ...visit.facts,
        wordCount: visit.wordCount,
        textHash: visit.textHash,
        archiveUrl: null,
        firstSeenAt: now,
        lastSeenAt: now,
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      };
  await db.articles.put(article);
  await keepSnapshot(db, article, visit, clock);
  return article;
}

/** A page that changes at every visit (a live blog) keeps its first texts and its last. */
const MAX_SNAPSHOTS = 50;

async function keepSnapshot(
  db: PressmarkDatabase,
  article: Article,
  visit: PreparedVisit,
  clock: Clock,
): Promise<void> {
  const { textHash, packedText } = visit;
  if (textHash === null || packedText === null) return;
  const rows = await db.snapshots.where('articleId').equals(article.id).sortBy('takenAt');
  const kept = rows.filter((row): row is StoredSnapshot => 'textHash' in row);
  if (kept.some((row) => row.textHash === textHash)) return;
  const now = clock.now();
  const last = kept.length >= MAX_SNAPSHOTS ? kept.at(-1) : undefined;
  const snapshot: StoredSnapshot = {
    id: last?.id ?? clock.newId(),
    articleId: article.id,
    takenAt: now,
    textHash,
    packedText,
    corrections: [...visit.corrections],
    createdAt: last?.createdAt ?? now,
    updatedAt: now,
  };
  await db.snapshots.put(snapshot);
}

/**
 * Notes a later visit to an article that something is saved on, at an address that it was saved at: when, and its text if that has changed. `updatedAt`
 * stays, since nobody wrote anything. False where nothing is saved there, so that no visit is ever recorded elsewhere.
 */
export function recordSeen(db: PressmarkDatabase, visit: PreparedVisit, clock: Clock): Promise<boolean> {
  return db.transaction('rw', db.articles, db.snapshots, db.annotations, async () => {
    const known = await findArticle(db, [visit.url]);
    if (!known || (await annotationsOf(db, known.id)).length === 0) return false;
    const seen: Article = {
      ...known,
      wordCount: visit.wordCount || known.wordCount,
      textHash: visit.textHash ?? known.textHash,
      modifiedAt: visit.facts.modifiedAt ?? known.modifiedAt,
      lastSeenAt: clock.now(),
    };
    await db.articles.put(seen);
    await keepSnapshot(db, seen, visit, clock);
    return true;
  });
}

/** Sets or removes the address of an archived copy. False where the article does not exist. */
export async function setArchive(
  db: PressmarkDatabase,
  id: string,
  archiveUrl: string | null,
  clock: Clock,
): Promise<boolean> {
  return db.transaction('rw', db.articles, async () => {
    const row = await db.articles.get(id);
    if (!row || isTombstone(row)) return false;
    await db.articles.put({ ...row, archiveUrl, updatedAt: clock.now() });
    return true;
  });
}
