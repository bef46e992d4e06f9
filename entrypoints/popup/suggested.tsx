import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PrivateWindowNotice } from '../../components/notices';
import { SavingWaits } from '../../components/saving-waits';
import { SuggestedQuote } from '../../components/suggestion-item';
import { formatNumber, t } from '../../lib/i18n/translate';
import type { QuoteSuggestion } from '../../lib/messages/suggestions';
import { acceptQuote } from '../pages/accept';
import { quoteMark } from '../pages/dismissed';
import type { WorkProps } from '../pages/new-quote';
import { isSaved, keyOf } from '../pages/quote-entries';
import { useAttempts } from '../pages/use-attempts';
import { useSuggestions } from '../pages/use-suggestions';

const MOST = 5;

/** What the article offers to quote, the first few; the panel has the rest. Nothing where there is nothing to offer. */
export function Suggested({ page, saved, onFailure, onSaid }: Omit<WorkProps, 'composer'>): JSX.Element | null {
  const { suggestions } = useSuggestions(page.tabId, page.state.page.url);
  const [consent, setConsent] = useState(false);
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts();
  const open = (suggestions?.quotes ?? []).filter(
    ({ selectors }) => !isSaved(saved.annotations, selectors) && !saved.dismissed.has(quoteMark(selectors)),
  );
  if (open.length === 0) return null;
  const accept = async (suggestion: QuoteSuggestion): Promise<void> => {
    setBusy(true);
    const to = { tabId: page.tabId, settings: saved.settings, privateConsent: consent, attempts };
    const result = await acceptQuote(to, suggestion, false);
    setBusy(false);
    setConsent(false);
    onFailure(result.ok ? null : result.error);
    if (result.ok) onSaid(t('quoteSaved'));
  };
  return (
    <section class="saved" aria-labelledby="suggested-title">
      <h2 class="section-title" id="suggested-title">
        {t('suggestionsTitle')} <span class="count">{formatNumber(open.length)}</span>
      </h2>
      {page.privateWindow ? <PrivateWindowNotice consent={consent} onConsent={setConsent} /> : null}
      <ul class="item-list">
        {open.slice(0, MOST).map((suggestion) => (
          <li key={keyOf(suggestion.selectors)} class="suggested">
            <SuggestedQuote suggestion={suggestion} busy={busy} onAccept={() => void accept(suggestion)} />
          </li>
        ))}
      </ul>
      <SavingWaits saving={busy} />
      <p class="help">{t('suggestionsAll')}</p>
    </section>
  );
}
