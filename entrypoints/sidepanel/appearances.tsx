import type { JSX } from 'preact';
import { formatNumber, t } from '../../lib/i18n/translate';
import type { Appearance } from '../../lib/store/claim-views';

interface AppearancesProps {
  readonly appearances: readonly Appearance[];
  readonly onSplit: (annotationId: string) => void;
}

/** The quotes that a claim appears in, across articles; one among several can be made a claim of its own. */
export function Appearances({ appearances, onSplit }: AppearancesProps): JSX.Element {
  return (
    <section class="appearances" aria-labelledby="appearances-title">
      <h2 class="section-title" id="appearances-title">
        {t('claimAppearances')} <span class="count">{formatNumber(appearances.length)}</span>
      </h2>
      {appearances.length === 0 ? <p class="help">{t('claimAppearancesNone')}</p> : null}
      <ul class="near-list">
        {appearances.map(({ annotation, article }) => (
          <li key={annotation.id}>
            <blockquote class="edge" data-colour={annotation.colour}>
              <p class="quote-text short" dir="auto">
                {annotation.quote.exact}
              </p>
            </blockquote>
            {article ? (
              <a class="meta" href={article.canonicalUrl} target="_blank" rel="noreferrer" dir="auto">
                {article.title || t('claimUnnamedArticle')}
              </a>
            ) : null}
            {appearances.length > 1 ? (
              <div>
                <button type="button" class="button quiet small" onClick={() => onSplit(annotation.id)}>
                  {t('claimSplit')}
                </button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
