import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, CLAIM_EN, QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { press, saveQuote } from './harness/own';
import { painted, select } from './harness/page';
import { button, click, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SERVED = sampleSites().get(ENGLISH) ?? '';
const OTHER = 'http://harbour-courier.example/news/2026/04/rowers-county-cup';
const OTHER_QUOTE = 'Nobody on the bank could remember a closer finish.';

let web: Web;
let session: Session;
let page: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
  await saveQuote(session, page, QUOTE_EN, { note: 'her words' });
  await saveQuote(session, page, CLAIM_EN, { note: 'the figure', colour: 'blue' });
  await untilPainted(page, 2);
});
afterEach(() => web.put(ENGLISH, SERVED));
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** The page as it is served now. */
const again = async (): Promise<void> => {
  await page.bringToFront();
  await page.goto(ENGLISH);
};

const shows = (words: RegExp): Promise<string> =>
  until(`${words} on the page`, async () => {
    const text = await shownText(page);
    return words.test(text) ? text : null;
  });

describe('a page that goes on living', () => {
  it('follows the reader to another article without a load, and back', async () => {
    const other = SERVED.replaceAll(ENGLISH, OTHER)
      .replaceAll(
        /Ferry firm was warned about engine fault months before fire, memo shows/g,
        'Rowers take the county cup',
      )
      .replace(
        /<div itemprop="articleBody">[\s\S]*?<\/div>\s*<p class="correction">/,
        `<div itemprop="articleBody"><p>${`${OTHER_QUOTE} The crew had trained since October, in fog and before dawn. `.repeat(6)}</p></div><p class="correction">`,
      );
    const go = (html: string, address: string, how: 'pushState' | 'replaceState') =>
      page.evaluate(
        ([text, url, method]) => {
          history[method](null, '', url);
          const next = new DOMParser().parseFromString(text, 'text/html');
          document.head.replaceWith(next.head);
          document.body.replaceWith(next.body);
        },
        [html, address, how] as const,
      );
    await go(other, OTHER, 'pushState');
    await untilPainted(page, 0);
    await until('the badge of an article', async () => ((await badgeOf(session, page)) === '•' ? true : null));
    const popup = await session.popup(page);
    await popup.getByRole('heading', { name: 'Rowers take the county cup' }).waitFor();
    expect(await popup.getByText(QUOTE_EN).count()).toBe(0);
    await popup.close();
    await saveQuote(session, page, OTHER_QUOTE);
    await untilPainted(page, 1);
    await until('the badge of one quote', async () => ((await badgeOf(session, page)) === '1' ? true : null));
    await go(SERVED, ENGLISH, 'pushState');
    await untilPainted(page, 2);
    await until('the badge of two quotes', async () => ((await badgeOf(session, page)) === '2' ? true : null));
  });

  it('finds the quotes when the text comes two seconds late', async () => {
    const [, body = ''] = /<div itemprop="articleBody">([\s\S]*?)<\/div>\s*<p class="correction">/.exec(SERVED) ?? [];
    const late = `<script>setTimeout(() => { document.querySelector('[itemprop=articleBody]').innerHTML = ${JSON.stringify(body).replaceAll('</', '<\\/')}; }, 2000)</script>`;
    web.put(ENGLISH, SERVED.replace(body, '').replace('</body>', `${late}</body>`));
    await again();
    expect(await painted(page)).toEqual({});
    await untilPainted(page, 2);
  });

  it('finds a quote again in a paragraph that the page wrote anew', async () => {
    await again();
    await untilPainted(page, 2);
    await page.evaluate((words) => {
      for (const paragraph of document.querySelectorAll('p')) {
        if (paragraph.textContent?.includes(words)) paragraph.textContent = `${paragraph.textContent}`;
      }
    }, CLAIM_EN);
    await until('the words in blue', async () =>
      (await painted(page))['pressmark-blue']?.[0] === CLAIM_EN ? true : null,
    );
  });

  it('paints again what the page cleared away', async () => {
    await again();
    await untilPainted(page, 2);
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('h1')?.append(' (updated)');
    });
    await untilPainted(page, 2);
  });
});

