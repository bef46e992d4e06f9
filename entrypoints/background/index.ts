import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { toBackground } from '../../lib/messages/protocol';
import { serve } from '../../lib/messages/server';
import { systemClock } from '../../lib/store/clock';
import { IMPORT_LOCK, PressmarkDatabase } from '../../lib/store/database';
import { describeStoreError } from '../../lib/store/errors';
import { isPurgeDue, purge } from '../../lib/store/removal';
import { trimJournal } from '../../lib/store/search-copy';
import { listenForCommands } from './commands';
import { handlers } from './handlers';
import { enterOpenTabs } from './injection';

/** The background may be killed between any two events: nothing is kept here but the way to the store. */
export default defineBackground(() => {
  const db = new PressmarkDatabase();
  serve(toBackground, handlers(db, systemClock), describeStoreError);
  listenForCommands();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (!import.meta.env.FIREFOX) void enterOpenTabs();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
  // Whatever started it comes first.
  setTimeout(() => {
    void tidy(db).catch(() => {
      // The next start tries again; there is nobody to tell.
    });
  }, TIDY_AFTER_MS);
});

const TIDY_AFTER_MS = 2_000;

/** Ends what has run out; most of the time there is nothing, which a few keys tell without holding anybody up. */
async function tidy(db: PressmarkDatabase): Promise<void> {
  if (await isPurgeDue(db, systemClock)) await purge(db, systemClock);
  await trimJournal(db);
  await clearLeftovers(db);
}

/** Clears what an import left behind when its tab was closed halfway; one that is under way holds the lock. */
function clearLeftovers(db: PressmarkDatabase): Promise<void> {
  return navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock && (await db.staging.count()) > 0) await db.staging.clear();
  });
}
