import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { sampleRows } from './harness/rows';
import { openWeb, type Web } from './harness/web';

/** Enough for the search to keep a copy of its index. */
const QUOTES = 700;

let web: Web;
let session: FirefoxSession;

beforeAll(async () => {
  web = await openWeb();
  session = await launchFirefox(web);
  await importRows(await session.own('library.html#/import'));
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Waits until something holds on the page. */
const holds = (page: Page, what: string, look: () => boolean): Promise<boolean> =>
  until(what, async () => ((await page.evaluate(look)) ? true : null), 30_000);

async function importRows(room: Page): Promise<void> {
  await room.waitForSelector('input[type=file]', { timeout: 30_000 });
  const file = { format: 'pressmark', version: 1, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'test' };
  await room.evaluate(
    (json) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([json], 'many.json', { type: 'application/json' }));
      if (!input) return;
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    JSON.stringify({ ...file, ...sampleRows(QUOTES), snapshots: [] }),
  );
  await until(
    'the import',
    () =>
      room.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => /^Import \d/.test(innerText));
        button?.click();
        return button ? true : null;
      }),
    30_000,
  );
  await holds(room, 'the report', () => document.body.innerText.includes('Import of many.json complete'));
  await room.close();
}

async function openLibrary(): Promise<Page> {
  const page = await session.own('library.html');
  await page.waitForSelector('.virtual [data-focus]', { timeout: 30_000 });
  await holds(page, 'the numbers', () => document.querySelector('.tab-count') !== null);
  return page;
}

/** What stands on the page: the numbers of the views, the marked words, the facets with their counts. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').trim());
    const facets = [...document.querySelectorAll('.facet-value')].map((value) => [
      value.querySelector('.facet-name')?.textContent ?? '',
      value.querySelector('.facet-count')?.textContent ?? '',
    ]);
    return { counts: texts('.tab-count'), marks: texts('.virtual mark'), facets: Object.fromEntries(facets) };
  });

async function type(page: Page, words: string): Promise<void> {
  await page.focus('input[type=search]');
  for (const key of words) await page.keyboard.type(key);
}

describe('the library in Firefox', () => {
  it('searches as it is typed, counts the facets and filters by them', async () => {
    const page = await openLibrary();
    expect((await shown(page)).counts).toEqual(['8', '700', '5']);
    await type(page, 'TRAM líne');
    await holds(page, 'the marks', () => document.querySelectorAll('.virtual mark')[1]?.textContent === 'line');
    const found = await shown(page);
    expect(new Set(found.marks.map((word) => word.toLowerCase()))).toEqual(new Set(['tram', 'line']));
    await page.evaluate(() => {
      const named = [...document.querySelectorAll('.facet-value')].find(
        (value) => value.querySelector('.facet-name')?.textContent === 'The Courier',
      );
      named?.querySelector('input')?.click();
    });
    await holds(page, 'the filter', () => location.hash.includes('site='));
    await until('fewer quotes', async () => {
      const { counts } = await shown(page);
      return counts[1] === found.facets['The Courier'] ? true : null;
    });
    await page.close();
  });

  it('keeps a copy of its index and takes it over the next time', async () => {
    const first = await openLibrary();
    const head = await until(
      'the copy',
      () =>
        first.evaluate(
          () =>
            new Promise<string | null>((resolve) => {
              const opening = indexedDB.open('pressmark');
              opening.onsuccess = () => {
                const db = opening.result;
                const get = db.transaction('searchParts').objectStore('searchParts').get(['', 0]);
                get.onsuccess = () => {
                  db.close();
                  resolve(get.result?.value.edition ?? null);
                };
              };
            }),
        ),
      30_000,
    );
    expect(head).not.toBe('');
    await first.close();
    const page = await openLibrary();
    expect((await shown(page)).counts).toEqual(['8', '700', '5']);
    await type(page, 'faul');
    await holds(page, 'the marks', () => document.querySelector('.virtual mark')?.textContent === 'faul');
    expect(new Set((await shown(page)).marks)).toEqual(new Set(['faul']));
    await page.close();
  });
});
