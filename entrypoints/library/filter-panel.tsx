import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n/translate';
import type { FacetCounts } from '../../lib/search/facet-counts';
import { FACETS, type Facet, type Filters } from '../../lib/search/state';
import { Facets } from './facets';

const WIDE = '(width >= 1000px)';

/** Whether there is room for the filters beside the list. */
function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const update = (): void => setWide(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return wide;
}

interface FilterPanelProps {
  /** Null as long as nothing was counted. */
  readonly counts: FacetCounts | null;
  readonly filters: Filters;
  readonly onToggle: (facet: Facet, value: string) => void;
}

/** The filters: beside the list where there is room, folded above it elsewhere. */
export function FilterPanel({ counts, filters, onToggle }: FilterPanelProps): JSX.Element {
  const wide = useWide();
  const chosen = FACETS.reduce((sum, facet) => sum + (filters[facet]?.length ?? 0), 0);
  const facets = counts === null ? null : <Facets counts={counts} filters={filters} onToggle={onToggle} />;
  if (wide) {
    return (
      <aside class="filters" aria-label={t('libraryFilters')}>
        {facets}
      </aside>
    );
  }
  return (
    <details class="filters folded">
      <summary class="button">{chosen === 0 ? t('libraryFilters') : plural('libraryFiltersOn', chosen)}</summary>
      {facets}
    </details>
  );
}
