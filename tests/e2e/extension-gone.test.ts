import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { painted, select } from './harness/page';
import { button, click, ownFrames, shownText } from './harness/shadow';
import { ENGLISH, openWeb, type Web } from './harness/web';

const BUILT = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const OTHER = 'You learn to sleep with the window open.';

let web: Web;
let session: Session;
let folder: string;
let page: Page;
/** A second tab on the article, in which nothing is written. */
let quiet: Page;
const complaints: string[] = [];

/** Puts the built extension into the folder that the browser loads it from, as this version. */
function release(version: string): void {
  cpSync(BUILT, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-release-'));
  release('1.0.0');
  web = await openWeb();
  session = await launchChromium({ web, extensionDir: folder });
  page = await session.visit(ENGLISH);
  quiet = await session.visit(ENGLISH);
  for (const one of [page, quiet]) {
    one.on('console', (message) => {
      if (/context invalidated|uncaught/i.test(message.text())) complaints.push(message.text());
    });
    one.on('pageerror', (error) => complaints.push(`${error.message} ${error.stack}`));
  }
  await page.bringToFront();
  await select(page, QUOTE_EN);
  await click(page, button('Highlight'));
  await untilPainted(page, 1);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something in the browser's own page of extensions, which may switch ours off and on. */
async function inExtensions(act: 'reload' | 'disable'): Promise<void> {
  const manager = await session.context.newPage();
  await manager.goto('chrome://extensions/');
  await manager.evaluate(
    async ([what, id]) => {
      const api: {
        updateProfileConfiguration(change: object): Promise<void>;
        reload(id: string, options: object): Promise<void>;
      } = Reflect.get(chrome, 'developerPrivate');
      await api.updateProfileConfiguration({ inDeveloperMode: true });
      if (what === 'reload') await api.reload(id, { failQuietly: true });
      else await chrome.management.setEnabled(id, false);
    },
    [act, session.extensionId] as const,
  );
  await manager.close();
  await page.bringToFront();
}

/** What stands in our closed root itself, outside its frames: the last words of an extension that is gone. */
async function lastWords(on = page): Promise<{ text: string; buttons: { label: string; x: number; y: number }[] }> {
  const cdp = await on.context().newCDPSession(on);
  interface Node {
    nodeId: number;
    nodeName: string;
    nodeValue?: string;
    attributes?: string[];
    children?: Node[];
    shadowRoots?: Node[];
  }
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const all = (node: Node): Node[] => [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all)];
  const textOf = (node: Node): string =>
    all(node)
      .map(({ nodeValue = '' }) => nodeValue)
      .join('');
  const host = all(root).find(({ nodeName }) => nodeName === 'PRESSMARK-UI');
  const box = host && all(host).find(({ attributes = [] }) => attributes.includes('gone'));
  const buttons = [];
  for (const node of box ? all(box).filter(({ nodeName }) => nodeName === 'BUTTON') : []) {
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: node.nodeId });
    const [x = 0, y = 0] = model.border;
    buttons.push({ label: textOf(node), x: x + model.width / 2, y: y + model.height / 2 });
  }
  await cdp.detach();
  return { text: box ? textOf(box) : '', buttons };
}

describe('an extension that is updated or switched off under an open page', () => {
  it('is replaced by its new version in the open tab, which has what was being typed', async () => {
    await select(page, OTHER);
    await click(page, button('Note'));
    await untilFocused(page, 'field');
    await page.keyboard.type('half a thought');
    await until('the draft', async () => {
      const library = await session.own('library.html');
      const drafts = await library.evaluate(async () => {
        const opened = indexedDB.open('pressmark');
        await new Promise((resolve) => opened.addEventListener('success', resolve));
        const all = opened.result.transaction('drafts').objectStore('drafts').getAll();
        await new Promise((resolve) => all.addEventListener('success', resolve));
        return JSON.stringify(all.result);
      });
      await library.close();
      return drafts.includes('half a thought') ? true : null;
    });
    release('2.0.0');
    await inExtensions('reload');
    await until('the offer to go on', async () => ((await shownText(page)).includes('You were writing') ? true : null));
    await click(page, button('Continue'));
    await untilFocused(page, 'field');
    const typed = ownFrames(page).map((frame) =>
      frame.evaluate(() => document.querySelector('textarea')?.value ?? '').catch(() => ''),
    );
    expect((await Promise.all(typed)).join('')).toBe('half a thought');
    await click(page, button('Save quote'));
    await untilPainted(page, 2);
    expect(await page.locator('pressmark-ui').count()).toBe(1);
    expect((await lastWords()).text).toBe('');
    expect(Object.values(await painted(page)).flat()).toEqual(expect.arrayContaining([QUOTE_EN, OTHER]));
  });

  it('says so once it is switched off, and offers what was typed for copying', async () => {
    await select(page, 'Nobody was seriously hurt.');
    await click(page, button('Note'));
    await untilFocused(page, 'field');
    await page.keyboard.type('not to be lost');
    await inExtensions('disable');
    const { text, buttons } = await until('the last words', async () => {
      const said = await lastWords();
      return said.text === '' ? null : said;
    });
    expect(text).toContain('switched off while you were writing');
    // What was typed is the page's to read here: it is offered, not shown.
    expect(text).not.toContain('not to be lost');
    const copy = buttons.find(({ label }) => label === 'Copy what I typed');
    await page.mouse.click(copy?.x ?? 0, copy?.y ?? 0);
    await until('the copy', async () => ((await lastWords()).text.includes('Copied') ? true : null));
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.id = 'paste-here';
      field.focus();
    });
    await page.keyboard.press('Control+V');
    await until('the pasted words', async () =>
      (await page.locator('#paste-here').inputValue()) === 'not to be lost' ? true : null,
    );
  });

  it('says so at the next try on a page where nothing was being written, and throws nothing anywhere', async () => {
    expect((await lastWords(quiet)).text).toBe('');
    await quiet.bringToFront();
    await select(quiet, OTHER);
    const { text, buttons } = await until('the last words', async () => {
      const said = await lastWords(quiet);
      return said.text === '' ? null : said;
    });
    expect(text).toContain('Pressmark was updated or switched off. Reload this page');
    expect(buttons.map(({ label }) => label)).toEqual(['Close']);
    await quiet.mouse.click(buttons[0]?.x ?? 0, buttons[0]?.y ?? 0);
    await until('the sentence to go', async () => ((await lastWords(quiet)).text === '' ? true : null));
    expect(complaints).toEqual([]);
  });
});
