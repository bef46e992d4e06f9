import type { JSX } from 'preact';
import { KeyList } from '../../../components/key-list';
import { t } from '../../../lib/i18n/translate';
import { useAssignedKeys } from '../../pages/all-keys';
import { ChangeKeys } from '../../pages/change-keys';

/** All keys, and the way to the browser's page on which they are changed. */
export function KeysPart(): JSX.Element {
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('settingsKeys')}</h2>
      <ChangeKeys />
      <details>
        <summary>{t('settingsKeysAll')}</summary>
        <KeyList anywhere={useAssignedKeys()} />
      </details>
    </section>
  );
}
