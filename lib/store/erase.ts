import type { PressmarkDatabase } from './database';

/** Empties every table in one transaction: nothing remains, not even that something was there. */
export function eraseEverything(db: PressmarkDatabase): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}
