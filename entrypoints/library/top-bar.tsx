import type { JSX } from 'preact';
import { type MessageKey, t } from '../../lib/i18n/translate';
import { backToSearch } from './route';

/** The rooms of the library that can be gone to from everywhere in it. */
export type Place = 'search' | 'tags' | 'export' | 'import' | 'backup' | 'settings';

const PLACES: readonly (readonly [place: Place, label: MessageKey])[] = [
  ['search', 'libraryTitle'],
  ['tags', 'tagsTitle'],
  ['export', 'exportTitle'],
  ['import', 'importTitle'],
  ['backup', 'backupTitle'],
  ['settings', 'settingsTitle'],
];

/** The same ways in the same order in every room; `here` is null in those that are none of them, such as an article's. */
export function TopBar({ here }: { readonly here: Place | null }): JSX.Element {
  return (
    <header class="library-top">
      <a class="library-name" href={backToSearch()}>
        <img src="/icon/48.png" alt="" width="28" height="28" />
        Pressmark
      </a>
      <nav class="library-nav" aria-label={t('leaveNav')}>
        {PLACES.map(([place, label]) => (
          <a
            key={place}
            class="button quiet small"
            href={place === 'search' ? backToSearch() : `#/${place}`}
            aria-current={place === here ? 'page' : undefined}
          >
            {t(label)}
          </a>
        ))}
      </nav>
    </header>
  );
}
