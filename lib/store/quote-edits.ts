import type { Annotation } from '../model/annotation';
import type { Claim } from '../model/claim';
import type { DraftKey, QuickClaim, QuoteWords } from '../model/draft';
import { mergeQuoteWords, type SavedQuote, sameQuick, wordsOfQuote } from '../model/quote-merge';
import { isLiving, isTombstone } from '../model/tombstone';
import { VERDICT_SCALES, type VerdictScale } from '../model/vocabulary';
import { getAnnotation, tidyTags } from './annotations';
import { leaveClaim, putQuickClaim } from './claims';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';
import { forgetDraft } from './drafts';

/** What a person changed on a saved quote. */
export interface QuoteEdit {
  readonly mine: QuoteWords;
  /** What the form began from. */
  readonly base: QuoteWords;
  /** The draft of this form, as it was left: it is saved and goes. Another form's stays. */
  readonly draft: DraftKey | null;
}

/**
 * Saves what a person wrote on a quote and on its claim, both or nothing. What was saved elsewhere since `base` stays;
 * where both changed one field nothing is saved and the field is named. `deleted` where the quote was deleted, undefined
 * where there is none.
 */
export function editQuote(
  db: PressmarkDatabase,
  id: string,
  { mine, base, draft }: QuoteEdit,
  clock: Clock,
  scales: readonly VerdictScale[] = VERDICT_SCALES,
): Promise<SavedQuote | 'deleted' | undefined> {
  return db.transaction('rw', db.annotations, db.claims, db.articles, db.drafts, async () => {
    const row = await getAnnotation(db, id);
    if (!row) return undefined;
    if (row.deletedAt !== null) return 'deleted';
    const claim = await livingClaim(db, row.claimId);
    const theirs = wordsOfQuote(row, claim);
    const tidy: QuoteWords = { ...mine, words: { ...mine.words, tags: tidyTags(mine.words.tags) } };
    const { quote, conflicts } = mergeQuoteWords(base, tidy, theirs);
    if (conflicts.length > 0) return { annotation: row, claim, conflicts };
    const saved = await putMerged(db, row, claim, quote, { clock, scales });
    if (draft) await forgetDraft(db, draft);
    return { ...saved, conflicts: [] };
  });
}

async function livingClaim(db: PressmarkDatabase, id: string | null): Promise<Claim | null> {
  const claim = id === null ? undefined : await db.claims.get(id);
  return isLiving<Claim>(claim) ? claim : null;
}

/** When something is saved, and on which scales a verdict may be. */
interface Circumstances {
  readonly clock: Clock;
  readonly scales: readonly VerdictScale[];
}

async function putMerged(
  db: PressmarkDatabase,
  row: Annotation,
  before: Claim | null,
  quote: QuoteWords,
  { clock, scales }: Circumstances,
): Promise<{ annotation: Annotation; claim: Claim | null }> {
  const claim = sameQuick(quote.claim, wordsOfQuote(row, before).claim)
    ? before
    : quote.claim && (await putClaimOf(db, row, quote.claim, { clock, scales }));
  const claimId = before === claim ? row.claimId : (claim?.id ?? null);
  const now = clock.now();
  const annotation = { ...row, ...quote.words, tags: tidyTags(quote.words.tags), claimId, updatedAt: now };
  await db.annotations.put(annotation);
  if (before !== null && claim === null) await leaveClaim(db, before, now);
  return { annotation, claim };
}

async function putClaimOf(
  db: PressmarkDatabase,
  row: Annotation,
  quick: QuickClaim,
  { clock, scales }: Circumstances,
): Promise<Claim> {
  const article = await db.articles.get(row.articleId);
  const language = article && !isTombstone(article) ? article.language : null;
  return putQuickClaim(db, { ...row, language }, quick, clock, scales);
}

/** Makes a claim of a saved quote; the one that it has already is answered as it is. Undefined where the quote is not there. */
export function tagAsClaim(
  db: PressmarkDatabase,
  annotationId: string,
  quick: QuickClaim,
  clock: Clock,
  scales: readonly VerdictScale[] = VERDICT_SCALES,
): Promise<Claim | undefined> {
  return db.transaction('rw', db.annotations, db.claims, db.articles, async () => {
    const row = await getAnnotation(db, annotationId);
    if (!row) return undefined;
    const known = await livingClaim(db, row.claimId);
    if (known) return known;
    const claim = await putClaimOf(db, row, quick, { clock, scales });
    await db.annotations.put({ ...row, claimId: claim.id, updatedAt: clock.now() });
    return claim;
  });
}
