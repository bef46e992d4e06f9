import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { reasonsText } from '../lib/i18n/claim-words';
import { t } from '../lib/i18n/translate';
import { claimTypeLabel } from '../lib/i18n/words';
import type { ClaimOffer, QuoteSuggestion } from '../lib/messages/suggestions';
import { ClaimIcon, CloseIcon, JumpIcon, TickIcon } from './icons';
import { Speaker } from './speaker';

interface SuggestionEvents {
  readonly onAccept: () => void;
  readonly onDismiss?: (() => void) | undefined;
  readonly onJump?: (() => void) | undefined;
  /** Saving is under way. */
  readonly busy?: boolean | undefined;
}

interface SuggestedQuoteProps extends SuggestionEvents {
  readonly suggestion: QuoteSuggestion;
}

/** A quotation that the page offers, with its speaker: saved by one click, or dismissed. */
export function SuggestedQuote({ suggestion, ...events }: SuggestedQuoteProps): JSX.Element {
  return (
    <Suggestion words={suggestion.selectors.quote.exact} accept={t('suggestionAccept')} icon={<TickIcon />} {...events}>
      <Speaker speaker={suggestion.speaker} role={suggestion.role} />
    </Suggestion>
  );
}

interface SuggestedClaimProps extends SuggestionEvents {
  readonly offer: ClaimOffer;
}

/** A sentence that may be worth checking, with its type and why it is offered; never whether it is true. */
export function SuggestedClaim({ offer, ...events }: SuggestedClaimProps): JSX.Element {
  return (
    <Suggestion words={offer.selectors.quote.exact} accept={t('worthAccept')} icon={<ClaimIcon />} {...events}>
      <p class="meta">
        <strong>{claimTypeLabel(offer.type)}</strong>
        <br />
        {reasonsText(offer.reasons)}
      </p>
    </Suggestion>
  );
}

interface SuggestionProps extends SuggestionEvents {
  readonly words: string;
  readonly accept: string;
  readonly icon: JSX.Element;
  readonly children: ComponentChildren;
}

function Suggestion(props: SuggestionProps): JSX.Element {
  const { words, accept, icon, children, onAccept, onDismiss, onJump, busy = false } = props;
  const id = useId();
  return (
    <article class="suggestion" aria-labelledby={id}>
      <blockquote class="quote-text" dir="auto" id={id}>
        {words}
      </blockquote>
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons */}
      <div
        class="row suggestion-actions"
        role="group"
        aria-label={t('suggestionActions', words.length > 60 ? `${words.slice(0, 60)}…` : words)}
      >
        <button type="button" class="button small" aria-disabled={busy} onClick={() => !busy && onAccept()}>
          {icon}
          {accept}
        </button>
        {onJump ? (
          <button
            type="button"
            class="button quiet small only-icon"
            aria-label={t('jump')}
            title={t('jump')}
            onClick={onJump}
          >
            <JumpIcon />
          </button>
        ) : null}
        {onDismiss ? (
          <button
            type="button"
            class="button quiet small only-icon push"
            aria-label={t('suggestionDismiss')}
            title={t('suggestionDismiss')}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        ) : null}
      </div>
    </article>
  );
}
