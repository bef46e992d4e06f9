import { liveQuery } from 'dexie';
import { nameColours } from '../../lib/i18n/words';
import type { PressmarkDatabase } from '../../lib/store/database';
import { getSettings } from '../../lib/store/settings';

/** A store that is slow to open must not keep a page empty. */
const LONGEST_WAIT_MS = 300;

/** Uses the reader's names for the colours, now and whenever they change. Settles once they are known, or soon. */
export function followColourNames(db: PressmarkDatabase): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    liveQuery(() => getSettings(db)).subscribe(
      ({ colourNames }) => {
        nameColours(colourNames);
        resolve();
      },
      () => resolve(),
    );
  });
}
