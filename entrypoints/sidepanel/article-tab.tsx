import type { JSX } from 'preact';
import { Corrections, FactList } from '../../components/article-facts';
import { Detection } from '../../components/detection';
import { PageHeader } from '../../components/page-header';
import { PageReviews } from '../../components/page-reviews';
import type { PageReview } from '../../lib/article/claim-reviews';
import { t } from '../../lib/i18n/translate';
import type { PageSuggestions } from '../../lib/messages/suggestions';
import { ArchiveForm } from '../pages/archive-form';
import { tellsStory } from '../pages/tells-story';
import type { TabProps } from './tab-props';

interface ArticleTabProps extends TabProps {
  readonly suggestions: PageSuggestions | null;
  readonly onTakeReview: (review: PageReview) => void;
}

/** What the page says of itself, where it says so, what it corrected, and its own checks. */
export function ArticleTab(props: ArticleTabProps): JSX.Element {
  const { page, data, suggestions, onTakeReview, onSaid, onFailure } = props;
  const { facts, canonicalUrl, wordCount, corrections } = page.state.page;
  return (
    <div class="stack">
      <PageHeader
        facts={facts}
        host={URL.canParse(page.state.page.url) ? new URL(page.state.page.url).host : ''}
        paywalled={page.state.paywalled}
        recognised
        tellsStory={data.annotations.length > 0 || tellsStory(page)}
      />
      <PageReviews reviews={suggestions?.reviews ?? []} onTake={onTakeReview} />
      <section aria-labelledby="facts-title">
        <h2 class="section-title" id="facts-title">
          {t('factsTitle')}
        </h2>
        <FactList
          facts={facts}
          canonicalUrl={canonicalUrl}
          wordCount={wordCount}
          paywalled={page.state.paywalled}
          sources={page.state.sources}
        />
      </section>
      <Corrections corrections={corrections} />
      {data.article ? (
        <ArchiveForm key={data.article.archiveUrl ?? ''} article={data.article} onSaid={onSaid} onFailure={onFailure} />
      ) : (
        <p class="help">{t('archiveAfterSave')}</p>
      )}
      {page.detection ? <Detection report={page.detection} /> : null}
    </div>
  );
}
