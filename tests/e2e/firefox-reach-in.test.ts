import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SCRIPT = readFileSync(fileURLToPath(new URL('../fixtures/hostile/reach-in.js', import.meta.url)), 'utf8');
const ARTICLE = (sampleSites().get(ENGLISH) ?? '').replace('</body>', `<script>${SCRIPT}</script></body>`);
const QUOTE = 'The inquiry is expected to publish its first findings in June.';
const NOTE = 'zanzibar kept this for herself';
const SECRETS = ['zanzibar', 'herself', 'Delete', 'Edit', 'Save quote', 'vicuna'];

interface Reached {
  hits: string[];
  loot: { keys: string[]; errors: string[] };
}

let web: Web;
let session: FirefoxSession;
let page: Page;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  web.put(ENGLISH, ARTICLE);
  session = await launchFirefox(web);
  page = await session.visit(ENGLISH);
  const tabId = await session.tabId(ENGLISH);
  library = await session.own('library.html');
  await page.bringToFront();
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.includes(words)) getSelection()?.selectAllChildren(node.parentElement ?? document.body);
    }
    getSelection()?.anchorNode?.parentElement?.scrollIntoView({ block: 'center' });
  }, QUOTE);
  const popup = await session.own(`popup.html?tab=${tabId}`);
  const note = await popup.waitForSelector('textarea', { timeout: 30_000 });
  await note?.type(NOTE);
  const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])');
  await save?.click();
  await until('the highlight', () =>
    page.evaluate(() => (CSS.highlights.get('pressmark-yellow')?.size === 1 ? true : null)),
  );
  await popup.close();
  await page.bringToFront();
  await page.evaluate(() => getSelection()?.removeAllRanges());
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Opens the card of the quote by a click on its words, and waits until our interface stands beside them. */
async function openCard(): Promise<void> {
  const at = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.includes(words)) range.selectNodeContents(node);
    }
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0];
    return { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 8 };
  }, QUOTE);
  await page.mouse.click(at.x, at.y);
  await until('the card', () =>
    page.evaluate(() => (document.activeElement?.localName === 'pressmark-ui' ? true : null)),
  );
}

const reach = (): Promise<Reached & Record<string, unknown>> =>
  page.evaluate((words) => Reflect.get(globalThis, 'reachIn')(words), SECRETS);

/** What stands in the drafts of the extension's store. */
const drafts = (): Promise<string> =>
  library.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );

describe('what Pressmark shows in Firefox on a page that reaches in', () => {
  it('is neither read nor found, and no key typed in it is heard', async () => {
    await openCard();
    const first = await reach();
    expect(first.hits).toEqual([]);
    expect(first).toMatchObject({ inside: [], frames: [0, 'undefined', 0], resources: 0, html: '' });
    expect(first.loot).toMatchObject({ found: [], roots: [] });
    // What it may ask is refused alike, whatever stands there.
    expect(new Set(first.loot.errors)).toEqual(new Set(['SecurityError']));
    // The way to "Edit" by keyboard: past "Close".
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the form to take keys', async () => {
      await page.keyboard.type('v');
      return (await drafts()) === '[]' ? null : true;
    });
    await page.keyboard.type(' vicuna too');
    await until('the draft', async () => ((await drafts()).includes('vicuna too') ? true : null));
    const second = await reach();
    expect(second.hits).toEqual([]);
    expect(second.loot.keys.filter((key) => !/:undefined$|:$/.test(key))).toEqual([]);
  });

  it('stays as it is, whatever rules the page makes', async () => {
    expect(await page.evaluate(() => Reflect.get(globalThis, 'moveAway')())).toEqual({
      opacity: '1',
      transform: 'none',
      filter: 'none',
      clipPath: 'none',
      visibility: 'visible',
      display: 'block',
    });
  });
});
