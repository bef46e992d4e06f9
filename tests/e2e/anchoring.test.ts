import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/model/annotation';
import { launchChromium, type Session } from './harness/chromium';
import { CLAIM_EN, QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { press, rowsOf, saveQuote } from './harness/own';
import { clickHighlight, painted, select } from './harness/page';
import { button, click, shownText, waitFor, words } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SERVED = sampleSites().get(ENGLISH) ?? '';
const EDITED = SERVED.replace('has never been negotiable', 'has rarely been negotiable').replaceAll(
  '2026-04-09T11:42:00+01:00',
  '2099-04-09T11:42:00+01:00',
);
const NEW_QUOTE = QUOTE_EN.replace('never', 'rarely');
const WIDE = 'passenger ferries in the region had recorded 17 engine-room incidents';
const WITHIN = '17 engine-room incidents since 2021, more than';

let web: Web;
let session: Session;
let page: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
});
afterEach(() => web.put(ENGLISH, SERVED));
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const shows = (words: RegExp): Promise<string> =>
  until(`${words} on the page`, async () => {
    const text = await shownText(page);
    return words.test(text) ? text : null;
  });

const hides = (words: RegExp): Promise<true> =>
  until(`${words} to go`, async () => (words.test(await shownText(page)) ? null : true));

async function served(html: string): Promise<void> {
  web.put(ENGLISH, html);
  await page.bringToFront();
  await page.goto(ENGLISH);
}

async function stored(): Promise<Annotation[]> {
  const own = await session.own('welcome.html');
  const rows = await rowsOf<Annotation>(own, 'annotations');
  await own.close();
  return rows.filter(({ deletedAt }) => deletedAt === null);
}

const sightingOf = async (words: string): Promise<string | undefined> =>
  (await stored()).find(({ quote }) => quote.exact === words)?.sighting?.status;

describe('the card of a quote that was edited', () => {
  beforeAll(async () => {
    page = await session.visit(ENGLISH);
    await saveQuote(session, page, QUOTE_EN);
    await untilPainted(page, 1);
  });

  it('says since when it differs, shows both texts and what the newsroom says of it', async () => {
    await served(EDITED);
    await untilPainted(page, 1);
    await clickHighlight(page, NEW_QUOTE);
    const card = await shows(/Edited in the article/);
    expect(card).toMatch(/differs from what you saved on \d+ \w+ \d{4}|differs from what you saved on \w+ \d+, \d{4}/i);
    expect(card).toContain(QUOTE_EN);
    expect(card).toContain(NEW_QUOTE);
    expect(card).toContain('An earlier version said that the fault had been reported four times.');
    expect(card).toContain('2099');
    await waitFor(page, words('del', 'never'));
    await waitFor(page, words('ins', 'rarely'));
  });

  const shownAs = (name: string): Promise<true> =>
    until(name, async () => {
      const names = Object.keys(await painted(page)).filter((one) => one !== 'pressmark-focus');
      return names.join() === name ? true : null;
    });

  it('keeps the old words, and asks no more as long as the page says the same', async () => {
    await click(page, button('Keep the old'));
    await shows(/something else since .* you kept your words on/);
    await shownAs('pressmark-yellow');
    const kept = { foundText: NEW_QUOTE };
    expect((await stored())[0]).toMatchObject({ quote: { exact: QUOTE_EN }, revisions: [], kept });
    await page.bringToFront();
    await served(EDITED);
    await shownAs('pressmark-yellow');
    await clickHighlight(page, NEW_QUOTE);
    await shows(/you kept your words on/);
    expect(await shownText(page)).not.toContain('Keep the old');
  });

  it('is a question again once the page says yet another thing', async () => {
    await served(EDITED.replace('has rarely been', 'has seldom been'));
    await shownAs('pressmark-yellow-edited');
    await served(EDITED);
    await shownAs('pressmark-yellow');
  });

  it('lets the reader decide again', async () => {
    await clickHighlight(page, NEW_QUOTE);
    await click(page, button('Decide again'));
    await shows(/differs from what you saved/i);
    await shownAs('pressmark-yellow-edited');
    expect((await stored())[0]).not.toHaveProperty('kept');
  });

  it('takes the new words; the old ones stay in the history', async () => {
    await page.bringToFront();
    await clickHighlight(page, NEW_QUOTE);
    await click(page, button('Take the new'));
    await hides(/Edited in the article/);
    expect((await stored())[0]).toMatchObject({
      quote: { exact: NEW_QUOTE },
      revisions: [{ quote: { exact: QUOTE_EN } }],
    });
    await page.bringToFront();
    await served(SERVED);
    await until('the old words as an edit', async () =>
      (await painted(page))['pressmark-yellow-edited'] ? true : null,
    );
    await clickHighlight(page, QUOTE_EN);
    await click(page, button('Take the new'));
    await hides(/Edited in the article/);
  });
});

/** The page with another body: what remains around it is the site's own. */
const withBody = (html: string, title = 'The Harbour Courier'): string =>
  SERVED.replace(/<title>[^<]*/, `<title>${title}`).replace(/<body>[\s\S]*<\/body>/, () => `<body>${html}</body>`);

