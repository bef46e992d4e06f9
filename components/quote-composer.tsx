import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { ClaimFields } from './claim-fields';
import { ColourPicker } from './colour-picker';
import { type ComposerValue, emptyClaim, type TagUse } from './composer-value';
import { SavingWaits } from './saving-waits';
import { TagField } from './tag-field';

/** The choice between a quote with its quotation marks and without them. */
export interface MarksToggle {
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
}

export interface QuoteComposerProps {
  /** The quoted words, shown above the fields; null where the surroundings show them already. */
  readonly quote: string | null;
  readonly value: ComposerValue;
  readonly onChange: (value: ComposerValue) => void;
  /** Whether the quote has its quotation marks, where the reader may choose. */
  readonly marks?: MarksToggle | null | undefined;
  readonly onSave: () => void;
  /** Gives what was typed up: "Discard" on a new quote, "Cancel" on a saved one. Without it there is no such button. */
  readonly onDiscard?: (() => void) | undefined;
  readonly mode: 'new' | 'edit';
  readonly saving?: boolean | undefined;
  readonly known?: readonly TagUse[] | undefined;
  /** The scale that a new claim starts with. */
  readonly scaleId?: string | undefined;
  /** Which field takes the focus when the composer appears. */
  readonly focus?: 'note' | 'claim' | undefined;
  /** Gives the focus to that field again each time that this is another number. */
  readonly refocus?: number | undefined;
  /** Shown above the buttons: an error, the consent of a private window. */
  readonly children?: ComponentChildren;
}

/** Where a quote gets its note, tags, colour and claim. Controlled: what is typed lives with whoever keeps the draft. */
export function QuoteComposer(props: QuoteComposerProps): JSX.Element {
  const { quote, marks, value, onChange, mode, known = [], scaleId, focus, saving = false, onDiscard } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>('[data-focus="first"]')?.focus();
  }, [focus, props.refocus]);
  const setWords = (part: Partial<ComposerValue['words']>): void =>
    onChange({ ...value, words: { ...value.words, ...part } });
  const claimFirst = focus === 'claim';
  const claim = (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={value.claim !== null}
          onChange={(event) => onChange({ ...value, claim: event.currentTarget.checked ? emptyClaim(scaleId) : null })}
        />
        <span>{t('composerClaim')}</span>
      </label>
      {value.claim === null ? null : (
        <ClaimFields
          value={value.claim}
          focusClaimant={focus === 'claim'}
          onChange={(claim) => onChange({ ...value, claim })}
        />
      )}
    </>
  );
  return (
    <form
      class="composer"
      ref={form}
      aria-label={t(mode === 'new' ? 'composerNew' : 'composerEdit')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) props.onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !saving) props.onSave();
      }}
    >
      {quote === null ? null : <QuotePreview quote={quote} colour={value.words.colour} />}
      {marks ? (
        <label class="check">
          <input
            type="checkbox"
            checked={marks.taken}
            onChange={(event) => marks.onTake(event.currentTarget.checked)}
          />
          <span>{t('composerMarks')}</span>
        </label>
      ) : null}
      {claimFirst ? claim : null}
      <div class="field">
        <label class="label" for={`${id}-note`}>
          {t('composerNote')}
        </label>
        <textarea
          id={`${id}-note`}
          class="textarea"
          rows={2}
          placeholder={t('composerNoteHint')}
          value={value.words.note}
          data-focus={focus === 'note' ? 'first' : undefined}
          onInput={(event) => setWords({ note: event.currentTarget.value })}
        />
      </div>
      <TagField
        tags={value.words.tags}
        typed={value.words.tagInput}
        known={known}
        onChange={(tags, tagInput) => setWords({ tags, tagInput })}
      />
      <ColourPicker value={value.words.colour} onChange={(colour) => setWords({ colour })} />
      {claimFirst ? null : claim}
      {props.children}
      <SavingWaits saving={saving} />
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={saving}>
          {t(saving ? 'saving' : mode === 'new' ? 'saveQuote' : 'saveChanges')}
        </button>
        {onDiscard ? (
          <button type="button" class="button quiet" onClick={onDiscard}>
            {t(mode === 'new' ? 'discard' : 'cancel')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

const LONG = 260;

interface QuotePreviewProps {
  readonly quote: string;
  readonly colour: string;
}

/** Quoted words with their colour at the edge; long ones are folded and can be opened. */
export function QuotePreview({ quote, colour }: QuotePreviewProps): JSX.Element {
  const [whole, setWhole] = useState(false);
  const long = quote.length > LONG;
  return (
    <div class="composer-preview">
      <blockquote class="edge" data-colour={colour}>
        <p class={long && !whole ? 'quote-text short' : 'quote-text'} dir="auto">
          {quote}
        </p>
      </blockquote>
      {long ? (
        <button
          type="button"
          class="link-button help"
          aria-expanded={whole}
          onClick={() => setWhole((before) => !before)}
        >
          {t(whole ? 'composerShowLess' : 'composerShowAll')}
        </button>
      ) : null}
    </div>
  );
}
