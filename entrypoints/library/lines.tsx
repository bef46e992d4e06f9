import type { ComponentChildren, JSX } from 'preact';
import { ClaimIcon, NoteIcon } from '../../components/icons';
import { Marked } from '../../components/marked';
import { progressLabel } from '../../lib/i18n/claim-words';
import { formatDate, formatList, formatStatedDay, plural, t } from '../../lib/i18n/translate';
import { claimTypeLabel, verdictLabel } from '../../lib/i18n/words';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import { siteOf } from '../../lib/search/library-index';
import type { Query } from '../../lib/search/query';
import type { Item } from '../../lib/search/search';
import type { QuoteEntry, WindowRows } from '../../lib/store/library-window';
import { hashOf } from './route';
import { sightingNews } from './sighting-words';

export interface LineProps {
  readonly item: Item;
  readonly rows: WindowRows;
  readonly query: Query;
  /** Whether Tab reaches the line's link. */
  readonly current: boolean;
}

/** What a line shows until its row was read, and where it was deleted in the same moment. */
const Waiting = (): JSX.Element => <p class="meta">{t('libraryLine_loading')}</p>;

interface LineLinkProps {
  readonly href: string;
  readonly class: string;
  readonly current: boolean;
  readonly children: ComponentChildren;
}

/** The one link of a line: the keyboard walks from one to the next, Enter opens it. */
const LineLink = ({ current, ...rest }: LineLinkProps): JSX.Element => (
  <a {...rest} data-focus dir="auto" tabIndex={current ? 0 : -1} />
);

/** Parts of one line of small print, with points between those that there are. */
function Facts({ parts }: { readonly parts: readonly (JSX.Element | string | null)[] }): JSX.Element {
  return (
    <p class="meta facts-line">
      {parts
        .filter((part) => part !== null && part !== '')
        .map((part, at) => (
          <span key={at} dir="auto">
            {part}
          </span>
        ))}
    </p>
  );
}

/** A quote, where it stands, and what was written on it. */
export function QuoteLine({ item, rows, query, current }: LineProps): JSX.Element {
  const entry = rows.quotes.get(item.id);
  if (!entry) return <Waiting />;
  const { annotation, article } = entry;
  const href = hashOf({ page: 'article', id: annotation.articleId, quote: annotation.id });
  return (
    <div class="edge line-body" data-colour={annotation.colour}>
      <LineLink class="line-quote" href={href} current={current}>
        <Marked text={annotation.quote.exact} field="quote" query={query} short />
      </LineLink>
      <Facts parts={[...articleFacts(article, query), formatDate(annotation.createdAt)]} />
      <QuoteExtras entry={entry} query={query} />
    </div>
  );
}

function articleFacts(article: Article | null, query: Query): (JSX.Element | null)[] {
  if (!article) return [];
  return [
    <strong key="site">
      <Marked text={siteOf(article)} field="site" query={query} />
    </strong>,
    article.title === '' ? null : <Marked key="title" text={article.title} field="title" query={query} />,
  ];
}

/** Claim, status, tags and note of a quote, in one line. */
function QuoteExtras({ entry, query }: { readonly entry: QuoteEntry; readonly query: Query }): JSX.Element {
  const { annotation, claim } = entry;
  const news = sightingNews(annotation);
  return (
    <div class="line-extras">
      {claim ? <ClaimBadge claim={claim} query={query} /> : null}
      {claim?.verdict ? <Verdict claim={claim} query={query} /> : null}
      {news ? <span class={news.settled ? 'quote-status settled' : 'quote-status'}>{news.text}</span> : null}
      {annotation.tags.map((tag) => (
        <span class="tag" key={tag}>
          <Marked text={tag} field="tag" query={query} />
        </span>
      ))}
      {annotation.note === '' ? null : (
        <span class="line-note" dir="auto">
          <NoteIcon />
          <span>
            <Marked text={annotation.note} field="note" query={query} short />
          </span>
        </span>
      )}
    </div>
  );
}

function ClaimBadge({ claim, query }: { readonly claim: Claim; readonly query: Query }): JSX.Element {
  return (
    <span class="badge">
      <ClaimIcon />
      {claim.claimant ? <Marked text={claim.claimant.name} field="claimant" query={query} /> : t('claimBadge')}
    </span>
  );
}

function Verdict({ claim, query }: { readonly claim: Claim; readonly query: Query }): JSX.Element {
  if (!claim.verdict) return <span class="verdict none">{t('libraryNoVerdict')}</span>;
  const { scaleId, label, value, best, worst } = claim.verdict;
  return (
    <span class="verdict" data-side={sideOf(value, best, worst)}>
      <Marked text={verdictLabel(scaleId, label)} field="verdict" query={query} />
    </span>
  );
}

/** On which side of its scale's middle a verdict stands; it is said in words, the mark only helps to see it. */
function sideOf(value: number | null, best: number | null, worst: number | null): 'for' | 'against' | 'between' {
  if (value === null || best === null || worst === null || best === worst) return 'between';
  const share = (value - worst) / (best - worst);
  return share > 0.6 ? 'for' : share < 0.4 ? 'against' : 'between';
}

/** An article with the first quotes that were found on it. */
export function ArticleLine({ item, rows, query, current }: LineProps): JSX.Element {
  const article = rows.articles.get(item.id);
  if (!article) return <Waiting />;
  const quotes = item.quoteIds.flatMap((id) => rows.quotes.get(id) ?? []);
  const title = article.title === '' ? t('headerNoTitle') : article.title;
  return (
    <div class="line-body">
      <LineLink class="line-title" href={hashOf({ page: 'article', id: article.id, quote: null })} current={current}>
        <Marked text={title} field="title" query={query} />
      </LineLink>
      <Facts
        parts={[
          <strong key="site">
            <Marked text={siteOf(article)} field="site" query={query} />
          </strong>,
          article.authors.length === 0 ? null : (
            <Marked key="by" text={formatList(article.authors)} field="author" query={query} />
          ),
          article.publishedAt ? formatStatedDay(article.publishedAt) : null,
          plural('libraryQuotes', item.count),
        ]}
      />
      <div class={quotes.length === 1 ? 'line-quotes single' : 'line-quotes'}>
        {quotes.map(({ annotation }) => (
          <p key={annotation.id} class="edge" data-colour={annotation.colour} dir="auto">
            <Marked text={annotation.quote.exact} field="quote" query={query} short />
          </p>
        ))}
      </div>
    </div>
  );
}

/** A claim with its claimant, verdict and where it appears. */
export function ClaimLine({ item, rows, query, current }: LineProps): JSX.Element {
  const claim = rows.claims.get(item.id);
  if (!claim) return <Waiting />;
  const [first] = item.quoteIds.flatMap((id) => rows.quotes.get(id) ?? []);
  return (
    <div class="line-body">
      <LineLink class="line-quote" href={hashOf({ page: 'claim', id: claim.id })} current={current}>
        <Marked text={claim.text} field="claim" query={query} short />
      </LineLink>
      <Facts
        parts={[
          ...(first ? articleFacts(first.article, query) : []),
          item.count === 0 ? t('libraryWithoutQuote') : plural('libraryAppears', item.count),
          formatDate(claim.createdAt),
        ]}
      />
      <div class="line-extras">
        <Verdict claim={claim} query={query} />
        <ClaimBadge claim={claim} query={query} />
        {claim.type ? <span class="meta">{claimTypeLabel(claim.type)}</span> : null}
        <span class="meta">{progressLabel(claim.progress)}</span>
      </div>
    </div>
  );
}
