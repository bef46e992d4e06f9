import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SavingWaits } from '../../components/saving-waits';
import { SuggestedClaim } from '../../components/suggestion-item';
import { formatNumber, t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { ClaimOffer } from '../../lib/messages/suggestions';
import { acceptClaim, showSuggestion } from '../pages/accept';
import { worthMark } from '../pages/dismissed';
import { isSaved, keyOf } from '../pages/quote-entries';
import { useAttempts } from '../pages/use-attempts';
import { ItemList, type ListItem } from './item-list';
import type { TabProps } from './tab-props';

interface WorthCheckingProps extends TabProps {
  readonly offers: readonly ClaimOffer[];
  readonly consent: boolean;
  readonly onSaved: () => void;
  readonly dismissed: ReadonlySet<string>;
  readonly onDismiss: (key: string) => void;
}

/** Keys of sentences are told from those of quotations with the same words. */
const worthKey = (offer: ClaimOffer): string => `worth ${keyOf(offer.selectors)}`;

/** Sentences worth checking with the reason; a switch turns them off for good. */
export function WorthChecking(props: WorthCheckingProps): JSX.Element {
  const { data, offers, dismissed } = props;
  const { suggestClaims } = data.settings;
  const claimed = data.annotations.filter(({ claimId }) => claimId !== null);
  const open = offers.filter(
    (offer) => !dismissed.has(worthMark(offer.selectors)) && !isSaved(claimed, offer.selectors),
  );
  const { items, busy } = useWorthItems(props, suggestClaims ? open : []);
  return (
    <section class="worth" aria-labelledby="worth-title">
      <h2 class="section-title" id="worth-title">
        {t('worthTitle')} {suggestClaims ? <span class="count">{formatNumber(open.length)}</span> : null}
      </h2>
      <label class="check">
        <input
          type="checkbox"
          checked={suggestClaims}
          onChange={(event) => void ask('settings.patch', { suggestClaims: event.currentTarget.checked })}
        />
        <span>{t('worthSwitch')}</span>
      </label>
      <p class="help">{t('worthHelp')}</p>
      <SavingWaits saving={busy} />
      <ItemList items={items} current={null} />
    </section>
  );
}

function useWorthItems(
  props: WorthCheckingProps,
  offers: readonly ClaimOffer[],
): { readonly items: ListItem[]; readonly busy: boolean } {
  const { page, data, consent, onFailure, onSaid, onSaved, onWork, onDismiss } = props;
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts();
  const accept = async (offer: ClaimOffer): Promise<void> => {
    setBusy(true);
    const to = { tabId: page.tabId, settings: data.settings, privateConsent: consent, attempts };
    const saved = await acceptClaim(to, offer);
    setBusy(false);
    onFailure(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    onSaved();
    onSaid(t('claimSaved'));
    if (saved.value.claimId !== null) onWork(saved.value.claimId);
  };
  const show = async (offer: ClaimOffer): Promise<void> => {
    const result = await showSuggestion(page.tabId, offer.selectors);
    onFailure(result.ok ? null : result.error);
  };
  const items = offers.map((offer): ListItem => {
    const key = worthKey(offer);
    const act = {
      accept: () => void accept(offer),
      claim: () => void accept(offer),
      jump: () => void show(offer),
      dismiss: () => onDismiss(worthMark(offer.selectors)),
    };
    const view = (
      <SuggestedClaim offer={offer} busy={busy} onAccept={act.accept} onJump={act.jump} onDismiss={act.dismiss} />
    );
    return { key, kind: 'suggested', view, ...act };
  });
  return { items, busy };
}
