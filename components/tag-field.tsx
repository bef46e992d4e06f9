import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { plural, t } from '../lib/i18n/translate';
import { fold, type TagUse, withTag } from './composer-value';
import { CloseIcon } from './icons';
import { OfferList, useOffers } from './offers';

interface TagFieldProps {
  readonly tags: readonly string[];
  /** What stands in the input and is no tag yet; kept outside, since it is part of the draft. */
  readonly typed: string;
  /** All tags in use, most used first. */
  readonly known: readonly TagUse[];
  readonly onChange: (tags: string[], typed: string) => void;
}

const MAX_OFFERS = 8;

/** Tags with completion. */
export function TagField({ tags, typed, known, onChange }: TagFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const offers = useOffers(() => offersFor(known, tags, typed));
  const { id } = offers;
  const add = (tag: string): void => {
    offers.chooseNone();
    onChange(withTag(tags, tag), '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (offers.onKey(event)) return;
    if (event.key === 'Enter' || event.key === ',') {
      const chosen = offers.chosen?.tag;
      if (event.isComposing || (event.key === 'Enter' && chosen === undefined && typed.trim() === '')) return;
      event.preventDefault();
      add(chosen ?? typed);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      onChange(tags.slice(0, -1), '');
    }
  };
  return (
    <div class="field tag-field">
      <label class="label" for={`${id}-input`}>
        {t('composerTags')}
      </label>
      <div class="tag-box">
        {tags.map((tag) => (
          <span class="tag" key={tag}>
            {tag}
            <button
              type="button"
              aria-label={t('composerTagRemove', tag)}
              onClick={() => {
                onChange(
                  tags.filter((one) => one !== tag),
                  typed,
                );
                input.current?.focus();
              }}
            >
              <CloseIcon />
            </button>
          </span>
        ))}
        <input
          {...offers.combobox}
          id={`${id}-input`}
          ref={input}
          aria-describedby={`${id}-help`}
          maxLength={100}
          placeholder={t('composerTagsHint')}
          value={typed}
          onInput={(event) => {
            offers.open();
            onChange([...tags], event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onClick={offers.open}
          onBlur={offers.close}
        />
      </div>
      <span class="hidden-visually" id={`${id}-help`}>
        {t('composerTagsHelp')}
      </span>
      <OfferList
        offers={offers}
        label={t('composerTagSuggestions')}
        keyOf={({ tag }) => tag}
        onPick={({ tag }) => add(tag)}
      >
        {({ tag, uses }) => (
          <>
            <span>{tag}</span>
            <span class="meta">{plural('tagUses', uses)}</span>
          </>
        )}
      </OfferList>
    </div>
  );
}

/** Tags that start with what was typed, then those that hold it; those chosen already are left out. */
function offersFor(known: readonly TagUse[], tags: readonly string[], typed: string): TagUse[] {
  const wanted = fold(typed);
  const chosen = new Set(tags.map(fold));
  const free = known.filter(({ tag }) => !chosen.has(fold(tag)));
  const starts = free.filter(({ tag }) => fold(tag).startsWith(wanted));
  const holds = free.filter(({ tag }) => !fold(tag).startsWith(wanted) && fold(tag).includes(wanted));
  return [...starts, ...holds].slice(0, MAX_OFFERS);
}
