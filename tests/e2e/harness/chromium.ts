import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { until } from './journey.ts';
import type { Web } from './web.ts';

export interface Session {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The service worker, started again if it was stopped. */
  worker(): Promise<Worker>;
  /** A tab on a page, with the annotator in it if the page is an article. */
  visit(address: string): Promise<Page>;
  /** The popup for a tab, in a tab of its own of the popup's size. */
  popup(page: Page): Promise<Page>;
  /** One of the extension's own pages. */
  own(path: string): Promise<Page>;
  tabId(page: Page): Promise<number>;
  /** The address of every request that a page, a frame or the service worker made. */
  requests(): readonly string[];
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly web: Web;
  readonly headless?: boolean;
  /** The environment of a display: the browser shows itself there in a window of its own size, and nothing is feigned. */
  readonly screen?: Readonly<Record<string, string>>;
  readonly dark?: boolean;
  readonly locale?: string;
  readonly extensionDir?: string;
}

const BUILT = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,NetworkTimeServiceQuerying',
  '--proxy-bypass-list=<-loopback>',
];

/** Starts Chromium with the built extension in a profile of its own. */
export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const profile = mkdtempSync(join(tmpdir(), 'pressmark-'));
  if (options.screen) pinButton(profile, options.extensionDir ?? BUILT);
  const requests: string[] = [];
  const listening = async (): Promise<BrowserContext> => {
    const fresh = await launch(profile, options);
    fresh.on('request', (request) => requests.push(request.url()));
    return fresh;
  };
  let context = await listening();
  let extensionId = await idOf(context);
  await untilWelcomed(context);
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers().find((one) => one.url().includes(extensionId)) ?? (await wake(context, extensionId));
  const own = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const tabId = async (page: Page): Promise<number> => {
    // Several tabs may show one address; the one in front is meant.
    await page.bringToFront();
    const id = await (await worker()).evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      const same = tabs.filter((tab) => tab.url === url);
      // The browser's own pages keep their address to themselves.
      const hidden = tabs.find((tab) => tab.active && tab.url === undefined);
      return (same.find((tab) => tab.active) ?? same.at(-1) ?? hidden)?.id ?? null;
    }, page.url());
    if (id === null) throw new Error(`no tab shows ${page.url()}`);
    return id;
  };
  return {
    get context() {
      return context;
    },
    get extensionId() {
      return extensionId;
    },
    worker,
    requests: () => requests,
    own,
    tabId,
    visit: async (address) => {
      const page = await context.newPage();
      if (!options.screen) await page.setViewportSize({ width: 1180, height: 860 });
      await page.goto(address);
      return page;
    },
    popup: async (page) => {
      const id = await tabId(page);
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 400, height: 600 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${id}`);
      return popup;
    },
    restart: async () => {
      await context.close();
      context = await listening();
      extensionId = await idOf(context);
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function launch(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const dir = options.extensionDir ?? BUILT;
  const headless = options.headless ?? !options.screen;
  const executablePath = process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    ...(options.screen
      ? { viewport: null, colorScheme: null }
      : { colorScheme: options.dark ? ('dark' as const) : ('light' as const) }),
    ...(options.locale ? { locale: options.locale } : {}),
    acceptDownloads: true,
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...QUIET,
      ...(options.screen
        ? ['--start-maximized', '--disable-smooth-scrolling', ...(options.dark ? ['--force-dark-mode'] : [])]
        : []),
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      `--proxy-server=http://127.0.0.1:${options.web.port}`,
      `--disable-extensions-except=${dir}`,
      `--load-extension=${dir}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
    ...(options.locale || options.screen
      ? { env: { ...process.env, ...options.screen, ...speaking(options.locale) } as Record<string, string> }
      : {}),
  });
  // The system's own dialog for a file can be answered by nobody here; without it files are offered as downloads.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  return context;
}

/** Has the button of an unpacked extension in the toolbar from the start, as a reader puts it there by its pin. */
function pinButton(profile: string, dir: string): void {
  const digits = createHash('sha256').update(dir).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { pinned_extensions: [id] } }));
}

const speaking = (locale: string | undefined): Readonly<Record<string, string>> =>
  locale ? { LANGUAGE: locale, LANG: `${locale.replace('-', '_')}.UTF-8` } : {};

async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/**
 * A new profile is welcomed in a tab of its own. It is waited for, since it would come before whatever else is opened
 * meanwhile, and a tab that is not in front draws once in a second.
 */
async function untilWelcomed(context: BrowserContext): Promise<void> {
  await until('the welcome page', async () =>
    context.pages().some((page) => page.url().endsWith('/welcome.html')) ? true : null,
  );
}

/** A stopped worker starts again when one of the extension's pages asks it something. */
async function wake(context: BrowserContext, extensionId: string): Promise<Worker> {
  const started = context.waitForEvent('serviceworker');
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'tags.list', payload: {} }));
  const worker = await started;
  await page.close();
  return worker;
}
