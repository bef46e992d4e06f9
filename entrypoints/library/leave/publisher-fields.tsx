import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Text } from '../../../components/fields';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import type { Settings } from '../../../lib/settings/settings';

/** Who publishes the reader's checks: no ClaimReview is complete without. Saved as it is typed. */
export function PublisherFields({ settings }: { readonly settings: Settings }): JSX.Element {
  const [publisher, setPublisher] = useState(settings.publisher);
  const change = (part: Partial<Settings['publisher']>): void => {
    const next = { ...publisher, ...part };
    setPublisher(next);
    const usable = next.url === '' || (/^https?:\/\//i.test(next.url) && URL.canParse(next.url));
    if (usable) void ask('settings.patch', { publisher: next });
  };
  return (
    <fieldset class="leave-part">
      <legend class="section-title">{t('publisherTitle')}</legend>
      <p class="help">{t('publisherHelp')}</p>
      <div class="pair">
        <Text label={t('publisherName')} value={publisher.name} max={2000} onInput={(name) => change({ name })} />
        <Text
          label={t('publisherUrl')}
          kind="url"
          hint="https://"
          value={publisher.url}
          max={8192}
          onInput={(url) => change({ url })}
        />
      </div>
    </fieldset>
  );
}
