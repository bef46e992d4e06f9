import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { kindLabel } from '../lib/i18n/words';
import type { Claimant } from '../lib/model/claim';
import { fold } from './composer-value';
import { OfferList, useOffers } from './offers';

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
 * A name with completion. The browser's own list would hold every name that is known and find none whose accents are
 * typed otherwise.
 */
export function NameField({ label, hint, value, known, onInput, onPick }: NameFieldProps): JSX.Element {
  const offers = useOffers(() => offersFor(known, value));
  const { id, chosen } = offers;
  const pick = (claimant: Claimant): void => {
    offers.close();
    onPick(claimant);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (offers.onKey(event) || event.key !== 'Enter' || !chosen) return;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    // Enter in a form's field would save the claim.
    event.preventDefault();
    pick(chosen);
  };
  return (
    <div class="field name-field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        {...offers.combobox}
        id={id}
        class="input"
        dir="auto"
        maxLength={500}
        placeholder={hint}
        value={value}
        onInput={(event) => {
          offers.open();
          onInput(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={offers.close}
      />
      <OfferList offers={offers} label={t('claimantsKnown')} keyOf={({ name }) => name} onPick={pick}>
        {(one) => (
          <>
            <span dir="auto">{one.name}</span>
            <span class="meta" dir="auto">
              {one.role ?? kindLabel(one.kind)}
            </span>
          </>
        )}
      </OfferList>
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
