import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { openWeb, type Web } from './harness/web';

interface Command {
  readonly suggested_key?: { readonly default: string };
}
interface Given {
  readonly name?: string;
  readonly shortcut?: string;
}

/** What the built extension asks for, by command. */
function suggested(build: string): Record<string, string> {
  const manifest: { commands: Record<string, Command> } = JSON.parse(
    readFileSync(new URL(`../../.output/${build}/manifest.json`, import.meta.url), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(manifest.commands).flatMap(([name, { suggested_key }]) =>
      suggested_key ? [[name, suggested_key.default]] : [],
    ),
  );
}

/** What a browser assigned, without the commands that got nothing. */
const assigned = (all: readonly Given[]): Record<string, string> =>
  Object.fromEntries(all.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut]] : [])));

const shown = (): string[] =>
  [...(document.querySelector('.key-lines')?.querySelectorAll('kbd') ?? [])].map(
    ({ textContent }) => textContent ?? '',
  );

let web: Web;
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web?.close());

describe('in a fresh Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launchChromium({ web });
  });
  afterAll(() => session?.close());

  it('every suggested key is assigned', async () => {
    const all = await (await session.worker()).evaluate(() => chrome.commands.getAll());
    expect(Object.keys(suggested('chrome-mv3'))).toHaveLength(4);
    expect(assigned(all)).toEqual(suggested('chrome-mv3'));
  });

  it.each(['welcome.html', 'keys.html'])(
    '%s shows what was assigned, and leads to where it is changed',
    async (path) => {
      const page = await session.own(path);
      await page.locator('.key-lines kbd').first().waitFor();
      const text = await page.locator('.key-lines').first().innerText();
      for (const key of Object.values(suggested('chrome-mv3'))) expect(text).toContain(key);
      expect(text.match(/not set/gi)).toHaveLength(3);
      const opened = session.context.waitForEvent('page');
      await page.getByRole('button', { name: 'Change the keys' }).click();
      const settings = await opened;
      await settings.waitForURL('chrome://extensions/shortcuts');
      await settings.close();
      await page.close();
    },
  );
});

describe('in a fresh Firefox', () => {
  let session: FirefoxSession;
  beforeAll(async () => {
    session = await launchFirefox(web);
  });
  afterAll(() => session?.close());

  it('every suggested key is assigned, and opens no menu of the browser', async () => {
    const page = await session.own('keys.html');
    await page.waitForSelector('.key-lines kbd');
    const all = await page.evaluate(() => {
      const api: { commands: { getAll(): Promise<Given[]> } } = Reflect.get(globalThis, 'browser');
      return api.commands.getAll();
    });
    const wanted = suggested('firefox-mv3');
    expect(assigned(all)).toEqual(wanted);
    // The page asks the browser once it stands.
    await expect.poll(async () => (await page.evaluate(shown)).sort()).toEqual(Object.values(wanted).sort());
    // The menu bar comes before an extension's keys, and `getAll` says nothing of it.
    const menus = await session.inWindow(
      '[...document.querySelectorAll("#main-menubar > menu")].map((menu) => menu.accessKey.toUpperCase()).join("")',
    );
    expect(menus).toMatch(/^[A-Z]{6,}$/);
    for (const key of Object.values(wanted)) expect(menus).not.toContain(key.at(-1));
    await page.close();
  });

  it('leads to where they are changed', async () => {
    const page = await session.own('keys.html');
    await (await page.waitForSelector('::-p-aria([name="Change the keys"][role="button"])'))?.click();
    await expect
      .poll(() => session.inWindow('[...gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec).join(" ")'))
      .toContain('about:addons');
    await page.close();
  });
});
