import type { JSX } from 'preact';
import { BackIcon, DeleteIcon } from '../../components/icons';
import { PageHeader } from '../../components/page-header';
import { QuoteItem } from '../../components/quote-item';
import { formatDate, formatNumber, plural, t } from '../../lib/i18n/translate';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import type { Failure } from '../../lib/model/result';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { ArticleWithAll } from '../../lib/store/read';
import { ArchiveForm } from './archive-form';
import { siteOf } from './search';
import { ExportButton } from './transfer';

interface ArticlePageProps {
  readonly db: PressmarkDatabase;
  readonly entry: ArticleWithAll;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly onDeleteArticle: (article: Article) => void;
  readonly onDeleteQuote: (annotation: Annotation) => void;
  readonly onSaid: (text: string, failed: boolean) => void;
  readonly onFailure: (failure: Failure | null) => void;
}

/** One article with everything saved on it. */
export function ArticlePage(props: ArticlePageProps): JSX.Element {
  const { db, entry, claims, onDeleteArticle, onDeleteQuote, onSaid } = props;
  const { article, annotations } = entry;
  return (
    <div class="article-page">
      <p>
        <a class="button quiet small" href="#/">
          <BackIcon />
          {t('libraryAll')}
        </a>
      </p>
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
          <ExportButton db={db} articleId={article.id} onDone={onSaid} />
          <button type="button" class="button quiet danger" onClick={() => onDeleteArticle(article)}>
            <DeleteIcon />
            {t('libraryDeleteArticle')}
          </button>
        </div>
      </PageHeader>
      <div class="article-columns">
        <section aria-label={plural('libraryQuotes', annotations.length)}>
          <ul class="article-items">
            {annotations.map((annotation) => (
              <li key={annotation.id} class="panel">
                <QuoteItem
                  annotation={annotation}
                  claim={annotation.claimId === null ? null : (claims.get(annotation.claimId) ?? null)}
                  status={annotation.sighting?.status ?? null}
                  foundText={annotation.sighting?.foundText ?? null}
                  onDelete={() => onDeleteQuote(annotation)}
                />
              </li>
            ))}
          </ul>
        </section>
        <aside>
          <ArticleDetails article={article} />
          <ArchiveForm
            article={article}
            onSaid={(text) => props.onSaid(text, false)}
            onFailure={props.onFailure}
            key={article.archiveUrl ?? ''}
          />
        </aside>
      </div>
    </div>
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
