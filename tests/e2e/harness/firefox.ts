import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { until } from './journey.ts';
import type { Web } from './web.ts';

export interface FirefoxSession {
  readonly browser: Browser;
  visit(address: string): Promise<Page>;
  /** One of the extension's own pages, loaded. Firefox never reports such a navigation as done: the page is asked. */
  own(path: string): Promise<Page>;
  /** Runs an expression in the browser's own window, for what no page can reach: its keys and its sidebar. */
  inWindow(expression: string): Promise<string>;
  /** Lets the extension into private windows, as its switch in the add-ons manager does. */
  allowPrivate(): Promise<void>;
  /** Opens an address in a new private window. */
  visitPrivately(address: string): Promise<void>;
  /** The browser's number of the tab that shows an address. */
  tabId(address: string): Promise<number>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const BUILT = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const ID = 'pressmark@pressmark.example';
/** Firefox gives each installation an address of its own; tests fix it to find the extension's pages. */
const UUID = 'b3f0a1c2-0d4e-4f5a-8b6c-7d8e9f0a1b2c';

export interface FirefoxOptions {
  readonly granted?: boolean;
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
  /** The environment of a display: the browser shows itself there in a window of its own size. */
  readonly screen?: Readonly<Record<string, string>>;
  /** A profile's folder, which stays; without one a new one is made and goes with the session. */
  readonly profile?: string;
}

/** Starts Firefox with the built extension in a profile of its own, with access to pages granted or withheld. */
export async function launchFirefox(web: Web, options: FirefoxOptions = {}): Promise<FirefoxSession> {
  const { screen } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'pressmark-'));
  const start = () => launch(web, profile, options);
  let browser = await start();
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    if (!screen) await page.setViewport({ width: 1180, height: 860 });
    return page;
  };
  const own = async (path: string): Promise<Page> => {
    const page = await open();
    void page.goto(`moz-extension://${UUID}/${path}`).catch(() => {
      // It is there all the same.
    });
    await settled(page);
    return page;
  };
  const inWindow = async (expression: string): Promise<string> => {
    const send = senderOf(browser);
    const tree: { contexts: { context: string; url: string }[] } = await send('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const context = tree.contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
    const answer: { result?: { value?: unknown }; exceptionDetails?: { text: string } } = await send(
      'script.evaluate',
      { expression, target: { context }, awaitPromise: true },
    );
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return String(answer.result?.value ?? '');
  };
  return {
    get browser() {
      return browser;
    },
    visit: async (address) => {
      const page = await open();
      await page.goto(address);
      return page;
    },
    own,
    inWindow,
    allowPrivate: async () => {
      await inWindow(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID('${ID}')).reload();
      })()`);
    },
    visitPrivately: async (address) => {
      await inWindow(`(async () => {
        const opened = OpenBrowserWindow({ private: true });
        await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
        const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
        // The window loads its own first page late; what was asked for before that would be lost.
        for (let tries = 0; tries < 100 && !opened.gBrowserInit.delayedStartupFinished; tries++) await pause();
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        const view = opened.gBrowser.selectedBrowser;
        view.fixupAndLoadURIString(${JSON.stringify(address)}, { triggeringPrincipal });
        for (let tries = 0; tries < 100 && view.currentURI.spec !== ${JSON.stringify(address)}; tries++) await pause();
      })()`);
    },
    tabId: async (address) => {
      const page = await own('welcome.html');
      await page.waitForSelector('h1');
      const id = await page.evaluate(async (url) => {
        const api: {
          tabs: { query(filter: object): Promise<{ id?: number | undefined; url?: string | undefined }[]> };
        } = Reflect.get(globalThis, 'browser');
        // Where access is withheld, the address of a web page is hidden too.
        const tabs = await api.tabs.query({});
        return (tabs.find((tab) => tab.url === url) ?? tabs.find((tab) => tab.url === undefined))?.id ?? null;
      }, address);
      await page.close();
      if (id === null) throw new Error(`no tab shows ${address}`);
      return id;
    },
    restart: async () => {
      await browser.close();
      browser = await start();
    },
    close: async () => {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function launch(
  web: Web,
  profile: string,
  { granted = true, preferences = {}, screen }: FirefoxOptions,
): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.PRESSMARK_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: !screen,
    ...(screen ? { env: { ...process.env, ...screen }, defaultViewport: null } : {}),
    enableExtensions: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      // What is put in without a signature goes when the browser ends; what it stored stays, as with one.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.originControls.grantByDefault': granted,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'dom.security.https_first': false,
      'dom.security.https_first_pbm': false,
      'dom.security.https_first_schemeless': false,
      'intl.locale.requested': 'en-US',
      ...preferences,
    },
  });
  await browser.installExtension(BUILT);
  return browser;
}

/** Waits until one of the extension's own pages stands in a tab; what is asked of it on the way there fails. */
export async function settled(page: Page): Promise<void> {
  await until(
    'a page of the extension',
    () =>
      page
        .evaluate(() => (location.protocol === 'moz-extension:' && document.readyState === 'complete' ? true : null))
        .catch(() => null),
    30_000,
  );
}

/** Commands of the protocol that Puppeteer has no method for. */
function senderOf(browser: Browser): <Answer>(method: string, params: object) => Promise<Answer> {
  const connection: { send(method: string, params: object): Promise<{ result: unknown }> } = Reflect.get(
    browser,
    'connection',
  );
  return async <Answer>(method: string, params: object) => (await connection.send(method, params)).result as Answer;
}
