import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const BOX = 'http://harbour-courier.example/embed/timeline';
const WORDS = 'The second engine was taken out of service on 9 March after an oil leak.';

const drawnIn = (frame: Frame): Promise<number> =>
  frame.evaluate(() => CSS.highlights.get('pressmark-yellow')?.size ?? 0);

describe('a frame of the page’s own origin in Firefox', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    const served = sampleSites().get(ENGLISH) ?? '';
    web.put(ENGLISH, served.replace('<p class="correction">', `<iframe src="${BOX}"></iframe><p class="correction">`));
    web.put(BOX, `<!DOCTYPE html><title>Box</title><p>What happened when.</p><p id="quote">${WORDS}</p>`);
    session = await launchFirefox(web);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  const frameOf = (page: Page): Promise<Frame> =>
    until('the frame', async () => page.frames().find((frame) => frame.url() === BOX) ?? null);

  it('has its words saved from the popup, drawn in colours that are seen, and found again', async () => {
    const page = await session.visit(ENGLISH);
    const frame = await frameOf(page);
    await (await frame.waitForSelector('#quote'))?.click({ count: 3 });
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 30_000 });
    expect(await popup.evaluate(() => document.body.innerText)).toContain(WORDS);
    await save?.click();
    await until('the highlight', async () => ((await drawnIn(frame)) === 1 ? true : null), 20_000);
    await page.bringToFront();
    await page.reload();
    const again = await frameOf(page);
    await until('the highlight again', async () => ((await drawnIn(again)) === 1 ? true : null), 20_000);
    const colour = (): Promise<string> =>
      again.$eval('#quote', (quote) => getComputedStyle(quote, '::highlight(pressmark-yellow)').backgroundColor);
    await until('its colour', async () => (/^rgb\(/.test(await colour()) ? true : null), 20_000);
  });
});