const NOT_THERE = {
  'a login wall': withBody(
    '<main><h1>Ferry firm was warned about engine fault months before fire, memo shows</h1><p>The operator of the ferry that caught fire off Skerry Point last month had been told of a leaking fuel line.</p><form><p>Sign in or subscribe to go on reading.</p><input aria-label="Email"><button>Sign in</button></form></main>',
  ),
  'an empty shell': withBody('<div id="root"></div>'),
  'an error page': withBody(
    '<main><h1>Something went wrong</h1><p>We could not load this page. Try again later.</p></main>',
  ),
  'another article at this address': withBody(
    `<main><article><h1>Rowers take the county cup</h1>${'<p>Nobody on the bank could remember a closer finish. The crew had trained since October, in fog and before dawn, and the cox had lost her voice by the second bridge.</p>'.repeat(14)}</article></main>`,
    'Rowers take the county cup',
  ),
};

describe('a page that is not really there', () => {
  it.each(Object.entries(NOT_THERE))('%s: nothing is concluded, and the popup says so', async (_, html) => {
    await until('a sighting', async () => ((await sightingOf(QUOTE_EN)) === 'unchanged' ? true : null));
    await served(html);
    const popup = await session.popup(page);
    await popup.getByText('Not checked: the article was not fully there').waitFor();
    expect(await popup.getByText('No longer in the article').count()).toBe(0);
    await popup.close();
    expect(await painted(page)).toEqual({});
    expect(await sightingOf(QUOTE_EN)).toBe('unchanged');
  });
});

describe('highlights that overlap', () => {
  it('offer a choice to a click on both', async () => {
    await served(SERVED);
    await saveQuote(session, page, WIDE, { note: 'the wide one', colour: 'green' });
    await saveQuote(session, page, WITHIN, { note: 'the one within', colour: 'pink' });
    await untilPainted(page, 3);
    await clickHighlight(page, WITHIN);
    const choice = await shows(/Several highlights meet here/);
    expect(choice).not.toContain('the wide one');
    await click(page, words('button.choice', WITHIN));
    await shows(/the one within/);
    await click(page, button('Back to the choice'));
    await click(page, words('button.choice', WIDE));
    await shows(/the wide one/);
    await untilFocused(page);
    await page.keyboard.press('Escape');
  });

  it('are walked one by one, and the walk is announced', async () => {
    await served(SERVED);
    await untilPainted(page, 3);
    await press(session, page, 'next-highlight');
    await said(`Highlight 1 of 3: ${QUOTE_EN}`);
    await press(session, page, 'next-highlight');
    await said(`Highlight 2 of 3: ${WIDE}`);
    await press(session, page, 'next-highlight');
    await said(`Highlight 3 of 3: ${WITHIN}`);
    await press(session, page, 'previous-highlight');
    await said(`Highlight 2 of 3: ${WIDE}`);
    await untilFocused(page);
    await page.keyboard.press('Escape');
  });
});

/** Waits for words in a live region of ours; it is not drawn for the eye, but has a place. */
const said = (sentence: string): Promise<unknown> => waitFor(page, words('[aria-live="polite"]', sentence));

describe('words that cannot be selected', () => {
  const says = async (words: RegExp): Promise<void> => {
    const popup = await session.popup(page);
    await popup.getByText(words).first().waitFor();
    await popup.close();
    await page.bringToFront();
  };

  it('are explained where the page forbids it', async () => {
    await served(SERVED.replace('</head>', '<style>body{-webkit-user-select:none;user-select:none}</style></head>'));
    await says(/does not let its words be selected/);
  });

  it('are explained in a shadow tree', async () => {
    const widget = '<p>The widget has words of its own, which stand in a tree of their own.</p>';
    await served(
      SERVED.replace(
        '<p class="correction">',
        `<x-box><template shadowrootmode="open">${widget}</template></x-box><p class="correction">`,
      ),
    );
    await page.locator('x-box p').click({ clickCount: 3 });
    await says(/inside a component that the page keeps to itself/);
  });
});

describe('quotation marks', () => {
  const INNER = 'You learn to sleep with the window open.';

  it('are left out by choice in the form on the page', async () => {
    await served(SERVED);
    await untilPainted(page, 3);
    await select(page, `“${INNER}”`);
    await click(page, button(/^Note/));
    await waitFor(page, words('label', 'With its quotation marks'));
    expect(await shownText(page)).toContain(`“${INNER}”`);
    await click(page, words('label', 'With its quotation marks'));
    await hides(new RegExp(`“${INNER}`));
    await click(page, button(/^Save/));
    const names = await untilPainted(page, 4);
    expect(Object.values(names).flat()).toContain(INNER);
  });

  it('are taken in by choice in the popup', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await select(page, 'A memo is a piece of paper,');
    const popup = await session.popup(page);
    const marks = popup.getByLabel('With its quotation marks');
    expect(await marks.isChecked()).toBe(false);
    await marks.check();
    await popup.getByText('“A memo is a piece of paper,”').waitFor();
    await popup.getByRole('button', { name: 'Save quote' }).click();
    await popup.getByRole('article', { name: '“A memo is a piece of paper,”' }).waitFor();
    // The words that are selected are saved, marks or no marks: they are not offered again.
    await expect.poll(() => marks.count()).toBe(0);
    await popup.close();
    await page.bringToFront();
    const names = await untilPainted(page, 5);
    expect(Object.values(names).flat()).toContain('“A memo is a piece of paper,”');
  });

  it('are no question where words have none', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await select(page, CLAIM_EN);
    const popup = await session.popup(page);
    await popup.getByRole('button', { name: 'Save quote' }).waitFor();
    expect(await popup.getByLabel('With its quotation marks').count()).toBe(0);
    await popup.close();
  });
});
