import type { PressmarkDatabase } from './database';

/**
 * Empties every table in one transaction: nothing remains, not even that something was there. The journal goes first; it
 * says afterwards that the tables were written to as a whole, which is how an open search hears of it.
 */
export function eraseEverything(db: PressmarkDatabase): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    await db.journal.clear();
    for (const table of db.tables) if (table.name !== db.journal.name) await table.clear();
  });
}
