import type { ComponentChildren, JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { BackIcon } from './icons';

/** A key, or keys pressed together, and what it does. */
export interface KeyLine {
  readonly keys: string;
  readonly does: string;
}

interface KeyListProps {
  /** The keys that work in any tab, as this browser has them; an empty string where none is set. */
  readonly anywhere: readonly KeyLine[];
  readonly onBack?: (() => void) | undefined;
  /** Shown under them: the way to change them. */
  readonly children?: ComponentChildren;
}

/** All keys on one page. */
export function KeyList({ anywhere, onBack, children }: KeyListProps): JSX.Element {
  return (
    <section class="keys" aria-labelledby="keys-title">
      {onBack ? (
        <button type="button" class="button quiet small" onClick={onBack}>
          <BackIcon />
          {t('keysClose')}
        </button>
      ) : null}
      <h1 class="headline" id="keys-title">
        {t('keysTitle')}
      </h1>
      <KeyGroup title={t('keysAnywhere')} lines={anywhere} />
      {children}
      <KeyGroup
        title={t('keysPanel')}
        lines={[
          { keys: 'j · ↓', does: t('key_next') },
          { keys: 'k · ↑', does: t('key_previous') },
          { keys: 'Enter · a', does: t('key_accept') },
          { keys: 'c', does: t('key_claim') },
          { keys: 'x', does: t('key_dismiss') },
          { keys: 'g', does: t('key_jump') },
          { keys: '← · →', does: t('key_tabs') },
          { keys: '?', does: t('key_help') },
        ]}
      />
      <KeyGroup
        title={t('keysEditor')}
        lines={[
          { keys: 'Ctrl+Enter', does: t('key_save') },
          { keys: 'Esc', does: t('key_back') },
        ]}
      />
    </section>
  );
}

/** Keys under a heading, each with what it does, or the word that none is set. */
export function KeyGroup({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}): JSX.Element {
  return (
    <>
      <h2 class="section-title">{title}</h2>
      <dl class="key-lines">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>{keys === '' ? <span class="meta">{t('keysNone')}</span> : <kbd>{keys}</kbd>}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
