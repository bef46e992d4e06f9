import type { JSX } from 'preact';
import { InfoIcon, WarnIcon } from '../../components/icons';
import { stanceLabel } from '../../lib/i18n/claim-words';
import { formatDate, formatNumber, t } from '../../lib/i18n/translate';
import { verdictLabel } from '../../lib/i18n/words';
import type { Claim } from '../../lib/model/claim';
import { siteOf } from '../../lib/search/library-index';
import type { ClaimPlace } from '../../lib/store/claim-places';
import { type Appearance, appearedAt } from '../../lib/store/claim-views';
import { sightingNews } from './sighting-words';

interface TimelineProps {
  readonly appearances: readonly Appearance[];
  /** Articles that it appears in without a quote. */
  readonly places: readonly ClaimPlace[];
  readonly onSplit: (annotationId: string) => void;
}

/** Where a claim appears, in time: when, where, in which words, and what became of them; and where without a quote. */
export function AppearanceTimeline({ appearances, places, onSplit }: TimelineProps): JSX.Element {
  return (
    <section aria-labelledby="appearances-title">
      <h2 class="library-subtitle" id="appearances-title">
        {t('claimAppearances')} <span class="count">{formatNumber(appearances.length + places.length)}</span>
      </h2>
      {appearances.length + places.length === 0 ? <p class="help">{t('claimAppearancesNone')}</p> : null}
      <ol class="timeline">
        {appearances.map((appearance) => (
          <li key={appearance.annotation.id}>
            <AppearanceItem appearance={appearance} onSplit={appearances.length > 1 ? onSplit : undefined} />
          </li>
        ))}
        {places.map(({ address, article }) => (
          <li key={address}>
            <p class="meta">
              {t('claimUnquoted')}
              {article ? ` · ${siteOf(article)}` : ''}
            </p>
            <p>
              {article ? (
                <a href={`#/article/${article.id}`} dir="auto">
                  {article.title || t('claimUnnamedArticle')}
                </a>
              ) : (
                <a href={address} target="_blank" rel="noreferrer">
                  {address}
                </a>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface AppearanceProps {
  readonly appearance: Appearance;
  readonly onSplit: ((annotationId: string) => void) | undefined;
}

function AppearanceItem({ appearance, onSplit }: AppearanceProps): JSX.Element {
  const { annotation, article } = appearance;
  const news = sightingNews(annotation);
  const time = appearedAt(appearance);
  return (
    <>
      <p class="meta">
        <time dateTime={time}>{formatDate(time)}</time>
        {article ? ` · ${siteOf(article)}` : ''}
      </p>
      {article ? (
        <p>
          <a href={`#/article/${article.id}?quote=${annotation.id}`} dir="auto">
            {article.title || t('claimUnnamedArticle')}
          </a>
        </p>
      ) : null}
      <blockquote class="edge" data-colour={annotation.colour}>
        <p class="quote-text" dir="auto">
          {annotation.quote.exact}
        </p>
      </blockquote>
      {news ? (
        <p class={news.settled ? 'quote-status settled' : 'quote-status'}>
          {news.settled ? <InfoIcon /> : <WarnIcon />} {news.text}
        </p>
      ) : null}
      {onSplit ? (
        <p>
          <button type="button" class="button quiet small" onClick={() => onSplit(annotation.id)}>
            {t('claimSplit')}
            <span class="hidden-visually">: {annotation.quote.exact.slice(0, 60)}</span>
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The verdict with those that stood before it, the latest first: every change can be told. */
export function VerdictHistory({ claim }: { readonly claim: Claim }): JSX.Element {
  const { verdict, history } = claim;
  const earlier = [...history].reverse();
  return (
    <section aria-labelledby="verdicts-title">
      <h2 class="library-subtitle" id="verdicts-title">
        {t('claimFinding')}
      </h2>
      <ol class="timeline">
        <li>
          <p>
            <strong>{verdict ? verdictLabel(verdict.scaleId, verdict.label) : t('claimVerdictNone')}</strong>{' '}
            {verdict ? <span class="meta">{t('claimVerdictSince', formatDate(verdict.setAt))}</span> : null}
          </p>
          {verdict ? <Explanation text={verdict.explanation} /> : null}
        </li>
        {earlier.map(({ verdict: one, changedAt }, at) => (
          // Two changes may carry one time; their place in the log tells them apart.
          <li key={`${changedAt} ${earlier.length - at}`} class="past">
            <p>
              <strong>{one ? verdictLabel(one.scaleId, one.label) : t('claimHistoryNone')}</strong>{' '}
              <span class="meta">{t('claimHistoryUntil', formatDate(changedAt))}</span>
            </p>
            {one ? <Explanation text={one.explanation} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Explanation({ text }: { readonly text: string }): JSX.Element | null {
  return text === '' ? null : (
    <p class="note" dir="auto">
      {text}
    </p>
  );
}

/** What the verdict rests on, with links that can be followed. */
export function EvidenceView({ evidence }: { readonly evidence: Claim['evidence'] }): JSX.Element {
  return (
    <section aria-labelledby="evidence-title">
      <h2 class="library-subtitle" id="evidence-title">
        {t('evidenceTitle')} <span class="count">{formatNumber(evidence.length)}</span>
      </h2>
      {evidence.length === 0 ? <p class="help">{t('evidenceNone')}</p> : null}
      <ul class="timeline">
        {evidence.map((item, at) => (
          // Evidence has no id of its own; the time it was added at and its place tell it apart.
          <li key={`${item.addedAt} ${at}`}>
            <p class="meta">
              {stanceLabel(item.stance)} · <time dateTime={item.addedAt}>{formatDate(item.addedAt)}</time>
            </p>
            <p dir="auto">
              {item.url ? (
                <a href={item.url} target="_blank" rel="noreferrer">
                  {item.title || item.url}
                </a>
              ) : (
                item.title
              )}
              {item.archiveUrl ? (
                <>
                  {' · '}
                  <a href={item.archiveUrl} target="_blank" rel="noreferrer">
                    {t('libraryOpenArchive')}
                  </a>
                </>
              ) : null}
            </p>
            {item.quote === '' ? null : (
              <blockquote class="quote-text" dir="auto">
                {item.quote}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
