import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NoteIcon } from '../../components/icons';
import { EmptyState, PrivateWindowNotice } from '../../components/notices';
import { type MarksToggle, QuoteComposer } from '../../components/quote-composer';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { t } from '../../lib/i18n/translate';
import type { Failure } from '../../lib/model/result';
import { GoneQuote } from './edit-form';
import type { OpenPage } from './open-page';
import { saveNew } from './save-quote';
import type { Saved } from './saved';
import { useAttempts } from './use-attempts';
import type { Composer, Writing } from './use-composer';

export interface WorkProps {
  readonly page: OpenPage;
  readonly saved: Saved;
  readonly composer: Composer;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onSaid: (text: string) => void;
}

/** The selected words, ready to save; or how to select some. A quote that is being edited has its form in the list. */
export function NewQuote(props: WorkProps): JSX.Element | null {
  const { page, saved, composer } = props;
  const { writing } = composer;
  if (!writing) return null;
  // A quote that is edited has its form in the list; one that was deleted elsewhere is in no list.
  if (writing.annotationId !== null) return <GoneQuote {...props} />;
  if (writing.selectors) {
    return (
      <section class="panel">
        <WritingNotes page={page} composer={composer} writing={writing} />
        <ComposerForm {...props} writing={writing} quote={writing.selectors.quote.exact} />
      </section>
    );
  }
  if (page.state.selection.kind === 'unusable') return <FailureMessage failure={page.state.selection} />;
  if (saved.annotations.length > 0) return <p class="help">{t('quotesHint')}</p>;
  return (
    <EmptyState icon={<NoteIcon />} title={t('quotesEmptyTitle')}>
      <p>{t('quotesEmptyText')}</p>
    </EmptyState>
  );
}

/** What was taken up from last time, and the way to the words that are selected now. */
function WritingNotes({ page, composer, writing }: Pick<WorkProps, 'page' | 'composer'> & { writing: Writing }) {
  const { selection } = page.state;
  if (!writing.restored) return null;
  const other = selection.kind === 'quote' && !isOf(selection, writing);
  return (
    <div class="composer-notes">
      <StatusMessage tone="info">
        <p>{t('composerRestored')}</p>
        {other ? (
          <button type="button" class="link-button" onClick={() => composer.reselect(selection.selectors)}>
            {t('composerUseSelection')}
          </button>
        ) : null}
      </StatusMessage>
    </div>
  );
}

type SelectedWords = Extract<OpenPage['state']['selection'], { kind: 'quote' }>;

/** Whether what is written is of the words that are selected, with quotation marks around them or not. */
function isOf({ selectors, marks }: SelectedWords, writing: Writing): boolean {
  const words = writing.selectors?.quote.exact;
  return [selectors, marks?.with, marks?.without].some((one) => one?.quote.exact === words);
}

/** The choice of quotation marks, while their words are the ones selected on the page. */
function marksOf(page: OpenPage, composer: Composer, writing: Writing): MarksToggle | null {
  const { selection } = page.state;
  if (writing.annotationId !== null || selection.kind !== 'quote' || !isOf(selection, writing)) return null;
  const { marks } = selection;
  return (
    marks && {
      taken: writing.selectors?.quote.exact === marks.with.quote.exact,
      onTake: (taken) => composer.reselect(taken ? marks.with : marks.without),
    }
  );
}

/** The form of a new quote; saves, and tells how it went. */
function ComposerForm(props: WorkProps & { readonly writing: Writing; readonly quote: string }): JSX.Element {
  const { page, saved, composer, writing, quote, onFailure, onSaid } = props;
  const [saving, setSaving] = useState(false);
  const [consent, setConsent] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const attempts = useAttempts();
  const save = async (): Promise<void> => {
    setSaving(true);
    onFailure(null);
    const result = await saveNew(page.tabId, attempts, writing.selectors, writing.value, consent);
    setSaving(false);
    setFailed(result.ok ? null : result.error);
    if (!result.ok) return;
    onSaid(t('quoteSaved'));
    composer.finish();
  };
  return (
    <QuoteComposer
      mode="new"
      quote={quote}
      marks={marksOf(page, composer, writing)}
      value={writing.value}
      known={saved.known}
      scaleId={saved.settings.scaleId}
      saving={saving}
      onChange={(value) => composer.write(value)}
      onSave={() => void save()}
      onDiscard={composer.finish}
    >
      {page.privateWindow ? <PrivateWindowNotice consent={consent} onConsent={setConsent} /> : null}
      {failed ? <FailureMessage failure={failed} /> : null}
    </QuoteComposer>
  );
}
