import type { JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { Choice } from '../../components/claim-fields';
import { SearchIcon } from '../../components/icons';
import { EmptyState } from '../../components/notices';
import { type MessageKey, plural, t } from '../../lib/i18n/translate';
import { ArticleList } from './article-list';
import { SORTS, type Sort, searchLibrary, sortLibrary } from './search';
import type { Library } from './use-library';

const SORT_KEYS: Readonly<Record<Sort, MessageKey>> = {
  recent: 'librarySort_recent',
  published: 'librarySort_published',
  site: 'librarySort_site',
};

/** All articles, or those that a search leaves. */
export function Overview({ library }: { readonly library: Library }): JSX.Element {
  const id = useId();
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>('recent');
  const shown = useMemo(
    () => sortLibrary(searchLibrary(library.entries, library.claims, query), sort),
    [library, query, sort],
  );
  const quotes = shown.flatMap(({ annotations }) => annotations);
  const claims = new Set(quotes.flatMap(({ claimId }) => claimId ?? []));
  return (
    <>
      <h1 class="library-title">{t('libraryHeading')}</h1>
      <search class="library-search">
        <div class="field">
          <label class="label" for={id}>
            {t('librarySearch')}
          </label>
          <span class="search-box">
            <SearchIcon />
            <input
              id={id}
              class="input"
              type="search"
              placeholder={t('librarySearchHint')}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </span>
        </div>
        <Choice
          label={t('librarySort')}
          value={sort}
          options={SORTS.map((one) => [one, t(SORT_KEYS[one])])}
          onChange={(picked) => setSort(SORTS.find((one) => one === picked) ?? 'recent')}
        />
      </search>
      <p class="meta" role="status">
        {[
          plural('libraryArticles', shown.length),
          plural('libraryQuotes', quotes.length),
          plural('libraryClaims', claims.size),
        ].join(' · ')}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={<SearchIcon />} title={t('libraryNoMatch', query)}>
          <button type="button" class="button" onClick={() => setQuery('')}>
            {t('libraryClear')}
          </button>
        </EmptyState>
      ) : (
        <ArticleList entries={shown} claims={library.claims} whole={query.trim() !== ''} />
      )}
    </>
  );
}
