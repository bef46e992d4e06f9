import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, type Web } from './harness/web';

const BUILT = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const QUOTE = 'The inquiry is expected to publish its first findings in June.';
const OTHER = 'Nobody was seriously hurt.';

let web: Web;
let session: FirefoxSession;
let folder: string;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-release-'));
  cpSync(BUILT, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version: '99.0.0' }));
  web = await openWeb();
  session = await launchFirefox(web);
  page = await session.visit(ENGLISH);
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(async () => {
  await session?.close();
  await web?.close();
  rmSync(folder, { recursive: true, force: true });
});

const painted = (): Promise<number> => page.evaluate(() => CSS.highlights.get('pressmark-yellow')?.size ?? 0);

/** Selects words of the page and saves them in the popup. */
async function saveByPopup(words: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
  const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 30_000 });
  await save?.click();
  await until('the popup to have saved', () =>
    popup.evaluate(() => (document.querySelector('textarea') === null ? true : null)).catch(() => true),
  );
  await popup.close();
  await page.bringToFront();
}

describe('Firefox, when the extension is updated under an open page', () => {
  it('goes on with the new version without a reload, and throws nothing', async () => {
    await saveByPopup(QUOTE);
    await until('the highlight', async () => ((await painted()) === 1 ? true : null));
    await session.browser.installExtension(folder);
    const running = await until('the new version', async () => {
      const version = await session.inWindow(
        `AddonManager.getAddonByID('pressmark@pressmark.example').then((addon) => addon.isActive ? addon.version : '')`,
      );
      return version === '99.0.0' ? version : null;
    });
    expect(running).toBe('99.0.0');
    await saveByPopup(OTHER);
    await until('both highlights', async () => ((await painted()) === 2 ? true : null));
    expect(await page.evaluate(() => document.querySelectorAll('pressmark-ui').length)).toBeLessThanOrEqual(1);
    expect(complaints).toEqual([]);
  });
});
