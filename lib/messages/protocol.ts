import * as v from 'valibot';
import { type Annotation, sightingSchema } from '../model/annotation';
import { type Article, articleFactsSchema } from '../model/article';
import { type Claim, claimWordsSchema } from '../model/claim';
import { type JoinRecord, joinRecordSchema } from '../model/claim-join';
import type { SavedClaim } from '../model/claim-merge';
import { type Draft, draftKeySchema, draftSchema, quickClaimSchema, quoteWordsSchema } from '../model/draft';
import { count, id, instant, longText, mark, webAddress } from '../model/fields';
import type { SavedQuote } from '../model/quote-merge';
import { selectorsSchema } from '../model/selectors';
import type { Colour } from '../model/vocabulary';
import { type Settings, settingsPatchSchema } from '../settings/settings';
import { message } from './message';
import { newAnnotationSchema } from './to-page';

/**
 * An address as a page says it. Browsers open addresses of 2 MB, which grow when they are normalised; which is believed,
 * and whether it is too long to be kept, the background says.
 */
const pageAddress = v.pipe(v.string(), v.maxLength(8_000_000));

/** What the detector found. */
const detectionSchema = v.object({
  newsArticle: v.boolean(),
  kind: v.picklist(['news', 'article', 'live', 'section', 'media', 'other']),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  canonicalUrl: pageAddress,
  stage: v.picklist(['address', 'data', 'head', 'shape']),
});

const signals = v.record(v.pipe(v.string(), v.maxLength(100)), v.number());
/** The same with what the page shows, for whoever asks why. */
export const detectorReportSchema = v.object({
  ...detectionSchema.entries,
  signals: v.object({ head: signals, shape: signals }),
});
export type DetectorReport = v.InferOutput<typeof detectorReportSchema>;

/** What a page says of itself when something is saved on it. */
export const pageFactsSchema = v.object({
  /** Where it is filed: the page's normalised address, or that of one of its stories. */
  url: pageAddress,
  canonicalUrl: pageAddress,
  facts: articleFactsSchema,
  wordCount: count,
  /** The body's text, for the snapshot; null where no body was found. */
  text: v.nullable(v.pipe(v.string(), v.maxLength(5_000_000))),
  corrections: v.pipe(v.array(longText), v.maxLength(100)),
});
export type PageFacts = v.InferOutput<typeof pageFactsSchema>;

/** What was saved on an article, as its page needs it. */
export interface SavedOnPage {
  readonly article: Article | null;
  /** Its quotes, and those of other stories on the same page. */
  readonly annotations: readonly Annotation[];
  readonly claims: readonly Claim[];
  /** The body's text at the last snapshot, to tell a page that is not really there from one that changed. */
  readonly snapshotText: string | null;
  /** Whether the tab is a private window. */
  readonly privateWindow: boolean;
  /** The colour that a new highlight gets. */
  readonly colour: Colour;
  /** What the reader calls the colours. */
  readonly colourNames: Settings['colourNames'];
  /** Verdict scales of the reader's own. */
  readonly scales: Settings['scales'];
  /** What was typed on this page and not saved. */
  readonly draft: Draft | null;
  /** What was typed about its quotes and not saved. */
  readonly edits: readonly Draft[];
}

