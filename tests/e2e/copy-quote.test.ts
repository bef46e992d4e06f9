import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN } from './harness/journey';
import { saveQuote } from './harness/own';
import { ENGLISH, openWeb, type Web } from './harness/web';

let web: Web;
let session: Session;
let article: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  article = await session.visit(ENGLISH);
  await saveQuote(session, article, QUOTE_EN, { note: 'Compare with the memo.' });
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** What a click hands to the clipboard, by media type; the clipboard itself belongs to the whole machine. */
async function copied(page: Page, button: string): Promise<Record<string, string>> {
  await page.evaluate(() => {
    Reflect.deleteProperty(globalThis, 'handedOver');
    navigator.clipboard.write = async ([item]) => {
      const types = item?.types ?? [];
      const texts = await Promise.all(types.map(async (type) => (await item?.getType(type))?.text() ?? ''));
      Reflect.set(globalThis, 'handedOver', Object.fromEntries(types.map((type, i) => [type, texts[i]])));
    };
  });
  await page.getByRole('button', { name: button }).first().click();
  await page.getByText('Copied with its source.').first().waitFor();
  await page.waitForFunction(() => 'handedOver' in globalThis);
  return page.evaluate(() => Reflect.get(globalThis, 'handedOver'));
}

const ROOMS: readonly (readonly [name: string, open: () => Promise<Page>])[] = [
  ['the popup', () => session.popup(article)],
  ['the panel', async () => session.own(`sidepanel.html?tab=${await session.tabId(article)}`)],
  [
    'the library',
    async () => {
      const library = await session.own('library.html');
      await library.getByRole('link', { name: QUOTE_EN }).click();
      return library;
    },
  ],
];

describe('a quote with its source', () => {
  it.each(ROOMS)('is copied as text, rich text and Markdown from %s', async (_name, open) => {
    const page = await open();
    await page.getByText(QUOTE_EN).first().waitFor();
    const both = await copied(page, 'Copy with source');
    expect(Object.keys(both).sort()).toEqual(['text/html', 'text/plain']);
    expect(both['text/plain']).toMatch(new RegExp(`^“${QUOTE_EN}”\n— .*Ferry.*\nhttp.*#:~:text=`));
    expect(both['text/html']).toMatch(/^<blockquote cite="http[^"]+"><p>The safety of .*<a href="http[^"]+#:~:text=/);
    const markdown = await copied(page, 'Copy as Markdown');
    expect(Object.keys(markdown)).toEqual(['text/plain']);
    expect(markdown['text/plain']).toMatch(/^> The safety of .*\n>\n> — \[.*\]\(http.*#:~:text=/);
    await page.close();
  });
});
