import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { COPIED, MALLORYS, PRETENDERS, putPretender } from './harness/hostile';
import { until } from './harness/journey';
import { openWeb, type Web } from './harness/web';

let web: Web;
let session: FirefoxSession;

beforeAll(async () => {
  web = await openWeb();
  session = await launchFirefox(web);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Everything that is stored, as text: articles, quotes and versions. */
async function stored(): Promise<Record<string, { id: string; text: string }[]>> {
  const own = await session.own('welcome.html');
  const rows = await own.evaluate(
    () =>
      new Promise<Record<string, { id: string; text: string }[]>>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const names = ['articles', 'annotations', 'snapshots'];
          const reading = db.transaction(names);
          const asked = names.map((name) => [name, reading.objectStore(name).getAll()] as const);
          reading.oncomplete = () => {
            db.close();
            const told = asked.map(([name, { result }]) => [
              name,
              result.map((row: { id: string }) => ({ id: row.id, text: JSON.stringify(row) })),
            ]);
            resolve(Object.fromEntries(told));
          };
        };
      }),
  );
  await own.close();
  return rows;
}

const selectWords = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);

const painted = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.get('pressmark-yellow')?.size ?? 0);

async function save(page: Page, address: string, words: string): Promise<string> {
  await selectWords(page, words);
  const popup = await session.own(`popup.html?tab=${await session.tabId(address)}`);
  const button = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 30_000 });
  const shown = await popup.evaluate(() => document.body.innerText);
  await button?.click();
  await until('the highlight', async () => ((await painted(page)) === 1 ? true : null));
  await popup.close();
  return shown;
}

it.each(PRETENDERS)('a page at %s that claims to be %s reads and changes nothing of it', async (mallory, paper) => {
  putPretender(web, mallory, paper);
  const article = await session.visit(paper);
  await save(article, paper, COPIED);
  await article.close();
  const before = await stored();

  const page = await session.visit(mallory);
  const shown = await save(page, mallory, MALLORYS);
  expect(shown).not.toContain(COPIED);
  const learned = () => page.evaluate(() => Reflect.get(globalThis, 'learned') as string[]);
  await until('what it reads', async () => ((await learned()).length > 0 ? true : null));
  expect(await learned()).toEqual([MALLORYS]);
  const after = await stored();
  for (const [table, rows] of Object.entries(before)) {
    expect(after[table]).toEqual(expect.arrayContaining(rows));
    expect(after[table]).toHaveLength(rows.length + 1);
  }
  await page.close();
});
