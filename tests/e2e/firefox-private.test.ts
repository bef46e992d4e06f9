import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox, settled } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, type Web } from './harness/web';

const words = (page: Page): Promise<string> => page.evaluate(() => document.body?.innerText ?? '');
const savedRows = (panel: Page): Promise<number> =>
  panel.evaluate(() => document.querySelectorAll('.item-list > li.saved').length);

describe('private windows in Firefox', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchFirefox(web);
    await session.allowPrivate();
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('stores a quote from the panel only once the reader says so, and asks again for the next', async () => {
    // New tabs open in the window in front: the panel's is there before the private one, in which Firefox has no store.
    const panel = await session.own('welcome.html');
    await panel.waitForSelector('h1');
    await session.visitPrivately(ENGLISH);
    const tab = await until('the tab’s number', () =>
      panel.evaluate(async (url) => {
        const {
          tabs,
        }: { tabs: { query(filter: object): Promise<{ id?: number | undefined; url?: string | undefined }[]> } } =
          Reflect.get(globalThis, 'browser');
        return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? null;
      }, ENGLISH),
    );
    await panel.evaluate((id) => location.assign(`sidepanel.html?tab=${id}`), tab);
    await until('the panel', () =>
      panel.evaluate(() => (location.pathname === '/sidepanel.html' ? true : null)).catch(() => null),
    );
    await settled(panel);
    const row = await panel.waitForSelector('.item-list > li', { timeout: 30_000 });
    expect(await words(panel)).toContain('Private window');
    await row?.focus();
    await panel.keyboard.press('a');
    await until('the refusal', async () => ((await words(panel)).includes('nothing was stored') ? true : null), 20_000);
    expect(await savedRows(panel)).toBe(0);
    const consent = await panel.waitForSelector('.status input[type="checkbox"]');
    await consent?.click();
    await row?.focus();
    await panel.keyboard.press('a');
    await until('the saved quote', async () => ((await savedRows(panel)) === 1 ? true : null), 20_000);
    const ticked = () => panel.$eval('.status input[type="checkbox"]', (box) => (box as HTMLInputElement).checked);
    await until('the box is empty again', async () => ((await ticked()) ? null : true), 20_000);
  });
});

describe('Firefox that always browses privately', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchFirefox(web, { preferences: { 'browser.privatebrowsing.autostart': true } });
    await session.allowPrivate();
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it.each(['sidepanel.html', 'popup.html', 'library.html'])('says in %s why nothing can be kept', async (page) => {
    await session.visit(ENGLISH);
    const own = await session.own(`${page}?latest`);
    await until(
      'the reason',
      async () => ((await words(own)).includes('no storage in private windows') ? true : null),
      20_000,
    );
    await own.close();
  });
});
