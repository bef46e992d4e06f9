import type { JSX } from 'preact';
import { formatNumber, t } from '../../lib/i18n/translate';
import type { ClaimPlace } from '../../lib/store/claim-places';
import type { Appearance } from '../../lib/store/claim-views';

interface AppearancesProps {
  readonly appearances: readonly Appearance[];
  /** Articles that it appears in without a quote. */
  readonly places: readonly ClaimPlace[];
  readonly onSplit: (annotationId: string) => void;
}

/** Where a claim appears, across articles; one quote among several can be made a claim of its own. */
export function Appearances({ appearances, places, onSplit }: AppearancesProps): JSX.Element {
  return (
    <section class="appearances" aria-labelledby="appearances-title">
      <h2 class="section-title" id="appearances-title">
        {t('claimAppearances')} <span class="count">{formatNumber(appearances.length + places.length)}</span>
      </h2>
      {appearances.length + places.length === 0 ? <p class="help">{t('claimAppearancesNone')}</p> : null}
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
        {places.map(({ address, article }) => (
          <li key={address}>
            <p class="meta">{t('claimUnquoted')}</p>
            <a class="meta" href={article?.canonicalUrl ?? address} target="_blank" rel="noreferrer" dir="auto">
              {article ? article.title || t('claimUnnamedArticle') : address}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
