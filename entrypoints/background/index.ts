import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { toBackground } from '../../lib/messages/protocol';
import { serve } from '../../lib/messages/server';
import { systemClock } from '../../lib/store/clock';
import { IMPORT_LOCK, PressmarkDatabase } from '../../lib/store/database';
import { describeStoreError } from '../../lib/store/errors';
import { purge } from '../../lib/store/removal';
import { listenForCommands } from './commands';
import { handlers } from './handlers';

/** The background may be killed between any two events: nothing is kept here but the way to the store. */
export default defineBackground(() => {
  const db = new PressmarkDatabase();
  serve(toBackground, handlers(db, systemClock), describeStoreError);
  listenForCommands();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
  void Promise.all([purge(db, systemClock), clearLeftovers(db)]).catch(() => {
    // The next start tries again; there is nobody to tell.
  });
});

/** Clears what an import left behind when its tab was closed halfway; one that is under way holds the lock. */
function clearLeftovers(db: PressmarkDatabase): Promise<void> {
  return navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await db.staging.clear();
  });
}
