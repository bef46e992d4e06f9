import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useColourNames } from '../../components/settings-context';
import { formatNumber, plural, t } from '../../lib/i18n/translate';
import type { FacetCount, FacetCounts } from '../../lib/search/facet-counts';
import { FACETS, type Facet, type Filters } from '../../lib/search/state';
import { facetLabel, facetTitle } from './facet-words';

interface FacetsProps {
  readonly counts: FacetCounts;
  readonly filters: Filters;
  readonly onToggle: (facet: Facet, value: string) => void;
}

const FIRST = 6;

/** The values that a search can be narrowed by, each with how many it would leave. */
export function Facets({ counts, filters, onToggle }: FacetsProps): JSX.Element {
  return (
    <div class="facets">
      {FACETS.map((facet) => (
        <FacetList
          key={facet}
          facet={facet}
          counts={facet === 'month' ? latestFirst(counts.month) : counts[facet]}
          chosen={filters[facet] ?? []}
          onToggle={(value) => onToggle(facet, value)}
        />
      ))}
    </div>
  );
}

const latestFirst = (counts: readonly FacetCount[]): readonly FacetCount[] =>
  [...counts].sort((a, b) => (a.value < b.value ? 1 : -1));

interface FacetListProps {
  readonly facet: Facet;
  readonly counts: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function FacetList({ facet, counts, chosen, onToggle }: FacetListProps): JSX.Element | null {
  const [whole, setWhole] = useState(false);
  const names = useColourNames();
  if (counts.length === 0) return null;
  const shown = whole ? counts : counts.filter(({ value }, at) => at < FIRST || chosen.includes(value));
  const rest = counts.length - shown.length;
  return (
    <fieldset class="facet">
      <legend>{facetTitle(facet)}</legend>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <label class="facet-value">
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span class="facet-name" dir="auto">
                {facetLabel(facet, value, names)}
              </span>
              <span class="facet-count">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 || whole ? (
        <button type="button" class="link-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('facetFewer') : plural('facetMore', rest)}
          <span class="hidden-visually"> ({facetTitle(facet)})</span>
        </button>
      ) : null}
    </fieldset>
  );
}
