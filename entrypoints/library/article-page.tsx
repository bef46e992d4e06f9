import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ClaimLine } from '../../components/claim-line';
import { BackIcon, DeleteIcon } from '../../components/icons';
import { PageHeader } from '../../components/page-header';
import { QuoteItem } from '../../components/quote-item';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { formatDate, formatNumber, plural, t } from '../../lib/i18n/translate';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import type { Failure } from '../../lib/model/result';
import { siteOf } from '../../lib/search/library-index';
import { type ArticleView, articleView } from '../../lib/store/article-view';
import type { PressmarkDatabase } from '../../lib/store/database';
import { ArchiveForm } from '../pages/archive-form';
import { CopyQuote } from '../pages/copy-quote';
import { useTexts, VersionDifference, VersionList } from './article-versions';
import { ExportButton } from './transfer';
import '../../components/styles/work.css';
import '../../components/styles/claim-work.css';
import './article.css';

interface ArticlePageProps {
  readonly db: PressmarkDatabase;
  readonly id: string;
  /** The quote to show first. */
  readonly quote: string | null;
  /** Where the way back leads. */
  readonly back: string;
  readonly onDeleteArticle: (article: Article) => void;
  readonly onDeleteQuote: (annotation: Annotation) => void;
  readonly onSaid: (text: string, failed: boolean) => void;
  readonly onFailure: (failure: Failure | null) => void;
}

/** One article: what it is, its quotes in the order of its text, and how its text has changed since. */
export function ArticlePage(props: ArticlePageProps): JSX.Element {
  const { db, id, back } = props;
  const live = useLive(() => liveQuery(() => articleView(db, id)), id);
  return (
    <div class="article-page">
      <p>
        <a class="button quiet small" href={back}>
          <BackIcon />
          {t('libraryBack')}
        </a>
      </p>
      {live.state === 'loading' ? <p class="help">{t('libraryLoading')}</p> : null}
      {live.state === 'failed' ? (
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      ) : null}
      {live.state === 'ready' && live.value === null ? (
        <StatusMessage tone="caution">
          <h1 class="hidden-visually">{t('libraryNotFoundTitle')}</h1>
          <p>{t('libraryNotFound')}</p>
        </StatusMessage>
      ) : null}
      {live.state === 'ready' && live.value !== null ? <ArticleRoom {...props} view={live.value} /> : null}
    </div>
  );
}

function ArticleRoom(props: ArticlePageProps & { readonly view: ArticleView }): JSX.Element {
  const { db, view, onDeleteArticle, onSaid, onFailure } = props;
  const { article } = view;
  const texts = useTexts(db, view.versions);
  return (
    <>
      <PageHeader facts={article} host={siteOf(article)} recognised>
        <div class="row article-actions">
          <a class="button" href={article.canonicalUrl} target="_blank" rel="noreferrer">
            {t('libraryOpenPage')}
          </a>
          {article.archiveUrl ? (
            <a class="button" href={article.archiveUrl} target="_blank" rel="noreferrer">
              {t('libraryOpenArchive')}
            </a>
          ) : null}
          <ExportButton articleId={article.id} />
          <button type="button" class="button quiet danger" onClick={() => onDeleteArticle(article)}>
            <DeleteIcon />
            {t('libraryDeleteArticle')}
          </button>
        </div>
      </PageHeader>
      <div class="article-columns">
        <div class="article-main">
          <ArticleQuotes {...props} />
          <UnquotedClaims claims={view.unquoted} />
          <VersionDifference view={view} texts={texts} />
        </div>
        <aside aria-label={t('libraryDetails')}>
          <ArticleDetails article={article} />
          <VersionList view={view} texts={texts} />
          <ArchiveForm
            article={article}
            onSaid={(text) => onSaid(text, false)}
            onFailure={onFailure}
            key={article.archiveUrl ?? ''}
          />
        </aside>
      </div>
    </>
  );
}

function ArticleQuotes({ view, quote, onDeleteQuote }: ArticlePageProps & { readonly view: ArticleView }): JSX.Element {
  const { article, annotations, claims } = view;
  useEffect(() => {
    if (quote === null) return;
    const place = document.getElementById(`quote-${quote}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [quote]);
  return (
    <section aria-label={plural('libraryQuotes', annotations.length)}>
      <ul class="article-items">
        {annotations.map((annotation) => (
          <li
            key={annotation.id}
            id={`quote-${annotation.id}`}
            class="panel"
            tabIndex={-1}
            aria-current={annotation.id === quote ? 'true' : undefined}
          >
            <QuoteItem
              annotation={annotation}
              source={{ url: article.canonicalUrl, title: article.title, archiveUrl: article.archiveUrl }}
              claim={annotation.claimId === null ? null : (claims.get(annotation.claimId) ?? null)}
              status={annotation.sighting?.status ?? null}
              foundText={annotation.sighting?.foundText ?? null}
              onDelete={() => onDeleteQuote(annotation)}
              actions={<CopyQuote annotation={annotation} article={article} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Claims that appear in the article without a quote of it. */
function UnquotedClaims({ claims }: { readonly claims: readonly Claim[] }): JSX.Element | null {
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="unquoted-title">
      <h2 class="library-subtitle" id="unquoted-title">
        {t('claimsUnquoted')} <span class="count">{formatNumber(claims.length)}</span>
      </h2>
      <ul class="article-items">
        {claims.map((claim) => (
          <li key={claim.id} class="panel">
            <a href={`#/claim/${claim.id}`} class="quote-text" dir="auto">
              {claim.text}
            </a>
            <ClaimLine claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ArticleDetails({ article }: { readonly article: Article }): JSX.Element {
  const facts: readonly (readonly [string, string])[] = [
    [t('librarySite'), siteOf(article)],
    [t('libraryWords'), formatNumber(article.wordCount)],
    [t('libraryFirstSeen'), formatDate(article.firstSeenAt)],
    [t('libraryLastSeen'), formatDate(article.lastSeenAt)],
  ];
  return (
    <section>
      <h2 class="section-title">{t('libraryDetails')}</h2>
      <dl class="details">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
