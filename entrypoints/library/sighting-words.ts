import { keptOf } from '../../lib/anchor/kept';
import { t } from '../../lib/i18n/translate';
import { sightingLabel } from '../../lib/i18n/words';
import type { Annotation } from '../../lib/model/annotation';

/** What became of a quote, where that is worth a word. It asks for nothing where the reader has dealt with it. */
export interface SightingNews {
  readonly text: string;
  readonly settled: boolean;
}

/** What the last visit found, in a few words; null where the quote stands as it was, or nobody knows. */
export function sightingNews(annotation: Annotation): SightingNews | null {
  const { status, foundText } = annotation.sighting ?? {};
  if (status !== 'edited' && status !== 'missing' && status !== 'uncertain') return null;
  const kept = status === 'edited' && keptOf(annotation, foundText ?? null) !== null;
  return kept ? { text: t('sightingKept'), settled: true } : { text: sightingLabel(status), settled: false };
}
