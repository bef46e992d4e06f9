// What the anchoring benches share: the build of an entrypoint, the browser, and a page at one address.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const ADDRESS = 'https://news.example/article';

/** Builds one entrypoint of `tests/bench` into a classic script and gives its source. */
export async function bundle(name) {
  const outDir = join(ROOT, '.output/bench');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(ROOT, `tests/bench/${name}.ts`),
        formats: ['iife'],
        name: `bench_${name.replaceAll('-', '_')}`,
        fileName: () => `${name}.js`,
      },
    },
  });
  return readFile(join(outDir, `${name}.js`), 'utf8');
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.PRESSMARK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** A page whose one address shows whatever `show` was last given; nothing else can be fetched, no page script runs. */
export async function servedPage(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let html = '';
  await page.route('**/*', (route) =>
    route.request().url().startsWith(ADDRESS)
      ? route.fulfill({
          body: html,
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "script-src 'none'",
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-embedder-policy': 'require-corp',
          },
        })
      : route.abort(),
  );
  return {
    page,
    async show(text, fragment = '') {
      html = text;
      await page.goto('about:blank');
      await page.goto(ADDRESS + fragment, { waitUntil: 'domcontentloaded' });
    },
  };
}
