import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { SearchIcon } from '../../components/icons';
import { EmptyState } from '../../components/notices';
import { StatusMessage } from '../../components/status-message';
import { formatShare, plural, t } from '../../lib/i18n/translate';
import { parseQuery } from '../../lib/search/query';
import { type Facet, type Filters, isOpen, type SearchState, toggled } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import { BulkActions } from './bulk-actions';
import { BulkBar } from './bulk-bar';
import { ChosenFilters } from './chosen-filters';
import { FilterPanel } from './filter-panel';
import { OperationReport } from './operation-report';
import { Pictures } from './pictures';
import { ResultList } from './result-list';
import { go, hashOf } from './route';
import { lineLeft, useScrollMemory } from './scroll-memory';
import type { SearchClient } from './search-client';
import { SearchHead } from './search-head';
import { useSelection } from './selection';
import { useWindow } from './use-library';
import { useOperations } from './use-operations';
import { type Results, useSearch } from './use-search';

interface OverviewProps {
  readonly db: PressmarkDatabase;
  readonly client: SearchClient;
  readonly state: SearchState;
}

/** The search in three views: articles, quotes, claims. */
export function Overview({ db, client, state }: OverviewProps): JSX.Element {
  const results = useSearch(client, db, state);
  useScrollMemory(hashOf({ page: 'search', state }), results?.total ?? 0);
  const input = useRef<HTMLInputElement>(null);
  const selection = useSelection(client, state);
  const operations = useOperations();
  const change = (part: Partial<SearchState>, replace = false): void =>
    go({ page: 'search', state: { ...state, ...part } }, { replace });
  const filter = (filters: Filters): void => change({ filters });
  const onToggle = (facet: Facet, value: string): void => filter(toggled(state.filters, facet, value));
  useSlash(input);
  return (
    <>
      <h1 class="hidden-visually">{t('libraryHeading')}</h1>
      <SearchHead input={input} state={state} answer={results?.answer ?? null} onChange={change} />
      <div class="search-columns">
        <FilterPanel counts={results?.answer?.facets ?? null} filters={state.filters} onToggle={onToggle} />
        <div class="search-main">
          <ChosenFilters filters={state.filters} onToggle={onToggle} onClear={() => filter({})} />
          {results !== null && results.total > 0 ? (
            <Pictures
              view={results.state.view}
              counts={results.answer?.facets ?? null}
              filters={state.filters}
              onToggle={onToggle}
            />
          ) : null}
          <Progress results={results} />
          <OperationReport operations={operations} />
          <BulkBar selection={selection} total={results?.answer ? results.total : null}>
            <BulkActions db={db} selection={selection} operations={operations} />
          </BulkBar>
          {results === null ? null : (
            <Found
              db={db}
              results={results}
              selection={selection}
              onLeave={() => input.current?.focus()}
              onClear={() => change({ query: '', filters: {} })}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** `/` leads to the search field from wherever nothing is being typed. */
function useSlash(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const typing = target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}

/** What was found in numbers, for those who hear it; and what keeps it from being all. */
function Progress({ results }: { readonly results: Results | null }): JSX.Element {
  const answer = results?.answer ?? null;
  const numbers = answer
    ? [
        plural('libraryArticles', answer.totals.articles),
        plural('libraryQuotes', answer.totals.quotes),
        plural('libraryClaims', answer.totals.claims),
      ].join(' · ')
    : '';
  const reading = results !== null && results.read < 1;
  return (
    <>
      <p class="hidden-visually" role="status">
        {numbers}
      </p>
      {reading ? (
        <p class="meta reading">{t(answer ? 'libraryReadingPart' : 'libraryReading', formatShare(results.read))}</p>
      ) : null}
      {answer?.unread.map((part) => (
        <StatusMessage key={part} tone="caution">
          <p>{t('libraryUnread', part)}</p>
        </StatusMessage>
      ))}
    </>
  );
}

interface FoundProps {
  readonly db: PressmarkDatabase;
  readonly results: Results;
  readonly selection: ReturnType<typeof useSelection>;
  readonly onLeave: () => void;
  readonly onClear: () => void;
}

function Found({ db, results, selection, onLeave, onClear }: FoundProps): JSX.Element {
  const { state, total, need, itemAt } = results;
  const [sight, setSight] = useState({ from: 0, to: 20 });
  const query = useMemo(() => parseQuery(state.query), [state.query]);
  const items = Array.from({ length: Math.max(0, Math.min(sight.to, total) - sight.from) }, (_, i) =>
    itemAt(sight.from + i),
  ).flatMap((item) => item ?? []);
  const rows = useWindow(db, state.view, items);
  const onSight = useCallback(
    (from: number, to: number): void => {
      setSight((now) => (now.from === from && now.to === to ? now : { from, to }));
      need(from, to);
    },
    [need],
  );
  if (total === 0) return results.read < 1 ? <p /> : <Nothing state={state} onClear={onClear} />;
  return (
    <ResultList
      results={results}
      rows={rows}
      query={query}
      selection={selection}
      start={lineLeft(hashOf({ page: 'search', state }))}
      onSight={onSight}
      onLeave={onLeave}
    />
  );
}

/** Nothing found, and what to do about it. */
function Nothing({ state, onClear }: { readonly state: SearchState; readonly onClear: () => void }): JSX.Element {
  if (isOpen(state)) {
    return (
      <EmptyState icon={<SearchIcon />} title={t('libraryNoneTitle')}>
        <p>{t('libraryNoneClaims')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<SearchIcon />} title={t('libraryNoneTitle')}>
      {state.query.trim() === '' ? null : <p>{t('libraryNoneWords')}</p>}
      {Object.keys(state.filters).length === 0 ? null : <p>{t('libraryNoneFilters')}</p>}
      <button type="button" class="button" onClick={onClear}>
        {t('libraryClear')}
      </button>
    </EmptyState>
  );
}
