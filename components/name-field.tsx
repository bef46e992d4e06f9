import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { kindLabel } from '../lib/i18n/words';
import type { Claimant } from '../lib/model/claim';
import { fold } from './composer-value';

interface NameFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Claimants that are known already, the latest first. */
  readonly known: readonly Claimant[];
  readonly onInput: (typed: string) => void;
  readonly onPick: (claimant: Claimant) => void;
}

const MAX_OFFERS = 8;

/**
 * A name with completion: a combobox whose list keeps the focus in the input (WAI-ARIA, list autocomplete). The
 * browser's own list would hold every name that is known and find none whose accents are typed otherwise.
 */
export function NameField({ label, hint, value, known, onInput, onPick }: NameFieldProps): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offers = open ? offersFor(known, value) : [];
  const shown = offers.length > 0;
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (claimant: Claimant): void => {
    close();
    onPick(claimant);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offers[active];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      // After the last one none is chosen, and the same before the first.
      const places = offers.length + 1;
      setActive(shown ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : -1);
    } else if (event.key === 'Enter' && chosen && !event.isComposing && !event.ctrlKey && !event.metaKey) {
      // Enter in a form's field would save the claim.
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Escape' && shown) {
      // What holds this field closes on Escape too; here it only folds the list away.
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="field name-field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={offers[active] ? `${id}-${active}` : undefined}
        autocomplete="off"
        dir="auto"
        maxLength={500}
        placeholder={hint}
        value={value}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          onInput(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <NameOffers id={id} offers={offers} active={active} onPick={pick} />
    </div>
  );
}

interface NameOffersProps {
  readonly id: string;
  readonly offers: readonly Claimant[];
  readonly active: number;
  readonly onPick: (claimant: Claimant) => void;
}

function NameOffers({ id, offers, active, onPick }: NameOffersProps): JSX.Element {
  return (
    <div
      class="tag-list"
      id={`${id}-list`}
      role="listbox"
      aria-label={t('claimantsKnown')}
      hidden={offers.length === 0}
    >
      {offers.map((one, at) => (
        // The keyboard never comes here: the input keeps the focus and names the active option.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          class="tag-option"
          role="option"
          id={`${id}-${at}`}
          key={one.name}
          aria-selected={at === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          <span dir="auto">{one.name}</span>
          <span class="meta" dir="auto">
            {one.role ?? kindLabel(one.kind)}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Names that start with what was typed, then those of which a later word does. A name that is whole needs no offer. */
function offersFor(known: readonly Claimant[], typed: string): Claimant[] {
  const wanted = fold(typed);
  if (wanted === '') return known.slice(0, MAX_OFFERS);
  const starts: Claimant[] = [];
  const later: Claimant[] = [];
  for (const one of known) {
    const name = fold(one.name);
    if (name === wanted) continue;
    if (name.startsWith(wanted)) starts.push(one);
    else if (name.includes(` ${wanted}`)) later.push(one);
    if (starts.length === MAX_OFFERS) break;
  }
  return [...starts, ...later].slice(0, MAX_OFFERS);
}
