import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { evidenceOfQuote } from '../../components/claim-form';
import { ClaimIcon, PlusIcon, QuoteIcon } from '../../components/icons';
import { EmptyState, PrivateWindowNotice } from '../../components/notices';
import { SavingWaits } from '../../components/saving-waits';
import { SuggestedQuote } from '../../components/suggestion-item';
import { DeletedList } from '../../components/undo-bar';
import { formatNumber, t } from '../../lib/i18n/translate';
import { ask, askTab } from '../../lib/messages/client';
import type { QuoteSuggestion } from '../../lib/messages/suggestions';
import type { Annotation } from '../../lib/model/annotation';
import { acceptQuote, showSuggestion } from '../pages/accept';
import { quoteMark, useDismissals, worthMark } from '../pages/dismissed';
import { GoneQuote } from '../pages/edit-form';
import { currentEntry, type Entry, entriesOf } from '../pages/quote-entries';
import { SavedQuote, sourceOf } from '../pages/saved-quotes';
import { useAttempts } from '../pages/use-attempts';
import { type Composer, useComposer } from '../pages/use-composer';
import type { Offered } from '../pages/use-suggestions';
import { ItemList, type ListItem } from './item-list';
import type { TabProps } from './tab-props';
import type { Shown } from './use-shown';
import { WorthChecking } from './worth-checking';

interface QuotesTabProps extends TabProps {
  readonly offered: Offered;
  readonly shown: Shown | null;
}

/** Suggested and saved quotes in reading order, then sentences worth checking. */
export function QuotesTab(props: QuotesTabProps): JSX.Element {
  const { page, data, offered, address, db, shown } = props;
  const { marks, dismiss, bringBack } = useDismissals(
    [page.state.page.canonicalUrl],
    data.dismissed,
    page.privateWindow,
    props.onFailure,
  );
  const [consent, setConsent] = useState(false);
  const composer = useComposer(db, address, null, data.settings.colour, page.privateWindow, 'panel');
  const { quotes = [], claims = [] } = offered.suggestions ?? {};
  const entries = entriesOf(data.annotations, quotes, marks);
  const hidden =
    quotes.filter(({ selectors }) => marks.has(quoteMark(selectors))).length +
    claims.filter(({ selectors }) => marks.has(worthMark(selectors))).length;
  const [marked, setMarked] = useState(false);
  const { items, busy } = useItems(props, composer, entries, { consent, marked }, () => setConsent(false), dismiss);
  const choice = entries.some((entry) => entry.kind === 'suggested' && entry.suggestion.withMarks !== null);
  return (
    <div class="stack">
      {page.privateWindow ? <PrivateWindowNotice consent={consent} onConsent={setConsent} /> : null}
      {offered.suggestions === null ? (
        <p class="help" role="status">
          {t('suggestionsLoading')}
        </p>
      ) : null}
      {offered.suggestions !== null && entries.length === 0 ? (
        <EmptyState icon={<QuoteIcon />} title={t('suggestionsNone')}>
          <p>{t('suggestionsNoneHint')}</p>
        </EmptyState>
      ) : null}
      {choice ? (
        <label class="check">
          <input type="checkbox" checked={marked} onChange={(event) => setMarked(event.currentTarget.checked)} />
          <span>{t('suggestionMarks')}</span>
        </label>
      ) : null}
      <GoneQuote {...props} saved={data} composer={composer} />
      <SavingWaits saving={busy} />
      <ItemList items={items} current={currentEntry(entries, offered.point)} shown={shown} main />
      {hidden > 0 ? (
        <button type="button" class="link-button help" onClick={bringBack}>
          {t('suggestionBring', formatNumber(hidden))}
        </button>
      ) : null}
      <DeletedList
        items={data.deleted.map(({ id, quote }) => ({ id, text: quote.exact }))}
        onRestore={(id) => void ask('annotation.restore', { id })}
      />
      <WorthChecking
        {...props}
        offers={claims}
        consent={consent}
        onSaved={() => setConsent(false)}
        dismissed={marks}
        onDismiss={dismiss}
      />
    </div>
  );
}

