import { progressLabel } from '../../lib/i18n/claim-words';
import { formatMonth, kept, type MessageKey, t } from '../../lib/i18n/translate';
import {
  type ColourNames,
  claimTypeLabel,
  colourLabel,
  scaleLabel,
  sightingLabel,
  verdictLabel,
} from '../../lib/i18n/words';
import { CLAIM_TYPES, COLOURS, PROGRESS, SIGHTINGS } from '../../lib/model/vocabulary';
import type { Facet } from '../../lib/search/state';

/** A facet's heading. */
export const facetTitle = (facet: Facet): string => t(`facet_${facet}`);

const NONE: Readonly<Partial<Record<Facet, MessageKey>>> = { type: 'facetNone_type', verdict: 'facetNone_verdict' };

const known = <Value extends string>(values: readonly Value[], value: string, label: (value: Value) => string) => {
  const found = values.find((one) => one === value);
  return found === undefined ? value : label(found);
};

/** A facet's value in the reader's language; what is not of our lists stays as it was written. */
export function facetLabel(facet: Facet, value: string, names: ColourNames): string {
  const none = value === '' ? NONE[facet] : undefined;
  if (none !== undefined) return t(none);
  switch (facet) {
    case 'colour':
      return known(COLOURS, value, (colour) => colourLabel(colour, names));
    case 'type':
      return known(CLAIM_TYPES, value, claimTypeLabel);
    case 'progress':
      return known(PROGRESS, value, progressLabel);
    case 'status':
      return known(SIGHTINGS, value, sightingLabel);
    case 'month':
      return formatMonth(value);
    case 'language':
      return languageLabel(value);
    case 'verdict':
      return verdictWords(value);
    default:
      return value;
  }
}

function verdictWords(value: string): string {
  const [scaleId = '', ...rest] = value.split('/');
  const label = verdictLabel(scaleId, rest.join('/'));
  // Several scales call a verdict “False”: those that are not the usual one are named.
  return scaleId === 'neutral' || scaleId === 'free' ? label : t('facetVerdictOf', label, scaleLabel(scaleId));
}

function languageLabel(code: string): string {
  try {
    return kept('languages', (tag) => new Intl.DisplayNames([tag], { type: 'language' })).of(code) ?? code;
  } catch {
    return code;
  }
}
