import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { CLAIM_EN, QUOTE_EN, until, untilPainted } from './harness/journey';
import { axeFindings, rowsOf, saveQuote } from './harness/own';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SERVED = sampleSites().get(ENGLISH) ?? '';
const NOTICE =
  'Correction: an earlier version of this article gave the number of incidents as 17. There were 19 of them.';

let web: Web;
let session: Session;
let page: Page;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
  // The later quote first: the library shows them in the order of the text.
  await saveQuote(session, page, CLAIM_EN);
  await saveQuote(session, page, QUOTE_EN);
  await untilPainted(page, 2);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const openArticle = async (): Promise<Page> => {
  const own = await session.own('welcome.html');
  const [article] = await rowsOf<{ id: string }>(own, 'articles');
  await own.close();
  return session.own(`library.html#/article/${article?.id}`);
};

describe('an article in the library', () => {
  it('shows its quotes in the order of the text, and that nothing has changed', async () => {
    library = await openArticle();
    await library.getByText('as far as your visits show').waitFor();
    const quotes = await library.getByRole('article').allTextContents();
    const [claim, quote] = [CLAIM_EN, QUOTE_EN].map((words) => quotes.findIndex((text) => text.includes(words)));
    expect([claim, quote].sort()).toEqual([0, 1]);
    const text = SERVED.replace(/\s+/g, ' ');
    expect((claim ?? 0) < (quote ?? 0)).toBe(text.indexOf(CLAIM_EN) < text.indexOf(QUOTE_EN));
    await library.close();
  });

  it('shows word by word what the newsroom changed, and its notice', async () => {
    const changed = SERVED.replace('17 engine-room incidents', '19 engine-room incidents').replace(
      /<p class="correction">[\s\S]*?<\/p>/,
      `<p class="correction">${NOTICE}</p>`,
    );
    expect(changed).toContain(NOTICE);
    web.put(ENGLISH, changed);
    await page.bringToFront();
    await page.reload();
    await untilPainted(page, 2);
    const own = await session.own('welcome.html');
    await until('the second text', async () => ((await rowsOf(own, 'snapshots')).length === 2 ? true : null));
    await own.close();
    library = await openArticle();
    await library.getByText('1 paragraph changed').waitFor();
    const difference = library.getByRole('region', { name: 'What has changed in the article' });
    // The notice of before gave way to another; the standfirst, which still stands there, does not count as removed.
    const went = await difference.locator('del').allTextContents();
    expect(went.filter((text) => !text.includes('amended on 9 April'))).toEqual(['17']);
    const came = await difference.locator('ins').allTextContents();
    expect(came.filter((text) => !NOTICE.includes(text) || text === '19')).toEqual(['19']);
    await difference.getByText('A number was changed.').first().waitFor();
    await difference.getByText(NOTICE).first().waitFor();
    const versions = library.getByRole('region', { name: 'Versions kept' });
    expect(await versions.getByRole('listitem').count()).toBe(2);
    expect(await versions.getByText(/\d+ words/).count()).toBe(2);
  });

  it('unfolds what stayed as it was, and has no barrier in light or dark', async () => {
    const folded = library.locator('.folded-text');
    const before = await library.locator('.same-text').count();
    await folded.first().locator('summary').click();
    await until('the unfolded text', async () =>
      (await library.locator('.same-text').count()) > before ? true : null,
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await library.emulateMedia({ colorScheme });
      expect(await axeFindings(library), colorScheme).toEqual([]);
    }
  });

  it('keeps no other text when the page is opened again as it is', async () => {
    await page.bringToFront();
    await page.reload();
    await untilPainted(page, 2);
    await library.reload();
    await library.getByText('1 paragraph changed').waitFor();
    expect(await rowsOf(library, 'snapshots')).toHaveLength(2);
    await library.close();
  });
});
