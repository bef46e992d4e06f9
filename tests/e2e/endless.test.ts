import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, until, untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { openWeb, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example';
const FERRY = `${SITE}/news/2026/04/ferry-firm-was-warned`;
const ROWERS = `${SITE}/sport/2026/04/rowers-take-the-county-cup`;
const STILL_FERRY = `${SITE}/still/news/2026/04/ferry-firm-was-warned`;
const STILL_ROWERS = `${SITE}/still/sport/2026/04/rowers-take-the-county-cup`;
const FERRY_QUOTE = 'Nobody had asked the engineers before the ferry sailed.';
const ROWERS_QUOTE = 'Nobody on the bank could remember a closer finish.';

const story = (headline: string, author: string, day: string, quote: string, about: string): string =>
  `<article class="story"><h1>${headline}</h1><p class="byline">By ${author}</p><time datetime="${day}">${day}</time><p>${quote}</p>${`<p>The ${about} was talked about in every kitchen of the town for weeks, and in the council for rather longer than that.</p>`.repeat(12)}</article>`;

const NEXT = story('Rowers take the county cup', 'Tom Reed', '2026-04-02', ROWERS_QUOTE, 'county cup');

/** A page at an address that appends the next story when it is scrolled to the end; `follow` runs then too. */
const endless = (
  at: string,
  next: string,
  follow = '',
): string => `<!doctype html><html lang="en"><head><title>Ferry firm was warned</title>
<meta property="og:title" content="Ferry firm was warned"><meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Courier">
<link rel="canonical" href="${at}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry firm was warned","datePublished":"2026-04-01","author":{"@type":"Person","name":"Ada Marsh"},"mainEntityOfPage":"${at}"}</script>
<style>article { min-height: 1500px; font-size: 20px; }</style></head>
<body><main>${story('Ferry firm was warned', 'Ada Marsh', '2026-04-01', FERRY_QUOTE, 'ferry')}</main>
<template>${next}</template>
<script>
const main = document.querySelector('main');
addEventListener('scroll', () => {
  if (main.children.length === 1 && scrollY > 200) main.append(document.querySelector('template').content.cloneNode(true));
  ${follow}
});
</script></body></html>`;

/** It calls itself after the story that is read. */
const PAGE = endless(
  FERRY,
  NEXT,
  `const second = main.children[1];
  const address = second && second.getBoundingClientRect().top < innerHeight / 2 ? '${ROWERS}' : '${FERRY}';
  if (location.href !== address) history.replaceState(null, '', address);`,
);

let web: Web;
let session: Session;
let page: Page;

beforeAll(async () => {
  web = await openWeb();
  web.put(FERRY, PAGE);
  session = await launchChromium({ web });
  page = await session.visit(FERRY);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const scrollTo = async (place: number): Promise<void> => {
  await page.bringToFront();
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), place);
};
const badge = (text: string) =>
  until(`the badge ${text}`, async () => ((await badgeOf(session, page)) === text ? true : null));

/** What the popup says of the page. */
async function popupShows(headline: string, author: string): Promise<void> {
  const popup = await session.popup(page);
  await popup.getByRole('heading', { name: headline }).waitFor();
  await popup.getByText(author).first().waitFor();
  await popup.close();
}

/** Saves a quote of the first story and goes on to the next. */
async function saveAndReadOn(): Promise<void> {
  await saveQuote(session, page, FERRY_QUOTE);
  await untilPainted(page, 1);
  await badge('1');
  await scrollTo(400);
  await page.locator('article').nth(1).waitFor();
  await scrollTo(1_700);
}

describe('a page without an end', () => {
  it('is the story that its reader reads: popup, badge, quotes and what is saved of it', async () => {
    await badge('•');
    await popupShows('Ferry firm was warned', 'Ada Marsh');
    await saveAndReadOn();
    await until('the next address', async () => (page.url() === ROWERS ? true : null));
    await badge('•');
    await untilPainted(page, 0);
    await popupShows('Rowers take the county cup', 'Tom Reed');
    await saveQuote(session, page, ROWERS_QUOTE);
    await untilPainted(page, 1);
    await badge('1');

    await scrollTo(0);
    await until('the first address', async () => (page.url() === FERRY ? true : null));
    await until('its own quote', async () => {
      const shown = Object.values(await untilPainted(page, 1)).flat();
      return shown.includes(FERRY_QUOTE) ? true : null;
    });
    await popupShows('Ferry firm was warned', 'Ada Marsh');
  });

  it('has stored each story as an article of its own, with its own text', async () => {
    const library = await session.own('library.html');
    const articles = await rowsOf<{
      id: string;
      title: string;
      authors: string[];
      urls: string[];
      publishedAt: string;
    }>(library, 'articles');
    expect(articles.map(({ title, authors, urls, publishedAt }) => ({ title, authors, urls, publishedAt }))).toEqual(
      expect.arrayContaining([
        { title: 'Ferry firm was warned', authors: ['Ada Marsh'], urls: [FERRY], publishedAt: '2026-04-01' },
        { title: 'Rowers take the county cup', authors: ['Tom Reed'], urls: [ROWERS], publishedAt: '2026-04-02' },
      ]),
    );
    expect(articles).toHaveLength(2);
    const annotations = await rowsOf<{ articleId: string; quote: { exact: string } }>(library, 'annotations');
    const titleOf = (id: string) => articles.find((article) => article.id === id)?.title;
    expect(annotations.map(({ articleId, quote }) => [quote.exact, titleOf(articleId)]).sort()).toEqual(
      [
        [FERRY_QUOTE, 'Ferry firm was warned'],
        [ROWERS_QUOTE, 'Rowers take the county cup'],
      ].sort(),
    );
    await library.close();
  });
});

/** It keeps its address: the second story alone says where it lives. */
const STILL = endless(STILL_FERRY, NEXT.replace('class="story"', `class="story" data-url="${STILL_ROWERS}"`));

describe('a page without an end that keeps its address', () => {
  it('is the story in view all the same, and shows what is saved on both', async () => {
    web.put(STILL_FERRY, STILL);
    page = await session.visit(STILL_FERRY);
    await badge('•');
    await saveAndReadOn();
    await badge('•');
    expect(page.url()).toBe(STILL_FERRY);
    await popupShows('Rowers take the county cup', 'Tom Reed');
    await saveQuote(session, page, ROWERS_QUOTE);
    const both = async () =>
      Object.values(await untilPainted(page, 2))
        .flat()
        .sort();
    expect(await both()).toEqual([FERRY_QUOTE, ROWERS_QUOTE].sort());
    await badge('1');

    const panel = await session.own(`sidepanel.html?tab=${await session.tabId(page)}`);
    const panelShows = (author: string) =>
      until(`${author} in the panel`, async () => {
        await panel.getByRole('tab', { name: 'Article' }).click();
        return (await panel.getByText(author).count()) > 0 ? true : null;
      });
    await panelShows('Tom Reed');
    await scrollTo(0);
    await panelShows('Ada Marsh');
    await panel.close();
    await popupShows('Ferry firm was warned', 'Ada Marsh');
    expect(await both()).toHaveLength(2);
  });

  it('has filed each story where it says it is, so that it is found there', async () => {
    web.put(
      STILL_ROWERS,
      `<!doctype html><html lang="en"><head><title>Rowers take the county cup</title><meta property="og:type" content="article"></head><body><main>${NEXT}</main></body></html>`,
    );
    const alone = await session.visit(STILL_ROWERS);
    await until('its quote', async () => {
      const shown = Object.values(await untilPainted(alone, 1)).flat();
      return shown.includes(ROWERS_QUOTE) ? true : null;
    });
    const library = await session.own('library.html');
    const articles = await rowsOf<{ title: string; urls: string[] }>(library, 'articles');
    const still = articles.filter(({ urls }) => urls.some((url) => url.includes('/still/')));
    expect(still.map(({ title, urls }) => [title, urls]).sort()).toEqual([
      ['Ferry firm was warned', [STILL_FERRY]],
      ['Rowers take the county cup', [STILL_ROWERS]],
    ]);
    await library.close();
  });
});
