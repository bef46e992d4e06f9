import type { Annotation, AnnotationWords } from '../model/annotation';
import type { QuickClaim } from '../model/draft';
import { isSame } from '../model/field-merge';
import { sameQuick } from '../model/quote-merge';
import type { Selectors } from '../model/selectors';
import { isTombstone } from '../model/tombstone';
import { VERDICT_SCALES, type VerdictScale } from '../model/vocabulary';
import { addressesOf, type PreparedVisit, recordVisit } from './articles';
import { putQuickClaim } from './claims';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';
import { findArticle } from './read';

/** A quote to be saved, with what was written on it. */
export interface NewQuote {
  /** Made by whoever saves; the same save asked for again has the same. */
  readonly id: string;
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

/**
 * Saves a quote: its article, the snapshot, the annotation and the claim together, or nothing. A save that was made before
 * is answered with its row as it stands; undefined where its id is that of another article's row, or its row is gone. A verdict
 * may be on one of `scales`.
 */
export async function createAnnotation(
  db: PressmarkDatabase,
  visit: PreparedVisit,
  quote: NewQuote,
  clock: Clock,
  scales: readonly VerdictScale[] = VERDICT_SCALES,
): Promise<Annotation | undefined> {
  return db.transaction('rw', [db.articles, db.snapshots, db.annotations, db.claims, db.drafts], async () => {
    const made = await db.annotations.get(quote.id);
    if (made) {
      const article = await findArticle(db, addressesOf(visit));
      return !isTombstone(made) && made.articleId === article?.id ? made : undefined;
    }
    await forgetDrafts(db, visit.url, quote);
    const article = await recordVisit(db, visit, clock);
    const now = clock.now();
    const annotation: Annotation = {
      id: quote.id,
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
      const claim = await putQuickClaim(db, { ...annotation, language: article.language }, quote.claim, clock, scales);
      annotation.claimId = claim.id;
    }
    await db.annotations.add(annotation);
    return annotation;
  });
}

/**
 * What was typed about these words is saved with them: its draft goes in the same moment, whoever else may close. Other
 * words that were typed about them stay.
 */
async function forgetDrafts(db: PressmarkDatabase, page: string, saved: NewQuote): Promise<void> {
  const { quote, position } = saved.selectors;
  await db.drafts
    .where('[page+composer]')
    .between([page, ''], [page, '\uffff'])
    .filter(
      ({ annotationId, selectors, words, claim }) =>
        annotationId === null &&
        selectors !== null &&
        selectors.quote.exact === quote.exact &&
        selectors.position.start === position.start &&
        words.note === saved.words.note &&
        isSame(tidyTags([...words.tags, words.tagInput]), tidyTags(saved.words.tags)) &&
        sameQuick(claim, saved.claim),
    )
    .delete();
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
    // Asked for again because no answer came, the old words are among the revisions already.
    const taken = isSame(row.quote, selectors.quote) && isSame(row.position, selectors.position);
    const replaced = { quote: row.quote, position: row.position, replacedAt: now };
    return {
      ...row,
      ...selectors,
      revisions: taken ? row.revisions : [...row.revisions, replaced],
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
