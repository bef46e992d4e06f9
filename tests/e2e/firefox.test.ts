import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, type Web } from './harness/web';

const QUOTE = 'The inquiry is expected to publish its first findings in June.';

describe('the main job in Firefox', () => {
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

  it('saves a quote from the popup, paints it, and finds it again after a reload', async () => {
    const page = await session.visit(ENGLISH);
    await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent?.includes(words)) getSelection()?.selectAllChildren(node.parentElement ?? document.body);
      }
    }, QUOTE);
    const count = () =>
      page.evaluate(() =>
        ['yellow', 'green', 'blue', 'pink', 'orange'].reduce(
          (sum, colour) => sum + (CSS.highlights.get(`pressmark-${colour}`)?.size ?? 0),
          0,
        ),
      );
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 30_000 });
    await save?.click();
    await until('the highlight', async () => ((await count()) === 1 ? true : null), 20_000);
    await page.bringToFront();
    await page.reload();
    expect(await until('the highlight again', async () => ((await count()) === 1 ? 1 : null), 20_000)).toBe(1);
  });

  it('writes everything into a file, and reads it back', async () => {
    const room = await session.own('library.html#/export');
    await room.waitForSelector('pre.leave-file', { timeout: 30_000 });
    /** Clicks a button by its words, once it is there. */
    const press = (words: string): Promise<boolean> =>
      until(words, () =>
        room.evaluate((name) => {
          const found = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === name);
          found?.click();
          return found ? true : null;
        }, words),
      );
    await room.evaluate(() => {
      const offer = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file) => {
        Reflect.set(globalThis, 'offered', file);
        return offer(file);
      };
    });
    await press('Save the file');
    const text = await until(
      'the file',
      () =>
        room.evaluate(async () => {
          const file: unknown = Reflect.get(globalThis, 'offered');
          return file instanceof Blob ? file.text() : null;
        }),
      20_000,
    );
    expect(JSON.parse(text).annotations).toMatchObject([{ quote: { exact: QUOTE } }]);
    // Where the browser has such a storage the file lies there, not in memory.
    expect(
      await room.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names.length;
      }),
    ).toBe(1);
    const back: { annotations: object[] } = JSON.parse(text);
    for (const row of back.annotations)
      Object.assign(row, { note: 'came back', updatedAt: '2099-01-01T00:00:00.000Z' });
    await room.evaluate((json) => {
      location.hash = '#/import';
      Reflect.set(globalThis, 'json', json);
    }, JSON.stringify(back));
    await until('the import room', () =>
      room.evaluate(() => (document.querySelector('input[type=file]') ? true : null)),
    );
    await room.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([String(Reflect.get(globalThis, 'json'))], 'back.json', { type: 'application/json' }));
      if (!input) return;
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press('Import 1 row');
    await until('the report', async () =>
      (await room.evaluate(() => document.body.innerText)).includes('Import of back.json complete') ? true : null,
    );
    await room.close();
  });
});

describe('Firefox, where access to pages was withheld', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchFirefox(web, { granted: false });
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('says in the popup why it needs access, and offers to ask for it', async () => {
    await session.visit(ENGLISH);
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    await popup.waitForSelector('button.primary', { timeout: 30_000 });
    const words = await popup.evaluate(() => document.body.innerText);
    expect(words).toMatch(/access|permission|allow/i);
    expect(words).not.toMatch(/not recognised/i);
  });
});
