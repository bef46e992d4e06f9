import { askSuggester, askTab } from '../../lib/messages/client';
import type { ClaimOffer, QuoteSuggestion } from '../../lib/messages/suggestions';
import type { Annotation } from '../../lib/model/annotation';
import type { Result } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';
import type { ClaimType } from '../../lib/model/vocabulary';
import type { Settings } from '../../lib/settings/settings';

/** Where an accepted suggestion goes, and as what it is saved. */
export interface Acceptance {
  readonly tabId: number;
  readonly settings: Settings;
  readonly privateConsent: boolean;
}

const save = (
  to: Acceptance,
  selectors: Selectors,
  speaker: string | null,
  claim: { readonly claimant: string; readonly claimantRole?: string | null; readonly type: ClaimType | null } | null,
): Promise<Result<Annotation>> =>
  askTab(to.tabId, 'annotator.save', {
    selectors,
    words: { note: '', tags: [], colour: to.settings.colour, speaker },
    claim: claim && { ...claim, claimantKind: 'Person', scaleId: to.settings.scaleId, verdict: '' },
    privateConsent: to.privateConsent,
  });

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
