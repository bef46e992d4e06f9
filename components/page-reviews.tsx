import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PageReview } from '../lib/article/claim-reviews';
import { t } from '../lib/i18n/translate';

interface PageReviewsProps {
  readonly reviews: readonly PageReview[];
  /** Adds it to the claim that is being worked on, or to a new one. */
  readonly onTake: (review: PageReview) => void;
}

/** The checks that the page publishes, told as the page's own words. */
export function PageReviews({ reviews, onTake }: PageReviewsProps): JSX.Element | null {
  const id = useId();
  if (reviews.length === 0) return null;
  return (
    <section class="reviews" aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {t('reviewTitle')}
      </h2>
      <ul class="near-list">
        {reviews.map((review) => (
          <li key={`${review.claim} ${review.rating}`}>
            <p dir="auto">{t('reviewSays', review.claim, review.rating)}</p>
            {review.claimant ? <p class="meta">{t('reviewClaimant', review.claimant)}</p> : null}
            {review.author ? <p class="meta">{t('reviewAuthor', review.author)}</p> : null}
            <button type="button" class="button small" onClick={() => onTake(review)}>
              {t('reviewTake')}
            </button>
          </li>
        ))}
      </ul>
      <p class="help">{t('reviewNote')}</p>
    </section>
  );
}