describe('a quote that the newsroom edited', () => {
  it('is shown as edited on the page, in the popup and in its card, until the reader takes the new words', async () => {
    const edited = CLAIM_EN.replace('17 engine-room incidents', '19 engine-room incidents');
    web.put(ENGLISH, SERVED.replace('17 engine-room incidents', '19 engine-room incidents'));
    await again();
    const names = await untilPainted(page, 2);
    expect(Object.values(names).flat()).toContain(edited);
    const popup = await session.popup(page);
    await popup.getByText('Edited in the article').waitFor();
    await popup.getByText('It now says').waitFor();
    await popup.getByText(edited).waitFor();
    await popup.getByRole('button', { name: 'Show on the page' }).last().click();
    await popup.close();
    await page.bringToFront();
    const card = await shows(/Edited in the article/);
    expect(card).toContain(edited);
    expect(card).toContain('the figure');
    await click(page, button('Take the new'));
    await until('the quote as it stands', async () => ((await shownText(page)).includes('Edited') ? null : true));
    const after = await session.popup(page);
    await after.getByRole('article', { name: edited }).waitFor();
    expect(await after.getByText('Edited in the article').count()).toBe(0);
    await after.close();
    web.put(ENGLISH, SERVED);
    await again();
    await until('the old words as an edit', async () => ((await painted(page))['pressmark-blue-edited'] ? true : null));
    await press(session, page, 'next-highlight');
    await press(session, page, 'next-highlight');
    await shows(/Edited in the article/);
    await click(page, button('Take the new'));
    await until('the quote as it was', async () => ((await shownText(page)).includes('Edited') ? null : true));
  });
});

describe('keys and jumps', () => {
  it('walks from highlight to highlight and back, each with its card', async () => {
    await again();
    await untilPainted(page, 2);
    await press(session, page, 'next-highlight');
    await shows(/her words/);
    await press(session, page, 'next-highlight');
    await shows(/the figure/);
    await press(session, page, 'previous-highlight');
    await shows(/her words/);
    await untilFocused(page);
    await page.keyboard.press('Escape');
    await until('the card to close', async () => ((await shownText(page)).includes('her words') ? null : true));
  });

  it('highlights the selection by key, and opens the claim’s form by key', async () => {
    const words = 'A memo is a piece of paper';
    await select(page, words);
    await press(session, page, 'highlight-selection');
    const names = await untilPainted(page, 3);
    expect(Object.values(names).flat()).toContain(words);
    await select(page, 'Nobody was seriously hurt.');
    await press(session, page, 'claim-selection');
    await shows(/Claimant/);
    await untilFocused(page, 'field');
    await page.keyboard.type('The Courier');
    await untilFocused(page);
    await page.keyboard.press('Escape');
    await until('the form to close', async () => ((await shownText(page)).includes('Claimant') ? null : true));
    await untilPainted(page, 3);
  });

  it('jumps from the popup to the quote and opens its card', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const popup = await session.popup(page);
    await popup.getByRole('article', { name: CLAIM_EN }).getByRole('button', { name: 'Show on the page' }).click();
    await page.bringToFront();
    await shows(/the figure/);
    await popup.close();
  });

  it('copies a quote with its source', async () => {
    await waitFor(page, button('Copy with source'));
    await click(page, button('Copy with source'));
    await shows(/Copied with its source/);
    const library = await session.own('library.html');
    const search = library.getByRole('searchbox');
    await search.focus();
    await library.keyboard.press('ControlOrMeta+v');
    const pasted = await search.inputValue();
    expect(pasted).toContain(CLAIM_EN);
    expect(pasted).toContain('The Harbour Courier');
    expect(pasted).toContain(ENGLISH);
    await library.close();
  });

  it('opens the card of a highlight that is clicked', async () => {
    await again();
    await untilPainted(page, 3);
    const place = await page.evaluate(() => {
      const [range] = CSS.highlights.get('pressmark-blue') ?? [];
      const live = document.createRange();
      if (!range) throw new Error('nothing is painted blue');
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const box = live.getClientRects()[0] ?? live.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    await shows(/the figure/);
  });
});
