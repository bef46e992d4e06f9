import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, CLAIM_EN, mainJob, QUOTE_EN, QUOTE_FR, until, untilFocused, untilPainted } from './harness/journey';
import { clickHighlight, select } from './harness/page';
import { button, click, shownText, waitFor } from './harness/shadow';
import { askedByUs, ENGLISH, HOME, openWeb, sampleSites, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'main');

describe('the main job in Chromium', () => {
  let web: Web;
  let session: Session;
  beforeAll(async () => {
    mkdirSync(DIR, { recursive: true });
    web = await openWeb();
    session = await launchChromium({ web });
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('recognises, highlights, tags, finds again and exports', async () => {
    const outcome = await mainJob(session, DIR, () => {});
    expect(outcome.heading).toContain('Ferry firm was warned');
    expect(Object.values(outcome.paintedBefore).flat().sort()).toEqual([QUOTE_EN, CLAIM_EN].sort());
    expect(outcome.paintedAfter).toEqual(outcome.paintedBefore);
    expect(outcome.exported.articles).toHaveLength(2);
    expect(outcome.exported.annotations.map(({ quote }) => quote.exact).sort()).toEqual(
      [QUOTE_EN, CLAIM_EN, QUOTE_FR].sort(),
    );
    expect(outcome.exported.claims).toMatchObject([{ text: CLAIM_EN, claimant: { name: 'Hanne Siversen' } }]);
  });

  it('asked nobody for anything but the pages that were opened', () => {
    expect(askedByUs(web).filter(({ served }) => !served)).toEqual([]);
    expect(askedByUs(web).length).toBeGreaterThan(0);
    expect(
      session
        .requests()
        .filter((address) => !/^(chrome-extension|blob:chrome-extension|data):/.test(address) && !web.knows(address)),
    ).toEqual([]);
  });

  it('finds the quotes again after the browser was restarted', async () => {
    await session.restart();
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 2);
    expect(await until('the badge', async () => (await badgeOf(session, page)) || null)).toBe('2');
  });

  it('finds them under another address of the same article', async () => {
    const page = await session.visit(`${ENGLISH.replace('harbour', 'm.harbour')}?utm_source=letter&fbclid=x#comments`);
    await untilPainted(page, 2);
  });

  it('leaves the page as it was, one host element aside', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 2);
    const [now, plain] = await page.evaluate((html) => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const host of copy.querySelectorAll('pressmark-ui')) host.remove();
      const served = new DOMParser().parseFromString(html, 'text/html').documentElement;
      return [copy.innerHTML, served.innerHTML];
    }, sampleSites().get(ENGLISH) ?? '');
    expect(now).toBe(plain);
  });

  it('lists what it cannot find, and does not draw it', async () => {
    const edited = (sampleSites().get(ENGLISH) ?? '').replace(/&ldquo;The safety of our passengers.*?&rdquo;/, '');
    web.put(ENGLISH, edited);
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 1);
    const popup = await session.popup(page);
    await popup.getByText(QUOTE_EN.slice(0, 40)).first().waitFor();
    await popup
      .getByText(/not in the article|no longer|not found|missing/i)
      .first()
      .waitFor();
    web.put(ENGLISH, sampleSites().get(ENGLISH) ?? '');
  });

  it('does not take a front page for an article', async () => {
    const page = await session.visit(HOME);
    const popup = await session.popup(page);
    await popup.getByText('Not recognised as a news article').waitFor();
    await popup.close();
    expect(await badgeOf(session, page)).toBe('');
  });

  it('keeps what was typed in the popup when it closes', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 2);
    await select(page, 'The inquiry is expected to publish its first findings in June.');
    const popup = await session.popup(page);
    await popup.getByLabel(/note/i).first().fill('ask the board for the date');
    await popup.close();
    const again = await session.popup(page);
    await expect.poll(() => again.getByLabel(/note/i).first().inputValue()).toBe('ask the board for the date');
    await again.getByRole('button', { name: /^Save/ }).click();
    await untilPainted(page, 3);
  });

  it('takes a deletion back', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 3);
    const popup = await session.popup(page);
    await popup
      .getByRole('button', { name: /delete/i })
      .last()
      .click();
    await untilPainted(page, 2);
    await popup.getByRole('button', { name: /undo/i }).first().click();
    await untilPainted(page, 3);
  });

  it('lets highlights overlap', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 3);
    await select(page, 'The safety of our passengers');
    await click(page, button(/^Highlight/));
    await untilPainted(page, 4);
  });

  it('keeps what was typed on the page when its tab closes', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 4);
    await select(page, 'You learn to sleep with the window open.');
    await click(page, button(/^Note/));
    await until('the form', async () => (/New highlight/.test(await shownText(page)) ? true : null));
    await untilFocused(page, 'field');
    await page.keyboard.type('ask for the log book');
    await page.close();
    const again = await session.visit(ENGLISH);
    await until('the offer', async () => (/You were writing/.test(await shownText(again)) ? true : null));
    await click(again, button('Continue'));
    await click(again, button(/^Save/));
    await untilPainted(again, 5);
    const popup = await session.popup(again);
    await popup.getByText('ask for the log book').waitFor();
  });

  it('keeps what was typed about a saved highlight when its tab closes', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 5);
    await clickHighlight(page, 'You learn to sleep with the window open.');
    await click(page, button('Edit'));
    await until('the form', async () => (/Save/.test(await shownText(page)) ? true : null));
    await untilFocused(page, 'field');
    await page.keyboard.type(' and for its last page');
    await page.close();
    const again = await session.visit(ENGLISH);
    await untilPainted(again, 5);
    await clickHighlight(again, 'You learn to sleep with the window open.');
    await click(again, button(/^Save/));
    const popup = await session.popup(again);
    await popup
      .getByText(/ask for the log book.* and for its last page|and for its last page.*ask for the log book/)
      .waitFor();
  });

  it('offers its toolbar for words that were selected before it came', async () => {
    const page = await session.visit(HOME);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1, h2, p') ?? document.body));
    const popup = await session.popup(page);
    await until('the toolbar', async () => (/Highlight/.test(await shownText(page)) ? true : null));
    await popup.close();
    await page.close();
  });

  it('opens the card of a highlight by click, and deletes and restores from there', async () => {
    const page = await session.visit(ENGLISH);
    await untilPainted(page, 5);
    await clickHighlight(page, CLAIM_EN);
    await waitFor(page, button('Copy with source'));
    expect(await shownText(page)).toContain('Hanne Siversen');
    await click(page, button(/^Delete/));
    await untilPainted(page, 4);
    await click(page, button(/^Undo/));
    await untilPainted(page, 5);
  });

  it('opens the library from the popup, once', async () => {
    const page = await session.visit(ENGLISH);
    const open = () => session.context.pages().filter((one) => one.url().includes('/library.html'));
    for (const one of open()) await one.close();
    for (let i = 0; i < 2; i += 1) {
      const popup = await session.popup(page);
      await popup.getByRole('button', { name: 'Library' }).click();
      await until('the library', async () => (open().length > 0 ? true : null));
    }
    expect(open()).toHaveLength(1);
    await open()[0]?.getByRole('heading', { name: 'Your library' }).waitFor();
  });
});
