import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, until } from './harness/journey';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example';
const ARTICLE = sampleSites().get(ENGLISH) ?? '';
const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>';
/** What a page may do to the objects that all scripts of its own world share. */
const FROZEN = `<script>
for (const one of [Document, Element, Node, HTMLElement, Array, Object, String]) {
  if (one === Document) one.prototype.querySelectorAll = () => { throw new Error('not for you'); };
  Object.freeze(one.prototype);
}
Object.freeze(globalThis.JSON);
</script>`;
const NO_ARTICLES: readonly (readonly [string, string, string])[] = [
  ['PDF', PDF, 'application/pdf'],
  [
    'SVG',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>Ferry</title><text y="20">5 March 2024</text></svg>',
    'image/svg+xml',
  ],
  [
    'frameset',
    '<!doctype html><title>Ferry</title><frameset cols="50%,50%"><frame src="about:blank"></frameset>',
    'text/html',
  ],
  ['plain text', 'Ferry firm was warned about engine fault. '.repeat(200), 'text/plain'],
];

let web: Web;
let session: Session;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

describe('documents that are no page, and pages that defend themselves', () => {
  it('reads an article whose page has frozen what it shares', async () => {
    const address = `${SITE}/news/2026/04/frozen`;
    web.put(address, ARTICLE.replaceAll(ENGLISH, address).replace('<head>', `<head>${FROZEN}`));
    const page = await session.visit(address);
    await until('the badge of an article', async () => ((await badgeOf(session, page)) === '•' ? true : null));
    const popup = await session.popup(page);
    await popup.getByRole('heading', { level: 1, name: /Ferry firm was warned/ }).waitFor();
    await popup.close();
    await page.close();
  });

  it('reads XHTML as well', async () => {
    const address = `${SITE}/news/2026/04/as-xhtml`;
    const text =
      `<p>${'The ferry firm was warned about its engines for years, says a memo that the crew kept. '.repeat(3)}</p>`.repeat(
        8,
      );
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Ferry firm was warned</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry firm was warned","datePublished":"2026-04-01"}</script></head><body><article><h1>Ferry firm was warned</h1>${text}</article></body></html>`;
    web.put(address, xhtml, { 'content-type': 'application/xhtml+xml' });
    const page = await session.visit(address);
    await until('the badge of an article', async () => ((await badgeOf(session, page)) === '•' ? true : null));
    await page.close();
  });

  it.each(NO_ARTICLES)(
    'has no badge for a document of type %s, and a popup that says something',
    async (name, body, type) => {
      const address = `${SITE}/files/${name.replace(' ', '-')}`;
      web.put(address, body, { 'content-type': type });
      const page = await session.context.newPage();
      await page.goto(address).catch(() => undefined);
      const popup = await session.popup(page);
      await popup.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await popup.getByText('Published').count()).toBe(0);
      expect(await badgeOf(session, page)).toBe('');
      await popup.close();
      await page.close();
    },
  );
});