/** Messages that the background answers. */
export const toBackground = {
  /** The detector's finding about the page in the sender's tab. Sets the badge. */
  'detector.report': message<null>()('content', detectionSchema),
  /**
   * Everything saved on the article at this address of the sender's site or under the canonical address that it claims,
   * and the quotes saved on the page's other stories.
   */
  'page.saved': message<SavedOnPage>()(
    'content',
    v.object({
      url: pageAddress,
      canonicalUrl: pageAddress,
      others: v.pipe(v.array(pageAddress), v.maxLength(100)),
    }),
  ),
  /** The addresses under which the page of a tab `at` an address is filed, of those that it claims. */
  'page.addresses': message<{ readonly url: string; readonly canonicalUrl: string }>()(
    'page',
    v.object({ at: pageAddress, url: pageAddress, canonicalUrl: pageAddress }),
  ),
  /**
   * Saves a quote: article, snapshot, annotation and claim in one transaction. All surfaces end here. A save that was made
   * before, told by its id alone, is answered with its row.
   */
  'annotation.create': message<Annotation>()(
    'content',
    v.object({ ...newAnnotationSchema.entries, page: pageFactsSchema }),
  ),
  /**
   * Saves what a person wrote on a quote and on its claim. `base` is what they began from: changes saved elsewhere in the
   * meantime stay, and where both changed a field nothing is saved. The draft that is named goes with it.
   */
  'annotation.update': message<SavedQuote>()(
    'both',
    v.object({ id, mine: quoteWordsSchema, base: quoteWordsSchema, draft: v.nullable(draftKeySchema) }),
  ),
  /** Deletes a quote; it can be restored until its undo window has passed. */
  'annotation.delete': message<null>()('both', v.object({ id })),
  /** Takes a deletion back. */
  'annotation.restore': message<Annotation>()('both', v.object({ id })),
  /** Takes the words that stand on the page now; the old ones go to the revisions. */
  'annotation.takeNew': message<Annotation>()('both', v.object({ id, selectors: selectorsSchema })),
  /** Keeps a quote as it was saved, although the page says `foundText` now; with null the decision is taken back. */
  'annotation.keepOld': message<Annotation>()(
    'both',
    v.object({ id, foundText: v.nullable(v.pipe(v.string(), v.maxLength(200_000))) }),
  ),
  /** What became of an article's quotes at this visit, told from an address that the article was saved at. */
  'sightings.report': message<null>()(
    'content',
    v.object({
      url: pageAddress,
      sightings: v.pipe(
        v.array(v.object({ id, ...v.omit(sightingSchema, ['seenAt', 'since']).entries })),
        v.maxLength(10_000),
      ),
    }),
  ),
  /** Makes a claim of a quote; the one that it has already is answered as it is. */
  'claim.tag': message<Claim>()('both', v.object({ annotationId: id, claim: quickClaimSchema })),
  /**
   * Makes a claim that has no quote; a save that was made before, told by its id, is answered with its row. It appears in
   * the article of `page`, which is saved with it.
   */
  'claim.make': message<SavedClaim>()(
    'page',
    v.object({ id, words: claimWordsSchema, page: v.exactOptional(pageFactsSchema) }),
  ),
  /**
   * Saves what a person wrote on a claim; a changed verdict goes to the history. `base` is what they began from: changes
   * saved elsewhere in the meantime stay, and where both changed a field nothing is saved.
   */
  'claim.put': message<SavedClaim>()(
    'page',
    v.object({ id, words: claimWordsSchema, base: v.nullable(claimWordsSchema) }),
  ),
  /** Deletes a claim; its quotes stay. It can be restored until its undo window has passed. */
  'claim.delete': message<null>()('page', v.object({ id })),
  'claim.restore': message<Claim>()('page', v.object({ id })),
  /** Makes one claim of two: the appearances, evidence and history of `gone` pass to `keep`. Answers how to undo it. */
  'claim.join': message<JoinRecord>()('page', v.object({ keep: id, gone: id })),
  /** Takes a join back. */
  'claim.unjoin': message<null>()('page', joinRecordSchema),
  /** Makes one appearance of a claim a claim of its own, which gets the id `part`. */
  'claim.split': message<Claim>()('page', v.object({ annotationId: id, part: id })),
  /** The page as it stands at a later visit to an address that it was saved at, all of it there: a text that changed since is kept as another snapshot. */
  'page.seen': message<null>()('content', v.object({ page: pageFactsSchema })),
  /** Sets the address of an archived copy, pasted by the reader. */
  'article.archive': message<null>()('page', v.object({ id, archiveUrl: v.nullable(webAddress) })),
  /** Deletes everything saved on an article, in one transaction; restorable like its quotes. */
  'article.delete': message<null>()('page', v.object({ id })),
  'article.restore': message<null>()('page', v.object({ id })),
  /** Stores what was typed so far. Sent at every keystroke; a content script's drafts are those of its own site. */
  'draft.put': message<null>()('both', draftSchema),
  /** Forgets a draft; with `updatedAt` only as it was left then. */
  'draft.clear': message<null>()('both', v.partial(draftKeySchema, ['updatedAt'])),
  /** Puts the annotator into a tab, if it is not there yet. */
  'page.open': message<null>()('page', v.object({ tabId: count })),
  /** Puts what finds quotations and claims into a tab, if it is not there yet. */
  'page.suggest': message<null>()('page', v.object({ tabId: count })),
  /** Tells pages that rows have changed by another way than these messages (an import). */
  'store.changed': message<null>()('page', v.object({})),
  /** Erases everything: articles, quotes, claims, drafts and settings, in one transaction. There is no way back. */
  'store.erase': message<null>()('page', v.object({})),
  /** Puts the reminder of a backup off until a time. */
  'backup.snooze': message<null>()('page', v.object({ until: instant })),
  /** Opens the panel beside the sender's tab; fails where the browser wants a control of its own clicked. */
  'panel.open': message<null>()('content', v.object({})),
  /** Puts the rules of our highlights into the frames of the sender's page: one of them is drawn in. */
  'frames.style': message<null>()('content', v.object({})),
  /** Opens the library, at an article or a claim if one is named. */
  'library.open': message<null>()('both', v.object({ article: v.optional(id) })),
  /** Changes settings; what is not named stays. */
  'settings.patch': message<Settings>()('page', settingsPatchSchema),
  /** Remembers that a suggestion is not wanted on an article, both as fingerprints. Never sent for a private window. */
  'suggestion.dismiss': message<null>()('page', v.object({ article: mark, key: mark })),
  /** Forgets what was dismissed on an article. */
  'suggestion.bring': message<null>()('page', v.object({ article: mark })),
  /** All tags in use with the number of their quotes, most used first, for completion. */
  'tags.list': message<readonly { readonly tag: string; readonly uses: number }[]>()('both', v.object({})),
} as const;

export type ToBackground = typeof toBackground;
