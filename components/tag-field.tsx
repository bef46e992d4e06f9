import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { plural, t } from '../lib/i18n/translate';
import { fold, type TagUse, withTag } from './composer-value';
import { CloseIcon } from './icons';

interface TagFieldProps {
  readonly tags: readonly string[];
  /** What stands in the input and is no tag yet; kept outside, since it is part of the draft. */
  readonly typed: string;
  /** All tags in use, most used first. */
  readonly known: readonly TagUse[];
  readonly onChange: (tags: string[], typed: string) => void;
}

const MAX_OFFERS = 8;

/** Tags with completion: a combobox whose list keeps the focus in the input (WAI-ARIA, list autocomplete). */
export function TagField({ tags, typed, known, onChange }: TagFieldProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offers = offersFor(known, tags, typed);
  const shown = open && offers.length > 0;
  const add = (tag: string): void => {
    setActive(-1);
    onChange(withTag(tags, tag), '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && offers.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((now) => (shown ? (now + step + offers.length + 1) % (offers.length + 1) : step > 0 ? 0 : -1));
    } else if (event.key === 'Enter' || event.key === ',') {
      const chosen = shown ? offers[active]?.tag : undefined;
      if (event.isComposing || (event.key === 'Enter' && chosen === undefined && typed.trim() === '')) return;
      event.preventDefault();
      add(chosen ?? typed);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      // The card that holds this field closes on Escape too; here it only folds the list away.
      event.stopPropagation();
      setOpen(false);
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
          id={`${id}-input`}
          ref={input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && active >= 0 && active < offers.length ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-help`}
          autocomplete="off"
          maxLength={100}
          placeholder={t('composerTagsHint')}
          value={typed}
          onInput={(event) => {
            setOpen(true);
            setActive(-1);
            onChange([...tags], event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
      </div>
      <span class="hidden-visually" id={`${id}-help`}>
        {t('composerTagsHelp')}
      </span>
      <TagOffers id={id} offers={shown ? offers : []} active={active} onPick={add} />
    </div>
  );
}

interface TagOffersProps {
  readonly id: string;
  readonly offers: readonly TagUse[];
  readonly active: number;
  readonly onPick: (tag: string) => void;
}

function TagOffers({ id, offers, active, onPick }: TagOffersProps): JSX.Element {
  return (
    <div
      class="tag-list"
      id={`${id}-list`}
      role="listbox"
      aria-label={t('composerTagSuggestions')}
      hidden={offers.length === 0}
    >
      {offers.map(({ tag, uses }, i) => (
        // The keyboard never comes here: the input keeps the focus and names the active option.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          class="tag-option"
          role="option"
          id={`${id}-${i}`}
          key={tag}
          aria-selected={i === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(tag)}
        >
          <span>{tag}</span>
          <span class="meta">{plural('tagUses', uses)}</span>
        </div>
      ))}
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
