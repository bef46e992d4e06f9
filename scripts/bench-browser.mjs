// What the detection benches share: the bundle of shipped modules, the browser, and pages served at their own address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';

const root = new URL('..', import.meta.url).pathname;
/** What a page gets to come to rest before something is timed in it (milliseconds). */
const SETTLE = 120;
const executablePath = process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium';

/** Builds the bench entry with the shipped modules into one script; returns its source. */
export async function bundle(entry = 'tests/bench/detection-entry.ts') {
  const outDir = join(root, '.output/bench');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'bench', fileName: () => 'detection.js' },
    },
  });
  return readFileSync(join(outDir, 'detection.js'), 'utf8').replace(/^(var|const|let) bench\s*=/, 'globalThis.bench =');
}

/** A headless Chromium that asks nobody for anything. */
export function launch() {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

/** The bytes of a page of the corpus. */
export function pageBytes(dir, file) {
  const bytes = readFileSync(join(dir, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The last two labels of an address's host: pages of one site share them, and so may share a process. */
const siteOf = (url) => new URL(url).hostname.split('.').slice(-2).join('.');

/**
 * A tab in which `open(url, bytes)` loads that page at its own address; everything else is refused. Chromium gives every
 * site a process of its own, so a page of another site than the one before starts in a fresh one; `fresh` asks for a new
 * tab where that would not be so.
 */
export async function tab(browser) {
  let current = { url: '', body: Buffer.alloc(0), served: true };
  let site = '';
  const headers = {
    // Page scripts are off, yet <noscript> stays inert, as it is for readers; nothing else is even asked for.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    // Cross-origin isolation: the clock ticks at 5 µs instead of 100.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  const make = async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/*', (route) => {
      const request = route.request();
      if (!current.served && request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        current.served = true;
        const type = 'text/html';
        return route.fulfill({ status: 200, headers: { ...headers, 'content-type': type }, body: current.body });
      }
      // Called off, not failed: a page that sends its reader elsewhere stays where it is, without an error page.
      return route.abort(request.isNavigationRequest() ? 'aborted' : 'failed');
    });
    return { context, page };
  };
  let own = await make();
  return {
    get page() {
      return own.page;
    },
    async open(url, body, fresh = false) {
      if (fresh && site === siteOf(url)) {
        await own.context.close();
        own = await make();
      }
      site = siteOf(url);
      current = { url, body, served: false };
      await own.page.goto(url, { waitUntil: 'load', timeout: 20_000 });
    },
    /** Waits until the page has been laid out and drawn, so that no other thread's work is taken for what is timed. */
    settle: () => new Promise((resolve) => setTimeout(resolve, SETTLE)),
    close: () => own.context.close(),
  };
}

/**
 * A browser with one tab in it. `tab()` is the tab as long as it lives; after `lost()`, which ends a tab or a browser that
 * hangs or has crashed, it is another one, in another browser where the former is gone or does not answer.
 */
export function resilient() {
  let browser = null;
  let view = null;
  const end = async () => {
    await within(5_000, browser?.close()).catch(() => {});
    browser = null;
    view = null;
  };
  const make = async () => {
    browser ??= await launch();
    view = await within(20_000, tab(browser));
    return view;
  };
  return {
    tab: async () => view ?? (await make().catch(() => end().then(make))),
    async lost() {
      const closed = await within(5_000, view?.close()).then(
        () => true,
        () => false,
      );
      view = null;
      if (!closed || !browser?.isConnected()) await end();
    },
    close: end,
  };
}

/** Rejects after `ms` milliseconds, so that one stuck page does not stop a run. */
export function within(ms, promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took over ${ms} ms`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
