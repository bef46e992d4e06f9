import type { JSX } from 'preact';
import { sourceLabel } from '../lib/i18n/claim-words';
import { formatList, formatNumber, formatStatedDay, t } from '../lib/i18n/translate';
import type { ArticleFacts } from '../lib/model/article';

interface ArticleFactsProps {
  readonly facts: ArticleFacts;
  readonly canonicalUrl: string;
  readonly wordCount: number;
  readonly paywalled: boolean | null;
  /** Where each fact was read. */
  readonly sources: Readonly<Record<string, string>>;
}

/** What the page says of its article, and where it says so. What it doesn't say is said too. */
export function FactList({ facts, canonicalUrl, wordCount, paywalled, sources }: ArticleFactsProps): JSX.Element {
  const date = (time: string | null): string | null => (time === null ? null : formatStatedDay(time));
  const rows: readonly (readonly [string, string | null, string])[] = [
    [t('factTitle'), facts.title || null, 'title'],
    [t('factAuthors'), facts.authors.length > 0 ? formatList(facts.authors) : null, 'authors'],
    [t('factPublished'), date(facts.publishedAt), 'publishedAt'],
    [t('factModified'), date(facts.modifiedAt), 'modifiedAt'],
    [t('factSite'), facts.siteName, 'siteName'],
    [t('factPublisher'), facts.publisher, 'publisher'],
    [t('factSection'), facts.section, 'section'],
    [t('factLanguage'), facts.language, 'language'],
    [t('factAccess'), paywalled === null ? null : t(paywalled ? 'factPaywalled' : 'factFree'), 'paywalled'],
    [t('factWords'), formatNumber(wordCount), ''],
    [t('factAddress'), canonicalUrl, 'canonicalUrl'],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value, key]) => {
        const source = sources[key];
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">
              {value ?? <span class="meta">{t('factUnknown')}</span>}
              {value !== null && source && source !== 'none' ? (
                <span class="meta source">{t('factSource', sourceLabel(source))}</span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The corrections that the page shows, as they stand there. */
export function Corrections({ corrections }: { readonly corrections: readonly string[] }): JSX.Element {
  return (
    <section class="corrections">
      <h2 class="section-title">{t('correctionsTitle')}</h2>
      {corrections.length === 0 ? (
        <p class="help">{t('correctionsNone')}</p>
      ) : (
        corrections.map((text) => (
          <blockquote class="note" dir="auto" key={text}>
            {text}
          </blockquote>
        ))
      )}
    </section>
  );
}
