import type { ComponentChildren, JSX } from 'preact';
import { formatList, formatStatedDay, t } from '../lib/i18n/translate';
import type { ArticleFacts } from '../lib/model/article';

export interface PageHeaderProps {
  readonly facts: Pick<ArticleFacts, 'title' | 'authors' | 'siteName' | 'publishedAt' | 'modifiedAt' | 'section'>;
  /** The address's host: the site where the page doesn't name it. */
  readonly host: string;
  /** False where the page was not recognised and the reader has not decided to annotate it. */
  readonly recognised: boolean;
  /** False on front pages, shops and the like: who wrote them and when is beside the point. */
  readonly tellsStory?: boolean;
  readonly onAnnotateAnyway?: (() => void) | undefined;
  readonly paywalled?: boolean | null;
  readonly children?: ComponentChildren;
}

/** What the page in front of the reader is: headline, byline, dates, site. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const { facts, host, recognised, tellsStory = true, onAnnotateAnyway, paywalled = null, children } = props;
  const site = facts.siteName ?? host;
  return (
    <header class="page-header">
      <p class="kicker">
        {site}
        {tellsStory && facts.section ? <span> · {facts.section}</span> : null}
      </p>
      <h1 class="headline" dir="auto">
        {facts.title === '' ? t('headerNoTitle') : facts.title}
      </h1>
      {tellsStory && facts.authors.length > 0 ? (
        <p class="byline">{t('headerByline', formatList(facts.authors))}</p>
      ) : null}
      {tellsStory ? <PageDates publishedAt={facts.publishedAt} modifiedAt={facts.modifiedAt} /> : null}
      {tellsStory && paywalled ? <p class="meta">{t('headerPaywalled')}</p> : null}
      {recognised ? null : (
        <div class="row not-article">
          <span>{t('headerNotArticle')}</span>
          {onAnnotateAnyway ? (
            <button type="button" class="button small" onClick={onAnnotateAnyway}>
              {t('headerAnnotateAnyway')}
            </button>
          ) : null}
        </div>
      )}
      {children}
    </header>
  );
}

function PageDates({ publishedAt, modifiedAt }: Pick<ArticleFacts, 'publishedAt' | 'modifiedAt'>): JSX.Element | null {
  const published = publishedAt ? formatStatedDay(publishedAt) : null;
  const modified = modifiedAt ? formatStatedDay(modifiedAt) : null;
  if (!published && !modified) return null;
  return (
    <p class="meta">
      {published && publishedAt ? <time dateTime={publishedAt}>{t('headerPublished', published)}</time> : null}
      {modified && modifiedAt && modified !== published ? (
        <>
          {published ? ' · ' : null}
          <time dateTime={modifiedAt}>{t('headerModified', modified)}</time>
        </>
      ) : null}
    </p>
  );
}
