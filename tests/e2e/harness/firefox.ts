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
  close(): Promise<void>;
}

const BUILT = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const ID = 'pressmark@pressmark.example';
/** Firefox gives each installation an address of its own; tests fix it to find the extension's pages. */
const UUID = 'b3f0a1c2-0d4e-4f5a-8b6c-7d8e9f0a1b2c';

/** Starts Firefox with the built extension in a profile of its own, with access to pages granted or withheld. */
export async function launchFirefox(
  web: Web,
  {
    granted = true,
    preferences = {},
    profile,
  }: { granted?: boolean; preferences?: Record<string, boolean>; profile?: string } = {},
): Promise<FirefoxSession> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.PRESSMARK_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    enableExtensions: true,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
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
  const send = senderOf(browser);
  await browser.installExtension(BUILT);
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1180, height: 860 });
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
    browser,
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
    close: () => browser.close(),
  };
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
