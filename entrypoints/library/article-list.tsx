import type { JSX } from 'preact';
import { ClaimLine } from '../../components/claim-line';
import { TagList } from '../../components/quote-item';
import { formatDate, formatList, plural, t } from '../../lib/i18n/translate';
import { sightingLabel } from '../../lib/i18n/words';
import type { Annotation } from '../../lib/model/annotation';
import type { Claim } from '../../lib/model/claim';
import { type Match, siteOf } from './search';

interface ArticleListProps {
  readonly entries: readonly Match[];
  readonly claims: ReadonlyMap<string, Claim>;
  /** Shows every quote of an article, as a search does: what was found must be seen. */
  readonly whole: boolean;
}

const FIRST = 3;

/** Articles with their quotes. Those below the fold are laid out when they come into view (CSS). */
export function ArticleList({ entries, claims, whole }: ArticleListProps): JSX.Element {
  return (
    <ul class="articles">
      {entries.map((entry) => (
        <li key={entry.article.id} class="article-card">
          <ArticleSummary {...entry} />
          <ul class="article-quotes">
            {(whole ? entry.annotations : entry.annotations.slice(0, FIRST)).map((annotation) => (
              <li key={annotation.id}>
                <QuoteLine
                  annotation={annotation}
                  claim={annotation.claimId === null ? undefined : claims.get(annotation.claimId)}
                />
              </li>
            ))}
          </ul>
          {!whole && entry.annotations.length > FIRST ? (
            <a class="help" href={`#/article/${entry.article.id}`}>
              {plural('libraryMore', entry.annotations.length - FIRST)}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ArticleSummary({ article, annotations }: Match): JSX.Element {
  return (
    <div class="article-head">
      <p class="kicker">{siteOf(article)}</p>
      <h2 class="article-title" dir="auto">
        <a href={`#/article/${article.id}`}>{article.title === '' ? t('headerNoTitle') : article.title}</a>
      </h2>
      <p class="meta">
        {[
          article.authors.length > 0 ? formatList(article.authors) : null,
          article.publishedAt ? formatDate(article.publishedAt) : null,
          plural('libraryQuotes', annotations.length),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </div>
  );
}

function QuoteLine({ annotation, claim }: { readonly annotation: Annotation; readonly claim: Claim | undefined }) {
  const status = annotation.sighting?.status;
  const worthSaying = status === 'edited' || status === 'missing' || status === 'uncertain';
  return (
    <div class="edge quote-line" data-colour={annotation.colour}>
      <p class="quote-text short" dir="auto">
        {annotation.quote.exact}
      </p>
      {worthSaying ? <p class="quote-status">{sightingLabel(status)}</p> : null}
      {annotation.note === '' ? null : (
        <p class="note" dir="auto">
          {annotation.note}
        </p>
      )}
      {claim ? <ClaimLine claim={claim} /> : null}
      <TagList tags={annotation.tags} />
    </div>
  );
}
