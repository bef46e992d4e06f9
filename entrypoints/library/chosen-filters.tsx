import type { JSX } from 'preact';
import { CloseIcon } from '../../components/icons';
import { useColourNames } from '../../components/settings-context';
import { t } from '../../lib/i18n/translate';
import { FACETS, type Facet, type Filters } from '../../lib/search/state';
import { facetLabel, facetTitle } from './facet-words';

interface ChosenFiltersProps {
  readonly filters: Filters;
  readonly onToggle: (facet: Facet, value: string) => void;
  readonly onClear: () => void;
}

/** The filters that are on, each to be taken off. */
export function ChosenFilters({ filters, onToggle, onClear }: ChosenFiltersProps): JSX.Element | null {
  const names = useColourNames();
  const chosen = FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label={t('libraryChosen')}>
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <button
            type="button"
            class="chosen-filter"
            aria-label={t('libraryFilterRemove', facetTitle(facet), facetLabel(facet, value, names))}
            onClick={() => onToggle(facet, value)}
          >
            <span dir="auto">{facetLabel(facet, value, names)}</span>
            <CloseIcon />
          </button>
        </li>
      ))}
      {chosen.length > 1 ? (
        <li>
          <button type="button" class="link-button" onClick={onClear}>
            {t('libraryFiltersClear')}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