/** A suggestion with the quotation marks around it, where it has some. */
const withMarks = (suggestion: QuoteSuggestion): QuoteSuggestion => ({
  ...suggestion,
  selectors: suggestion.withMarks ?? suggestion.selectors,
});

function useItems(
  props: QuotesTabProps,
  composer: Composer,
  entries: readonly Entry[],
  { consent, marked }: { readonly consent: boolean; readonly marked: boolean },
  onSaved: () => void,
  onDismiss: (key: string) => void,
): { readonly items: ListItem[]; readonly busy: boolean } {
  const { page, data, onFailure, onSaid, onWork } = props;
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts();
  const accept = async (suggestion: QuoteSuggestion, asClaim: boolean): Promise<void> => {
    const to = { tabId: page.tabId, settings: data.settings, privateConsent: consent, attempts };
    setBusy(true);
    const saved = await acceptQuote(to, suggestion, asClaim);
    setBusy(false);
    onFailure(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    onSaved();
    onSaid(t('quoteSaved'));
    if (asClaim && saved.value.claimId !== null) onWork(saved.value.claimId);
  };
  const showOffer = async ({ selectors }: QuoteSuggestion): Promise<void> => {
    const result = await showSuggestion(page.tabId, selectors);
    onFailure(result.ok ? null : result.error);
  };
  const items = entries.map((entry): ListItem => {
    if (entry.kind === 'saved') return savedItem(props, composer, entry.annotation, entry.role);
    const { suggestion, key } = entry;
    const offered = marked ? withMarks(suggestion) : suggestion;
    const act = {
      accept: () => void accept(offered, false),
      claim: () => void accept(offered, true),
      jump: () => void showOffer(suggestion),
      dismiss: () => onDismiss(quoteMark(suggestion.selectors)),
    };
    const view = (
      <SuggestedQuote
        suggestion={offered}
        busy={busy}
        onAccept={act.accept}
        onJump={act.jump}
        onDismiss={act.dismiss}
      />
    );
    return { key, kind: 'suggested', view, ...act };
  });
  return { items, busy };
}

function savedItem(props: QuotesTabProps, composer: Composer, annotation: Annotation, role: string | null): ListItem {
  const { page, data, onFailure, onSaid, onUndo, onWork, onEvidence } = props;
  const { id } = annotation;
  const quote = { id, exact: annotation.quote.exact };
  const remove = async (): Promise<void> => {
    const result = await ask('annotation.delete', { id });
    onFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    onUndo({
      text: t('quoteDeleted'),
      run: async () => {
        const back = await ask('annotation.restore', { id });
        onFailure(back.ok ? null : back.error);
      },
    });
  };
  const work = async (): Promise<void> => {
    if (annotation.claimId !== null) return onWork(annotation.claimId);
    const who = { claimant: annotation.speaker ?? '', claimantKind: 'Person', claimantRole: role } as const;
    const claim = { ...who, type: null, verdict: '' };
    const made = await ask('claim.tag', { annotationId: id, claim: { ...claim, scaleId: data.settings.scaleId } });
    onFailure(made.ok ? null : made.error);
    if (made.ok) onWork(made.value.id);
  };
  const jump = (): void => void askTab(page.tabId, 'annotator.jump', { id });
  const view = (
    <>
      <SavedQuote
        page={page}
        saved={data}
        composer={composer}
        onFailure={onFailure}
        onSaid={onSaid}
        engaged={composer.writing !== null && composer.writing.annotationId !== null}
        annotation={annotation}
        role={role}
        onBusy={(busy) => busy && onSaid(t('composerBusy'))}
        onDelete={() => void remove()}
      />
      <div class="row work-on">
        <button type="button" class="button small" onClick={() => void work()}>
          <ClaimIcon />
          {t(annotation.claimId === null ? 'worthAccept' : 'claimOpen')}
        </button>
        {onEvidence ? (
          <button
            type="button"
            class="button small"
            onClick={() =>
              onEvidence(evidenceOfQuote(quote, data.article && sourceOf(data.article), new Date().toISOString()))
            }
          >
            <PlusIcon />
            {t('pickAdd')}
          </button>
        ) : null}
      </div>
    </>
  );
  return { key: id, kind: 'saved', view, claim: () => void work(), jump };
}
