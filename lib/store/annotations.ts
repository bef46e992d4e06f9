import type { Annotation, AnnotationWords } from '../model/annotation';
import type { QuickClaim } from '../model/draft';
import type { Selectors } from '../model/selectors';
import { isLiving, isTombstone } from '../model/tombstone';
import { type PreparedVisit, recordVisit } from './articles';
import { putQuickClaim } from './claims';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';

/** A quote to be saved, with what was written on it. */
export interface NewQuote {
  readonly selectors: Selectors;
  readonly words: AnnotationWords;
  readonly claim: QuickClaim | null;
}

/** Tags without blanks and doubles, in the order given. */
export function tidyTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const raw of tags) {
    const tag = raw.trim().replace(/\s+/gu, ' ').normalize('NFC');
    if (tag !== '' && !seen.has(tag.toLocaleLowerCase())) seen.set(tag.toLocaleLowerCase(), tag);
  }
  return [...seen.values()];
}

/** Saves a quote: its article, the snapshot, the annotation and the claim together, or nothing. */
export async function createAnnotation(
  db: PressmarkDatabase,
  visit: PreparedVisit,
  quote: NewQuote,
  clock: Clock,
): Promise<Annotation> {
  return db.transaction('rw', [db.articles, db.snapshots, db.annotations, db.claims, db.drafts], async () => {
    await forgetDrafts(db, visit.url, quote.selectors);
    const article = await recordVisit(db, visit, clock);
    const now = clock.now();
    const twin = await savedJustNow(db, article.id, quote, now);
    if (twin) return twin;
    const annotation: Annotation = {
      id: clock.newId(),
      articleId: article.id,
      quote: quote.selectors.quote,
      position: quote.selectors.position,
      ...quote.words,
      tags: tidyTags(quote.words.tags),
      claimId: null,
      revisions: [],
      sighting: { status: 'unchanged', foundText: null, seenAt: now },
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
    if (quote.claim) {
      const claim = await putQuickClaim(db, { ...annotation, language: article.language }, quote.claim, clock);
      annotation.claimId = claim.id;
    }
    await db.annotations.add(annotation);
    return annotation;
  });
}

/** What was typed about these words is saved with them: its draft goes in the same moment, whoever else may close. */
async function forgetDrafts(db: PressmarkDatabase, page: string, { quote, position }: Selectors): Promise<void> {
  await db.drafts
    .where('[page+composer]')
    .between([page, ''], [page, '\uffff'])
    .filter(
      ({ annotationId, selectors }) =>
        annotationId === null &&
        selectors !== null &&
        selectors.quote.exact === quote.exact &&
        selectors.position.start === position.start,
    )
    .delete();
}

const SAME_SAVE_MS = 10_000;

/** The same words saved at the same place a moment ago: the same save, asked for again because no answer came. */
async function savedJustNow(
  db: PressmarkDatabase,
  articleId: string,
  { selectors, words }: NewQuote,
  now: string,
): Promise<Annotation | undefined> {
  const rows = await db.annotations.where('articleId').equals(articleId).toArray();
  return rows.find(
    (row): row is Annotation =>
      isLiving<Annotation>(row) &&
      row.quote.exact === selectors.quote.exact &&
      row.position.start === selectors.position.start &&
      row.note === words.note &&
      Date.parse(now) - Date.parse(row.createdAt) < SAME_SAVE_MS,
  );
}

/** A quote with its words, deleted or not; undefined where there is none or only its tombstone. */
export async function getAnnotation(db: PressmarkDatabase, id: string): Promise<Annotation | undefined> {
  const row = await db.annotations.get(id);
  return row && !isTombstone(row) ? row : undefined;
}

/** Changes a quote within a transaction of its own. Undefined where there is none. */
async function change(
  db: PressmarkDatabase,
  id: string,
  edit: (row: Annotation) => Annotation,
): Promise<Annotation | undefined> {
  return db.transaction('rw', db.annotations, async () => {
    const row = await getAnnotation(db, id);
    if (!row) return undefined;
    const changed = edit(row);
    await db.annotations.put(changed);
    return changed;
  });
}

/** Replaces what a person wrote on a quote, and ends the draft of that change. */
export function updateAnnotation(
  db: PressmarkDatabase,
  id: string,
  words: AnnotationWords,
  clock: Clock,
): Promise<Annotation | undefined> {
  return db.transaction('rw', db.annotations, db.drafts, async () => {
    await db.drafts.filter(({ annotationId }) => annotationId === id).delete();
    return change(db, id, (row) => ({ ...row, ...words, tags: tidyTags(words.tags), updatedAt: clock.now() }));
  });
}

/** Marks a quote as deleted; its words stay until the undo window has passed. */
export function deleteAnnotation(db: PressmarkDatabase, id: string, clock: Clock): Promise<Annotation | undefined> {
  return change(db, id, (row) => {
    const now = clock.now();
    return { ...row, deletedAt: now, updatedAt: now };
  });
}

/** Takes a deletion back, the article's too if it went along. */
export function restoreAnnotation(db: PressmarkDatabase, id: string, clock: Clock): Promise<Annotation | undefined> {
  return db.transaction('rw', db.annotations, db.articles, async () => {
    const restored = await change(db, id, (row) => ({ ...row, deletedAt: null, updatedAt: clock.now() }));
    if (!restored) return undefined;
    const article = await db.articles.get(restored.articleId);
    if (article && !isTombstone(article) && article.deletedAt !== null) {
      await db.articles.put({ ...article, deletedAt: null, updatedAt: clock.now() });
    }
    return restored;
  });
}

/** Takes the words that stand on the page now; those that were saved go to the revisions. */
export function takeNewText(
  db: PressmarkDatabase,
  id: string,
  selectors: Selectors,
  clock: Clock,
): Promise<Annotation | undefined> {
  return change(db, id, ({ kept: _, ...row }) => {
    const now = clock.now();
    return {
      ...row,
      ...selectors,
      revisions: [...row.revisions, { quote: row.quote, position: row.position, replacedAt: now }],
      sighting: { status: 'unchanged', foundText: null, seenAt: now },
      updatedAt: now,
    };
  });
}

/**
 * Notes that the reader keeps the quote as it was saved, although the page now says `foundText`; with null the decision
 * is taken back.
 */
export function keepOldText(
  db: PressmarkDatabase,
  id: string,
  foundText: string | null,
  clock: Clock,
): Promise<Annotation | undefined> {
  return change(db, id, ({ kept: _, ...row }) => {
    const now = clock.now();
    if (foundText === null) return { ...row, updatedAt: now };
    const seen = row.sighting?.foundText === foundText ? row.sighting : null;
    const since = seen?.since ?? seen?.seenAt ?? now;
    return { ...row, kept: { foundText, since, keptAt: now }, updatedAt: now };
  });
}
