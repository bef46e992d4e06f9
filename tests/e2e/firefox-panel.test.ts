import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'firefox-panel');

const painted = (page: Page): Promise<number> =>
  page.evaluate(() =>
    ['yellow', 'green', 'blue', 'pink', 'orange'].reduce(
      (sum, colour) => sum + (CSS.highlights.get(`pressmark-${colour}`)?.size ?? 0),
      0,
    ),
  );

const row = (panel: Page, words: string) =>
  panel.waitForSelector(`::-p-xpath(//ul[contains(@class,"item-list")]/li[contains(., "${words}")])`, {
    timeout: 30_000,
  });

const open = async (session: FirefoxSession): Promise<Page> => {
  const panel = await session.own(`sidepanel.html?tab=${await session.tabId(ENGLISH)}`);
  await panel.setViewport({ width: 360, height: 760 });
  return panel;
};

describe('the sidebar in Firefox', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    mkdirSync(DIR, { recursive: true });
    web = await openWeb();
    session = await launchFirefox(web);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('offers quotes, saves one by a key, and jumps to it', async () => {
    const page = await session.visit(ENGLISH);
    const panel = await open(session);
    const quote = await row(panel, 'We followed every procedure');
    expect(await quote?.evaluate((element) => element.textContent)).toContain('Petra Lindqvist');
    await quote?.focus();
    await panel.keyboard.press('a');
    await until('the highlight', async () => ((await painted(page)) === 1 ? true : null), 20_000);
    const saved = await panel.waitForSelector('.item-list > li.saved', { timeout: 30_000 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await saved?.focus();
    await panel.keyboard.press('g');
    await until(
      'the page has gone there',
      async () => ((await page.evaluate(() => scrollY)) < 600 ? true : null),
      20_000,
    );
    await saved?.focus();
    await panel.keyboard.press('c');
    const statement = await panel.waitForSelector('::-p-aria([name="Statement"][role="textbox"])', { timeout: 30_000 });
    expect(await statement?.evaluate((field) => (field as HTMLTextAreaElement).value)).toContain('We followed every');
    await panel.screenshot({ path: join(DIR, 'panel.png'), fullPage: true });
    await panel.close();
  });

  it('opens by its key, beside the article in front', async () => {
    const own = await session.own('welcome.html');
    await own.waitForSelector('h1');
    const page = await session.visit(ENGLISH);
    await page.bringToFront();
    // No key reaches the browser's own window from outside, so what the key is bound to is set off.
    await session.inWindow(`[...document.querySelectorAll('keyset[id*="pressmark"] key')]
      .find((key) => key.getAttribute('key') === 'Y' && key.getAttribute('modifiers') === 'alt,shift')
      .dispatchEvent(new Event('command', { bubbles: true }))`);
    await until('the sidebar', async () =>
      (await session.inWindow('String(SidebarController.isOpen)')) === 'true' ? true : null,
    );
    expect(await session.inWindow('SidebarController.currentID')).toContain('pressmark');
    const words = (): Promise<string> =>
      own.evaluate(() => {
        const { extension }: { extension: { getViews: (filter: object) => Window[] } } = Reflect.get(
          globalThis,
          'browser',
        );
        return extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText ?? '';
      });
    await until('its suggestions', async () => (/Petra Lindqvist/.test(await words()) ? true : null), 20_000);
    writeFileSync(
      join(DIR, 'sidebar.png'),
      await session.inWindow(`(async () => {
        const view = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
        const bitmap = await view.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      })()`),
      'base64',
    );
    await session.inWindow('SidebarController.hide()');
  });

  it('has a menu entry and a key for it, and a button in the popup', async () => {
    const panel = await session.own('welcome.html');
    await panel.waitForSelector('h1');
    const wired = await panel.evaluate(async () => {
      const api = Reflect.get(globalThis, 'browser');
      const manifest = api.runtime.getManifest();
      const keys: { name?: string; shortcut?: string }[] = await api.commands.getAll();
      return {
        sidebar: manifest.sidebar_action?.default_panel ?? '',
        opensByItself: manifest.sidebar_action?.open_at_install ?? true,
        key: keys.find(({ name }) => name === 'open-panel')?.shortcut ?? '',
      };
    });
    expect(wired.sidebar).toContain('sidepanel.html');
    expect(wired.key).toBe('Alt+Shift+Y');
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    expect(
      await popup.waitForSelector('::-p-aria([name="Side panel"][role="button"])', { timeout: 30_000 }),
    ).toBeTruthy();
  });
});
