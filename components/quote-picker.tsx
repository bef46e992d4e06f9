import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import type { Annotation } from '../lib/model/annotation';
import { PlusIcon } from './icons';

/** A saved quote that may become evidence, with the article that it stands in. */
export interface PickableQuote {
  readonly annotation: Annotation;
  readonly article: { readonly title: string; readonly url: string; readonly archiveUrl: string | null } | null;
}

interface QuotePickerProps {
  readonly typed: string;
  /** Null while they are being looked for. */
  readonly quotes: readonly PickableQuote[] | null;
  readonly onType: (typed: string) => void;
  readonly onPick: (quote: PickableQuote) => void;
}

const SHORT = 140;
const shorten = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/** Saved quotes to take as evidence without dragging: searched by their words, added by a click or a key. */
export function QuotePicker({ typed, quotes, onType, onPick }: QuotePickerProps): JSX.Element {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const pick = (quote: PickableQuote): void => {
    onPick(quote);
    // Its button goes with it: the next one is looked for from here.
    search.current?.focus();
  };
  return (
    <details class="picker">
      <summary>{t('pickTitle')}</summary>
      <label class="label" for={id}>
        {t('pickSearch')}
      </label>
      <input
        id={id}
        ref={search}
        type="search"
        class="input"
        dir="auto"
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter in a form's field would save the claim.
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
      />
      <p class="help" role="status">
        {quotes?.length === 0 ? t('pickNone') : ''}
      </p>
      <ul class="near-list">
        {(quotes ?? []).map((quote) => (
          <li key={quote.annotation.id}>
            <blockquote class="quote-text" dir="auto">
              {shorten(quote.annotation.quote.exact)}
            </blockquote>
            {quote.article ? (
              <p class="meta" dir="auto">
                {quote.article.title}
              </p>
            ) : null}
            <button
              type="button"
              class="button small"
              aria-label={t('pickAddNamed', shorten(quote.annotation.quote.exact))}
              onClick={() => pick(quote)}
            >
              <PlusIcon />
              {t('pickAdd')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
