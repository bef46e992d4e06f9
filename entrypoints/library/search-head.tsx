import type { JSX, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Choice } from '../../components/fields';
import { SearchIcon } from '../../components/icons';
import { formatNumber, type MessageKey, t } from '../../lib/i18n/translate';
import type { Answer } from '../../lib/search/search';
import { type SearchState, SORTS, type Sort, VIEWS, type View } from '../../lib/search/state';
import { hashOf } from './route';

const SORT_KEYS: Readonly<Record<Sort, MessageKey>> = {
  newest: 'librarySort_newest',
  oldest: 'librarySort_oldest',
  published: 'librarySort_published',
  site: 'librarySort_site',
  relevance: 'librarySort_relevance',
};

interface SearchHeadProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly state: SearchState;
  readonly answer: Answer | null;
  readonly onChange: (part: Partial<SearchState>, replace?: boolean) => void;
}

/** The search field, the order, and the three views. It stays in sight. */
export function SearchHead({ input, state, answer, onChange }: SearchHeadProps): JSX.Element {
  const id = useId();
  return (
    <div class="search-head">
      <search class="library-search">
        <div class="field">
          <label class="hidden-visually" for={id}>
            {t('librarySearch')}
          </label>
          <span class="search-box">
            <SearchIcon />
            <input
              ref={input}
              id={id}
              class="input"
              type="search"
              autocomplete="off"
              spellcheck={false}
              placeholder={t('librarySearchHint')}
              aria-describedby={`${id}-help`}
              value={state.query}
              onInput={(event) => onChange({ query: event.currentTarget.value }, true)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                document.querySelector<HTMLElement>('.virtual [data-focus][tabindex="0"]')?.focus();
              }}
            />
          </span>
        </div>
        <Choice
          label={t('librarySort')}
          value={state.sort}
          options={SORTS.map((one) => [one, t(SORT_KEYS[one])])}
          onChange={(picked) => onChange({ sort: SORTS.find((one) => one === picked) ?? 'newest' })}
        />
      </search>
      <nav class="view-tabs" aria-label={t('libraryViews')}>
        {VIEWS.map((view) => (
          <ViewLink key={view} view={view} state={state} count={answer?.totals[view] ?? null} />
        ))}
      </nav>
      <details class="search-fields">
        <summary>{t('libraryFieldsTitle')}</summary>
        <p class="help" id={`${id}-help`}>
          {t('libraryFieldsHelp')}
        </p>
      </details>
    </div>
  );
}

interface ViewLinkProps {
  readonly view: View;
  readonly state: SearchState;
  readonly count: number | null;
}

function ViewLink({ view, state, count }: ViewLinkProps): JSX.Element {
  return (
    <a
      class="view-tab"
      href={hashOf({ page: 'search', state: { ...state, view } })}
      aria-current={view === state.view ? 'page' : undefined}
    >
      {t(`libraryView_${view}`)}
      {count === null ? null : <span class="tab-count">{formatNumber(count)}</span>}
    </a>
  );
}
