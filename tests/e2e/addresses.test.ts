import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example/news/2026/04';
const ARTICLE = sampleSites().get(ENGLISH) ?? '';
const QUOTE = 'The inquiry is expected to publish its first findings in June.';

let web: Web;
let session: Session;
let own: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  own = await session.own('welcome.html');
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const filed = async (): Promise<string[]> =>
  (await rowsOf<{ readonly url: string }>(own, 'articles')).map(({ url }) => url);

describe('an address longer than is kept', () => {
  it('that a page claims is not believed, and keeps nobody from saving', async () => {
    const address = `${SITE}/ferry-claims`;
    web.put(address, ARTICLE.replaceAll(ENGLISH, `${address}/${'x'.repeat(20_000)}`));
    const page = await session.visit(address);
    await saveQuote(session, page, QUOTE);
    await untilPainted(page, 1);
    expect(await filed()).toContain(address);
    await page.reload();
    await untilPainted(page, 1);
    await page.close();
  });

  it('of a page that claims a short one is filed under that', async () => {
    const address = `${SITE}/ferry-short`;
    web.put(address, ARTICLE.replaceAll(ENGLISH, address));
    const page = await session.visit(`${address}?id=${'9'.repeat(8_200)}`);
    await saveQuote(session, page, QUOTE);
    await untilPainted(page, 1);
    expect(await filed()).toContain(address);
    await page.reload();
    await untilPainted(page, 1);
    await page.close();
  });

  it('of a page that claims no other is refused in a sentence that says what to do', async () => {
    const address = `${SITE}/ferry-long`;
    const long = `${address}?id=${'9'.repeat(8_200)}`;
    web.put(address, ARTICLE.replaceAll(ENGLISH, long));
    const before = await filed();
    const page = await session.visit(long);
    const popup = await session.popup(page);
    await popup.getByText('The address of this page is too long to be kept.').waitFor();
    await popup.close();
    await expect(saveQuote(session, page, QUOTE)).rejects.toThrow('not saved: address-too-long');
    expect(await filed()).toEqual(before);
    await page.close();
  });
});

describe('the manifest', () => {
  it('lets no other extension and no page connect, and has nothing that the browser warns of', async () => {
    const manifest = await own.evaluate(() => chrome.runtime.getManifest());
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    const extensions = await session.context.newPage();
    await extensions.goto('chrome://extensions');
    const found = await extensions.evaluate(async (id) => {
      const api: { getExtensionInfo(id: string): Promise<{ manifestErrors: unknown[]; installWarnings?: string[] }> } =
        Reflect.get(Reflect.get(globalThis, 'chrome'), 'developerPrivate');
      const { manifestErrors, installWarnings = [] } = await api.getExtensionInfo(id);
      return [...manifestErrors.map((error) => JSON.stringify(error)), ...installWarnings];
    }, session.extensionId);
    expect(found).toEqual([]);
    await extensions.close();
  });
});
