import { afterAll, afterEach, beforeAll } from 'vitest';
import { openWeb, type Web } from '../../e2e/harness/web.ts';
import { sitAtChromium } from './chromium.ts';
import { sitAtFirefox } from './firefox.ts';
import type { Reader } from './reader.ts';

/** Where pictures are kept, for whoever wants to look at them. */
export const DIR = '.output/window';

export interface Browser {
  readonly name: 'Chromium' | 'Firefox';
  /** Starts it in a window on a display of its own. */
  readonly sit: (web: Web, options?: { readonly dark?: boolean }) => Promise<Reader>;
}

export const CHROMIUM: Browser = { name: 'Chromium', sit: sitAtChromium };
export const FIREFOX: Browser = { name: 'Firefox', sit: sitAtFirefox };
export const BROWSERS: readonly Browser[] = [CHROMIUM, FIREFOX];

/** What a test works with, once its hooks have run. */
interface Desk {
  readonly web: Web;
  readonly reader: Reader;
}

/** Has a person sit at a browser for all tests of a group, and ends everything after them. */
export function atDesk(sit: (web: Web) => Promise<Reader>): Desk {
  const there: { web?: Web; reader?: Reader } = {};
  beforeAll(async () => {
    there.web = await openWeb();
    there.reader = await sit(there.web);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = task.fullTestName.replace(/[^A-Za-z]+/g, '-').slice(-120);
    await there.reader?.hand.photograph(`${DIR}/failed/${name}.png`);
  });
  afterAll(async () => {
    await there.reader?.close();
    await there.web?.close();
  });
  const had = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('nobody sits there yet');
    return thing;
  };
  return {
    get web() {
      return had(there.web);
    },
    get reader() {
      return had(there.reader);
    },
  };
}
