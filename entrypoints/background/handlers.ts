import type { Handlers } from '../../lib/messages/answer';
import type { ToBackground } from '../../lib/messages/protocol';
import type { Annotation } from '../../lib/model/annotation';
import { fail, ok, type Result } from '../../lib/model/result';
import { openPanel } from '../../lib/panel';
import { scalesOf } from '../../lib/settings/scales';
import { decisionFor } from '../../lib/settings/settings';
import { believed, spokenFor } from '../../lib/sites/one-site';
import {
  createAnnotation,
  deleteAnnotation,
  getAnnotation,
  keepOldText,
  restoreAnnotation,
  takeNewText,
} from '../../lib/store/annotations';
import { prepareVisit, recordSeen, setArchive } from '../../lib/store/articles';
import { snoozeBackup } from '../../lib/store/backup';
import { joinClaims, splitClaim, unjoinClaims } from '../../lib/store/claim-joins';
import { makeClaim, putClaim, setClaimDeleted } from '../../lib/store/claims';
import type { Clock } from '../../lib/store/clock';
import type { PressmarkDatabase } from '../../lib/store/database';
import { bringBack, dismiss } from '../../lib/store/dismissals';
import { clearDraft, forgetDraft, getDraft, putDraft } from '../../lib/store/drafts';
import { eraseEverything } from '../../lib/store/erase';
import { editQuote, tagAsClaim } from '../../lib/store/quote-edits';
import { annotationsOf, findArticle } from '../../lib/store/read';
import { deleteArticle, restoreArticle } from '../../lib/store/removal';
import { getSettings, patchSettings } from '../../lib/store/settings';
import { recordSightings } from '../../lib/store/sightings';
import { tagsInUse } from '../../lib/store/tags';
import { showFinding } from './badge';
import { openAnnotator, openSuggester, styleFrames } from './injection';
import { openLibrary } from './library';
import { refreshBadge, tellEveryPage, tellPages, tellPagesOfArticle } from './pages';
import { addressesOf, isOwnDraft, mayTouch, whatIsToldAt } from './reach';
import { savedOn } from './saved-on';

/** What the background does on each message. */
export function handlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  return {
    ...pageHandlers(db),
    ...seenHandlers(db, clock),
    ...annotationHandlers(db, clock),
    ...claimHandlers(db, clock),
    ...joinHandlers(db, clock),
    ...otherHandlers(db, clock),
  };
}

/** A verdict may be on a scale of the reader's own. */
const scalesIn = async (db: PressmarkDatabase) => scalesOf((await getSettings(db)).scales);

function pageHandlers(db: PressmarkDatabase): Handlers<ToBackground> {
  return {
    'detector.report': async (report, sender) => {
      const at = addressesOf(sender.url, { canonicalUrl: report.canonicalUrl });
      if (!at.ok) return at;
      if (sender.tabId === null) return fail('page-restricted');
      const { url, canonicalUrl } = at.value;
      const article = await findArticle(db, [canonicalUrl, url]);
      const saved = article ? (await annotationsOf(db, article.id)).length : 0;
      const decision = decisionFor(await getSettings(db), url, canonicalUrl);
      const isArticle = decision === null ? report.newsArticle : decision === 'anyway';
      await showFinding(sender.tabId, isArticle, saved);
      if (isArticle || saved > 0) await openAnnotator(sender.tabId);
      return ok(null);
    },
    'page.saved': async ({ others, ...claimed }, sender) => {
      const at = addressesOf(sender.url, claimed);
      if (!at.ok) return at;
      const { url, canonicalUrl } = at.value;
      const beside = others.flatMap((other) => believed(other, sender.url) ?? []);
      const saved = await savedOn(db, [canonicalUrl, url], beside, sender.privateWindow);
      const { article, annotations } = saved;
      // Of several stories the badge counts the quotes of the one that the reader is at.
      if (others.length > 0 && sender.tabId !== null)
        await refreshBadge(sender.tabId, annotations.filter(({ articleId }) => articleId === article?.id).length);
      const place = believed(claimed.url, sender.url) ?? url;
      const draft = sender.privateWindow ? undefined : await getDraft(db, place, 'card');
      return ok({ ...saved, draft: draft ?? null });
    },
    'page.addresses': ({ at, ...claimed }) => addressesOf(at, claimed),
    'page.open': ({ tabId }) => openAnnotator(tabId),
    'page.suggest': ({ tabId }) => openSuggester(tabId),
  };
}

function seenHandlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  return {
    'page.seen': async ({ page }, sender) => {
      const url = spokenFor(page.url, sender.url);
      if (sender.privateWindow || url === null) return ok(null);
      await recordSeen(db, await prepareVisit({ ...page, url }), clock);
      return ok(null);
    },
  };
}

function annotationHandlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  const after = async (annotation: Annotation | undefined): Promise<Result<Annotation>> => {
    if (!annotation) return fail('not-found');
    await tellPagesOfArticle(db, annotation.articleId);
    return ok(annotation);
  };
  return {
    'annotation.create': async ({ page, privateConsent, ...quote }, sender) => {
      if (sender.privateWindow && !privateConsent) return fail('private-window');
      const at = addressesOf(sender.url, page);
      if (!at.ok) return at;
      const visit = await prepareVisit({ ...page, ...at.value });
      return after(await createAnnotation(db, visit, quote, clock, await scalesIn(db)));
    },
    'annotation.update': async ({ id, ...edit }, sender) => {
      if (!(await mayTouch(db, sender, id))) return fail('not-found');
      if (edit.draft && !(await isOwnDraft(db, sender, edit.draft))) return fail('not-allowed');
      const saved = await editQuote(db, id, edit, clock, await scalesIn(db));
      if (saved === undefined || saved === 'deleted') return fail(saved ? 'quote-deleted' : 'not-found');
      if (saved.conflicts.length === 0) await tellPagesOfArticle(db, saved.annotation.articleId);
      return ok(saved);
    },
    'annotation.delete': async ({ id }, sender) => {
      const result = (await mayTouch(db, sender, id))
        ? await after(await deleteAnnotation(db, id, clock))
        : fail('not-found');
      return result.ok ? ok(null) : result;
    },
    'annotation.restore': async ({ id }, sender) =>
      (await mayTouch(db, sender, id)) ? after(await restoreAnnotation(db, id, clock)) : fail('not-found'),
    'annotation.takeNew': async ({ id, selectors }, sender) =>
      (await mayTouch(db, sender, id)) ? after(await takeNewText(db, id, selectors, clock)) : fail('not-found'),
    'annotation.keepOld': async ({ id, foundText }, sender) =>
      (await mayTouch(db, sender, id)) ? after(await keepOldText(db, id, foundText, clock)) : fail('not-found'),
    'sightings.report': async ({ url, sightings }, sender) => {
      if (sender.privateWindow) return ok(null);
      const isToldHere = whatIsToldAt(db, sender, url);
      const mine = [];
      for (const sighting of sightings) if (await isToldHere(sighting.id)) mine.push(sighting);
      await recordSightings(db, mine, clock);
      return ok(null);
    },
  };
}

function claimHandlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  const tellPageOf = async (annotationId: string) => {
    const annotation = await getAnnotation(db, annotationId);
    if (annotation) await tellPagesOfArticle(db, annotation.articleId);
  };
  return {
    'claim.tag': async ({ annotationId, claim: quick }, sender) => {
      if (!(await mayTouch(db, sender, annotationId))) return fail('not-found');
      const claim = await tagAsClaim(db, annotationId, quick, clock, await scalesIn(db));
      await tellPageOf(annotationId);
      return claim ? ok(claim) : fail('not-found');
    },
    'claim.make': async ({ id, words, page }) => {
      const saved = await makeClaim(db, id, words, clock, page ? await prepareVisit(page) : null);
      await tellPages();
      return saved ? ok(saved) : fail('not-found');
    },
    'claim.put': async ({ id, words, base }) => {
      const saved = await putClaim(db, id, words, clock, base);
      await tellPages();
      return saved ? ok(saved) : fail('not-found');
    },
    'claim.delete': async ({ id }) => ((await setClaimDeleted(db, id, true, clock)) ? ok(null) : fail('not-found')),
    'claim.restore': async ({ id }) => {
      const claim = await setClaimDeleted(db, id, false, clock);
      return claim ? ok(claim) : fail('not-found');
    },
  };
}

function joinHandlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  return {
    'claim.join': async ({ keep, gone }) => {
      const record = await joinClaims(db, keep, gone, clock);
      await tellPages();
      return record ? ok(record) : fail('not-found');
    },
    'claim.unjoin': async (record) => {
      const done = await unjoinClaims(db, record, clock);
      await tellPages();
      return done ? ok(null) : fail('not-found');
    },
    'claim.split': async ({ annotationId, part }) => {
      const claim = await splitClaim(db, annotationId, part, clock);
      await tellPages();
      return claim ? ok(claim) : fail('not-found');
    },
  };
}

function otherHandlers(db: PressmarkDatabase, clock: Clock): Handlers<ToBackground> {
  const done = async (found: boolean): Promise<Result<null>> => {
    await tellEveryPage(db);
    return found ? ok(null) : fail('not-found');
  };
  return {
    'article.archive': async ({ id, archiveUrl }) => done(await setArchive(db, id, archiveUrl, clock)),
    'article.delete': async ({ id }) => done(await deleteArticle(db, id, clock)),
    'article.restore': async ({ id }) => done(await restoreArticle(db, id, clock)),
    'draft.put': async (draft, sender) => {
      if (!(await isOwnDraft(db, sender, draft))) return fail('not-allowed');
      if (!sender.privateWindow) await putDraft(db, draft);
      return ok(null);
    },
    'draft.clear': async (draft, sender) => {
      if (!(await isOwnDraft(db, sender, draft))) return fail('not-allowed');
      const { page, composer, updatedAt } = draft;
      await (updatedAt === undefined ? clearDraft(db, page, composer) : forgetDraft(db, { page, composer, updatedAt }));
      return ok(null);
    },
    'store.changed': async () => done(true),
    'store.erase': async () => {
      await eraseEverything(db);
      return done(true);
    },
    'backup.snooze': async ({ until }) => {
      await snoozeBackup(db, until);
      return ok(null);
    },
    // The reader's click counts only until something is awaited.
    'panel.open': async (_none, { tabId }) => ((await openPanel({ tabId })) ? ok(null) : fail('panel-refused')),
    'frames.style': (_none, { tabId }) => (tabId === null ? fail('page-not-reachable') : styleFrames(tabId)),
    'library.open': async ({ article }) => {
      await openLibrary(article);
      return ok(null);
    },
    'settings.patch': async (patch) => ok(await patchSettings(db, patch)),
    'suggestion.dismiss': async ({ article, key }) => {
      await dismiss(db, article, key);
      return ok(null);
    },
    'suggestion.bring': async ({ article }) => {
      await bringBack(db, article);
      return ok(null);
    },
    'tags.list': async () => ok(await tagsInUse(db)),
  };
}
