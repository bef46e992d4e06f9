import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { typedOn } from '../../components/composer-value';
import type { DraggedQuote } from '../../components/dragged-quote';
import { QuoteItem } from '../../components/quote-item';
import { DeletedList, UndoBar } from '../../components/undo-bar';
import { formatNumber, t } from '../../lib/i18n/translate';
import { ask, askTab } from '../../lib/messages/client';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import type { SightingStatus } from '../../lib/model/vocabulary';
import { closePopup } from './close-popup';
import { CopyQuote } from './copy-quote';
import { EditForm } from './edit-form';
import type { WorkProps } from './new-quote';
import type { OpenPage } from './open-page';

interface SavedQuotesProps extends WorkProps {
  /** Something is being written and would be lost by turning to another quote. */
  readonly engaged: boolean;
}

/** The quotes saved on this page, in reading order, and the deletions that can be taken back. */
export function SavedQuotes(props: SavedQuotesProps): JSX.Element | null {
  const { saved, onFailure, onSaid } = props;
  const [undoable, setUndoable] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = async (id: string): Promise<void> => {
    const result = await ask('annotation.delete', { id });
    onFailure(result.ok ? null : result.error);
    if (result.ok) setUndoable(id);
  };
  const restore = async (id: string): Promise<void> => {
    const result = await ask('annotation.restore', { id });
    onFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    onSaid(t('quoteRestored'));
    setUndoable(null);
  };
  const earlier = saved.deleted.filter(({ id }) => id !== undoable);
  if (saved.annotations.length === 0 && saved.deleted.length === 0) return null;
  return (
    <section class="saved">
      {undoable === null ? null : (
        <UndoBar text={t('quoteDeleted')} onUndo={() => void restore(undoable)} onDismiss={() => setUndoable(null)} />
      )}
      {saved.annotations.length > 0 ? (
        <h2 class="section-title">
          {t('quotesTitle')} <span class="count">{formatNumber(saved.annotations.length)}</span>
        </h2>
      ) : null}
      {busy ? (
        <p class="help" role="alert">
          {t('composerBusy')}
        </p>
      ) : null}
      <ul class="saved-list">
        {saved.annotations.map((annotation) => (
          <li key={annotation.id}>
            <SavedQuote
              {...props}
              annotation={annotation}
              onBusy={setBusy}
              onDelete={() => void remove(annotation.id)}
            />
          </li>
        ))}
      </ul>
      <DeletedList
        items={earlier.map(({ id, quote }) => ({ id, text: quote.exact }))}
        onRestore={(id) => void restore(id)}
      />
    </section>
  );
}

export interface SavedQuoteProps extends SavedQuotesProps {
  readonly annotation: Annotation;
  /** The speaker's role, where the page gives one. */
  readonly role?: string | null;
  readonly onBusy: (busy: boolean) => void;
  readonly onDelete: () => void;
}

/** One saved quote, or its form while it is edited. */
export function SavedQuote(props: SavedQuoteProps): JSX.Element {
  const { annotation, saved, composer, page, engaged, onBusy, onFailure, onDelete } = props;
  const claim = annotation.claimId === null ? null : (saved.claims.get(annotation.claimId) ?? null);
  const { writing } = composer;
  if (writing?.annotationId === annotation.id) {
    return <EditForm {...props} writing={writing} annotationId={annotation.id} />;
  }
  const edit = (): void => {
    onBusy(engaged);
    if (engaged) return;
    const base = wordsOfQuote(annotation, claim);
    composer.turnTo({ annotationId: annotation.id, selectors: null, value: typedOn(base), base });
  };
  const jump = async (): Promise<void> => {
    const result = await askTab(page.tabId, 'annotator.jump', { id: annotation.id });
    onFailure(result.ok ? null : result.error);
    if (result.ok) closePopup();
  };
  const { status, foundText } = sightingOf(page, annotation);
  const { article } = saved;
  return (
    <QuoteItem
      annotation={annotation}
      source={article ? sourceOf(article) : undefined}
      claim={claim}
      status={status}
      foundText={foundText}
      role={props.role ?? null}
      onJump={() => void jump()}
      onEdit={edit}
      onDelete={onDelete}
      compact
      actions={article ? <CopyQuote annotation={annotation} article={article} compact /> : null}
    />
  );
}

/** An article as evidence names it. */
export const sourceOf = ({ canonicalUrl, title, archiveUrl }: Article): Omit<DraggedQuote, 'annotationId'> => ({
  url: canonicalUrl,
  title,
  archiveUrl,
});

/** What became of a quote at this visit: the page's word, unless the store has heard of it since. */
function sightingOf(
  page: OpenPage,
  annotation: Annotation,
): { readonly status: SightingStatus | null; readonly foundText: string | null } {
  const stored = annotation.sighting;
  const now = page.state.sightings.find(({ id }) => id === annotation.id);
  if (stored && (!now || stored.seenAt > page.askedAt)) return stored;
  // A quote that was saved a moment ago stands where it was taken from.
  return now ?? stored ?? { status: annotation.createdAt > page.askedAt ? 'unchanged' : null, foundText: null };
}
