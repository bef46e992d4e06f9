import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example/news/2026/04';
const ARTICLE = sampleSites().get(ENGLISH) ?? '';
const QUOTE = 'The inquiry is expected to publish its first findings in June.';

const ADDRESSES: readonly (readonly [string, string])[] = [
  ['a query', `${SITE}/ferry-query?id=3&page=1`],
  ['tracking parameters', `${SITE}/ferry-newsletter?utm_source=letter&utm_medium=email&fbclid=x1&id=3`],
  ['tracking parameters alone', `${SITE}/ferry-social?utm_source=social#comments`],
  ['an empty query', `${SITE}/ferry-empty?`],
  ['empty and repeated names', `${SITE}/ferry-repeated?=1&b=2&b=1&&a`],
  ['a lone percent sign and semicolons', `${SITE}/ferry-percent?q=100%;utm_source=x&r=%zz`],
  ['a fragment that looks like a query', `${SITE}/ferry-fragment#:~:text=The%20inquiry?utm_source=x`],
  ['a path that is not ASCII', `${SITE}/fähre-überprüft-海?ort=köln`],
  ['a host that is not ASCII', 'http://hafen-börse.example/2026/04/ferry-engine-memo?id=3'],
  ['8,000 characters', `${SITE}/ferry-long?${'id=12345&'.repeat(880)}`],
];

let web: Web;
let session: FirefoxSession;
/** A page of the extension, to ask the browser from. */
let own: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchFirefox(web);
  own = await session.own('welcome.html');
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const badgeOf = (tabId: number): Promise<string> =>
  own.evaluate(async (id) => {
    const api: { action: { getBadgeText(of: { tabId: number }): Promise<string> } } = Reflect.get(
      globalThis,
      'browser',
    );
    return api.action.getBadgeText({ tabId: id });
  }, tabId);

const painted = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.get('pressmark-yellow')?.size ?? 0);

const selectQuote = (page: Page): Promise<void> =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.includes(words)) getSelection()?.selectAllChildren(node.parentElement ?? document.body);
    }
  }, QUOTE);

describe('an article in Firefox at an address with', () => {
  it.each(ADDRESSES)('%s is detected, and its quote is painted again after a reload', async (_with, address) => {
    const { href, origin, pathname } = new URL(address);
    web.put(href, ARTICLE.replaceAll(ENGLISH, `${origin}${pathname}`));
    const page = await session.visit(href);
    const tabId = await session.tabId(href);
    await until('the badge of an article', async () => ((await badgeOf(tabId)) === '•' ? true : null));
    await selectQuote(page);
    const popup = await session.own(`popup.html?tab=${tabId}`);
    const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 30_000 });
    await save?.click();
    await until('the highlight', async () => ((await painted(page)) === 1 ? true : null));
    await popup.close();
    await page.bringToFront();
    await page.reload();
    await until('the highlight again', async () => ((await painted(page)) === 1 ? true : null));
    expect(await until('the number on the badge', async () => ((await badgeOf(tabId)) === '1' ? '1' : null))).toBe('1');
    await page.close();
  });
});
