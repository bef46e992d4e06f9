import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { painted, select } from './harness/page';
import { button, click, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, type Web } from './harness/web';

interface Row {
  quote: { exact: string };
  deletedAt: string | null;
}

let web: Web;
let session: Session;
let page: Page;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
  library = await session.own('library.html');
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Ends the service worker as the browser does when it wants the memory back. */
async function killWorker(): Promise<void> {
  const cdp = await session.context.newCDPSession(library);
  const stopped = new Promise<void>((resolve) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await cdp.detach();
}

describe('a background that ends at any moment', () => {
  it('has the quote in the store when it is killed right after the save, and answers the next one', async () => {
    await saveQuote(session, page, QUOTE_EN);
    await killWorker();
    expect((await rowsOf<Row>(library, 'annotations')).map(({ quote }) => quote.exact)).toEqual([QUOTE_EN]);
    await page.bringToFront();
    await select(page, 'Nobody was seriously hurt.');
    await click(page, button('Highlight'));
    await untilPainted(page, 2);
  });

  it('keeps what was typed', async () => {
    const id = await session.tabId(page);
    await select(page, 'A memo is a piece of paper');
    const popup = await session.popup(page);
    await popup.getByLabel('Note', { exact: true }).fill('ask her again in June');
    await popup.close();
    await until('the draft', async () => ((await rowsOf(library, 'drafts')).length === 1 ? true : null));
    await killWorker();
    const again = await session.own(`popup.html?tab=${id}`);
    await expect.poll(() => again.getByLabel('Note', { exact: true }).inputValue()).toBe('ask her again in June');
    await again.getByRole('button', { name: 'Discard' }).click();
    await again.close();
  });
});

describe('a page that is curious or hostile', () => {
  beforeAll(async () => {
    await page.bringToFront();
    await select(page, 'You learn to sleep with the window open.');
    await waitFor(page, button('Highlight'));
  });

  it('finds one element of ours, and nothing inside it', async () => {
    const seen = await page.evaluate(() => {
      const host = document.querySelector('pressmark-ui');
      return {
        root: host?.shadowRoot ?? null,
        children: host?.childNodes.length,
        text: host?.textContent,
        leaked: Object.keys(globalThis).filter((name) => /pressmark|wxt/i.test(name)),
        attributes: host?.getAttributeNames(),
      };
    });
    expect(seen).toEqual({ root: null, children: 0, text: '', leaked: [], attributes: ['popover'] });
  });

  it('cannot speak to the extension or load what belongs to it', async () => {
    const id = session.extensionId;
    const answer = await page.evaluate(async (extension) => {
      const api: { runtime?: { sendMessage?: unknown } } | undefined = Reflect.get(globalThis, 'chrome');
      const load = (path: string) =>
        fetch(`chrome-extension://${extension}/${path}`).then(
          () => 'loaded',
          () => 'refused',
        );
      return {
        speaks: typeof api?.runtime?.sendMessage,
        files: await Promise.all(['icon/16.png', 'library.html', 'annotator.js', 'annotator-frame.html'].map(load)),
      };
    }, id);
    expect(answer).toEqual({ speaks: 'undefined', files: ['refused', 'refused', 'refused', 'refused'] });
  });

  it('neither hears the scripts start nor switches them off', async () => {
    const names = ['annotator', 'suggester', 'detector'].map(
      (name) => `${session.extensionId}:${name}:wxt:content-script-started`,
    );
    const other = await session.context.newPage();
    await other.addInitScript((events) => {
      const heard: string[] = [];
      Reflect.set(globalThis, 'heard', heard);
      for (const target of [document, globalThis]) {
        for (const name of [...events, 'wxt:locationchange', 'message']) {
          target.addEventListener(name, () => heard.push(name), true);
        }
      }
    }, names);
    await other.setViewportSize({ width: 1180, height: 860 });
    await other.goto(ENGLISH);
    await untilPainted(other, 2);
    expect(await other.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual([]);
    await other.evaluate((events) => {
      for (const name of events) {
        document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: name, messageId: 'x' } }));
        postMessage({ type: name, contentScriptName: name.split(':')[1], messageId: 'x' }, '*');
      }
    }, names);
    await select(other, 'A memo is a piece of paper');
    await click(other, button('Highlight'));
    await untilPainted(other, 3);
    await other.close();
    await page.bringToFront();
    await select(page, 'You learn to sleep with the window open.');
    await waitFor(page, button('Highlight'));
  });

  it('cannot press our buttons with events of its own making', async () => {
    const before = await rowsOf<Row>(library, 'annotations');
    const box = await waitFor(page, button('Highlight'));
    await page.evaluate(
      ({ x, y }) => {
        const host = document.querySelector('pressmark-ui');
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
          host?.dispatchEvent(new MouseEvent(type, init));
          document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent(type, init));
        }
        for (const key of ['Enter', ' ', 'Tab', 'Delete']) {
          host?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        }
        postMessage({ type: 'annotation.delete', payload: {} }, '*');
      },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    );
    await page.mouse.click(5, 400);
    await until('the toolbar to go', async () => ((await shownText(page)).includes('Highlight') ? null : true));
    expect(await rowsOf<Row>(library, 'annotations')).toEqual(before);
  });

  it('cannot open a card by pretending that the reader pointed at a highlight', async () => {
    await page.evaluate(() => {
      for (const name of ['pressmark-yellow', 'pressmark-blue']) {
        for (const range of CSS.highlights.get(name) ?? []) {
          const element = range.startContainer.parentElement;
          const box = element?.getBoundingClientRect();
          const init = { bubbles: true, clientX: (box?.x ?? 0) + 10, clientY: (box?.y ?? 0) + 10 };
          element?.dispatchEvent(new PointerEvent('pointermove', init));
          element?.dispatchEvent(new MouseEvent('click', init));
        }
      }
    });
    // What a real pointer does afterwards comes last in the queue: by then a forged card would be open.
    await page.mouse.move(5, 300);
    await page.mouse.move(6, 301);
    expect(await shownText(page)).not.toContain('No note yet');
  });

  it('gets its highlights back when the page throws our element out', async () => {
    await page.evaluate(() => document.querySelector('pressmark-ui')?.remove());
    await select(page, 'You learn to sleep with the window open.');
    await waitFor(page, button('Highlight'));
    expect(Object.values(await painted(page)).flat()).toContain(QUOTE_EN);
  });
});
