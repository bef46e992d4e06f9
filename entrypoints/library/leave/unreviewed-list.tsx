import type { JSX } from 'preact';
import type { MissingPart } from '../../../lib/exchange/claim-review';
import type { Preview } from '../../../lib/exchange/export-file';
import { formatList, type MessageKey, plural, t } from '../../../lib/i18n/translate';

const MISSING: Readonly<Record<MissingPart, MessageKey>> = {
  verdict: 'reviewMissing_verdict',
  'review-url': 'reviewMissing_review_url',
  'publisher-name': 'reviewMissing_publisher_name',
  'publisher-url': 'reviewMissing_publisher_url',
};

/** The claims that make no ClaimReview yet, each with what it lacks. */
export function UnreviewedList({ preview }: { readonly preview: Preview }): JSX.Element {
  const more = preview.unreviewedCount - preview.unreviewed.length;
  return (
    <div class="leave-unreviewed">
      <h3 class="section-title">{plural('reviewUnready', preview.unreviewedCount)}</h3>
      <p class="help">{t('reviewUnreadyHelp')}</p>
      <ul>
        {preview.unreviewed.map(({ id, text, missing }) => (
          <li key={id}>
            <p class="quote-text short" dir="auto">
              {text}
            </p>
            <p class="meta">{t('reviewMissing', formatList(missing.map((part) => t(MISSING[part]))))}</p>
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="help">{plural('leaveMore', more)}</p> : null}
    </div>
  );
}
