import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LibraryIcon, LockIcon, PrivateIcon, TickIcon } from '../../components/icons';
import { KeyGroup } from '../../components/key-list';
import { browser } from '../../lib/browser';
import { type MessageKey, t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import { useAssignedKeys } from '../pages/all-keys';
import { ChangeKeys } from '../pages/change-keys';

const EVERYWHERE = { origins: ['http://*/*', 'https://*/*'] };

const STEPS: readonly { readonly title: MessageKey; readonly text: MessageKey }[] = [
  { title: 'welcomeStep1Title', text: 'welcomeStep1Text' },
  { title: 'welcomeStep2Title', text: 'welcomeStep2Text' },
  { title: 'welcomeStep3Title', text: 'welcomeStep3Text' },
  { title: 'welcomeStep4Title', text: 'welcomeStep4Text' },
];

/** What a newcomer needs to know, once: what it does, why it reads pages, where the data lies. */
export function WelcomeApp(): JSX.Element {
  useEffect(() => {
    document.title = t('welcomeTitle');
  }, []);
  return (
    <main class="welcome">
      <header>
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <h1>{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <ol class="steps">
        {STEPS.map(({ title, text }) => (
          <li key={title}>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <HostAccess />
      <section class="welcome-keys">
        <KeyGroup title={t('keysAnywhere')} lines={useAssignedKeys()} />
        <ChangeKeys />
      </section>
      <div class="welcome-facts">
        <section>
          <h2>
            <PrivateIcon />
            {t('welcomePrivateTitle')}
          </h2>
          <p>{t('welcomePrivateText')}</p>
        </section>
        <section>
          <h2>
            <LockIcon />
            {t('welcomeLocalTitle')}
          </h2>
          <p>{t('welcomeLocalText')}</p>
        </section>
      </div>
      <p>
        <button type="button" class="button" onClick={() => void ask('library.open', {})}>
          <LibraryIcon />
          {t('welcomeLibrary')}
        </button>
      </p>
    </main>
  );
}

function HostAccess(): JSX.Element {
  const [given, setGiven] = useState<boolean | null>(null);
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    void browser.permissions.contains(EVERYWHERE).then(setGiven);
  }, []);
  const grant = (): void => {
    void browser.permissions.request(EVERYWHERE).then(
      (now) => {
        setGiven(now);
        setDenied(!now);
      },
      () => setDenied(true),
    );
  };
  return (
    <section class="access">
      <h2>{t('welcomeAccessTitle')}</h2>
      <p>{t('welcomeAccessText')}</p>
      {given === false ? (
        <>
          <p>
            <button type="button" class="button primary" onClick={grant}>
              {t('welcomeAccessGrant')}
            </button>
          </p>
          <p class="help">{t('welcomeAccessLater')}</p>
        </>
      ) : null}
      <p role="status" class={given ? 'given' : undefined}>
        {given ? (
          <>
            <TickIcon />
            {t('welcomeAccessGiven')}
          </>
        ) : null}
        {denied ? t('permissionDenied') : null}
      </p>
    </section>
  );
}
