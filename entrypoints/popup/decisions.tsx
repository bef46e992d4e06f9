import type { JSX } from 'preact';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import { decisionFor, type Settings } from '../../lib/settings/settings';

interface DecisionsProps {
  /** The page's normalised address. */
  readonly address: string;
  readonly canonicalUrl: string;
  readonly settings: Settings;
  readonly newsArticle: boolean;
}

/** Where the reader corrects the detector: this page is no article, this site is to be left alone. Remembered. */
export function Decisions({ address, canonicalUrl, settings, newsArticle }: DecisionsProps): JSX.Element {
  const decision = decisionFor(settings, address, canonicalUrl);
  const { hostname } = new URL(address);
  const muted = settings.mutedSites.includes(hostname);
  const denied = decision === 'not';
  const without = (list: readonly string[], ...gone: readonly string[]): string[] =>
    list.filter((one) => !gone.includes(one));
  const deny = (): void => {
    void ask('settings.patch', {
      notArticles: denied
        ? without(settings.notArticles, address, canonicalUrl)
        : [...without(settings.notArticles, address), address],
      articlesAnyway: without(settings.articlesAnyway, address, canonicalUrl),
    });
  };
  const mute = (): void => {
    void ask('settings.patch', {
      mutedSites: muted ? without(settings.mutedSites, hostname) : [...settings.mutedSites, hostname],
    });
  };
  return (
    <div class="decisions">
      {muted ? <p class="help">{t('mutedNow')}</p> : null}
      {newsArticle || denied ? (
        <button type="button" class="button small" aria-pressed={denied} onClick={deny}>
          {t(denied ? 'notArticleUndo' : 'notArticleAction')}
        </button>
      ) : null}
      <button type="button" class="button small" aria-pressed={muted} onClick={mute}>
        {muted ? t('muteUndo', hostname) : t('muteAction', hostname)}
      </button>
    </div>
  );
}
