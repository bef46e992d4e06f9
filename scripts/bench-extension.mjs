// A browser in a profile of its own, with one extension in it or none: what the benches of the built extension start from.
import { join } from 'node:path';
import { chromium } from 'playwright';

/** The built extension. */
export const BUILT = join(new URL('..', import.meta.url).pathname, '.output', 'chrome-mv3');

/**
 * A headless Chromium that asks nobody for anything. `profile` is empty for one that is thrown away; `extension` is the
 * one that is loaded, alone, so that nothing of another is measured; null for none.
 */
export function launchWith(profile, extension, { args = [], ...options } = {}) {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    ...options,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
      ...(extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
  });
}
