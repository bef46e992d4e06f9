import { askSuggester, askTab } from '../../lib/messages/client';
import type { ClaimOffer, QuoteSuggestion } from '../../lib/messages/suggestions';
import type { Annotation } from '../../lib/model/annotation';
import type { Attempts } from '../../lib/model/new-id';
import type { Result } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';
import type { ClaimType } from '../../lib/model/vocabulary';
import type { Settings } from '../../lib/settings/settings';

/** Where an accepted suggestion goes, and as what it is saved. */
export interface Acceptance {
  readonly tabId: number;
  readonly settings: Settings;
  readonly privateConsent: boolean;
  /** What was tried here: pressed again without an answer it is one save. */
  readonly attempts: Attempts;
}

const save = async (
  to: Acceptance,
  selectors: Selectors,
  speaker: string | null,
  claim: { readonly claimant: string; readonly claimantRole?: string | null; readonly type: ClaimType | null } | null,
): Promise<Result<Annotation>> => {
  const what = {
    selectors,
    words: { note: '', tags: [], colour: to.settings.colour, speaker },
    claim: claim && { ...claim, claimantKind: 'Person' as const, scaleId: to.settings.scaleId, verdict: '' },
  };
  const id = to.attempts.idOf(what);
  const saved = await askTab(to.tabId, 'annotator.save', { ...what, id, privateConsent: to.privateConsent });
  if (saved.ok) to.attempts.done(what);
  return saved;
};

/** Saves a suggested quotation with its speaker; as a claim by that speaker, if so wished. */
export const acceptQuote = (to: Acceptance, { selectors, speaker, named, role }: QuoteSuggestion, asClaim: boolean) => {
  const claimant = named ? { claimant: speaker ?? '', claimantRole: role } : { claimant: '' };
  return save(to, selectors, speaker, asClaim ? { ...claimant, type: null } : null);
};

/** Saves a sentence worth checking as a quote with its claim. */
export const acceptClaim = (to: Acceptance, { selectors, claimant, type }: ClaimOffer) =>
  save(to, selectors, claimant, { claimant: claimant ?? '', type });

/** Shows words that are not saved on the page. */
export const showSuggestion = (tabId: number, selectors: Selectors) => askSuggester(tabId, 'suggester.jump', selectors);
