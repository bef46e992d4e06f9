import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { axeFindingsIn, saveQuote } from './harness/own';
import { clickHighlight, select } from './harness/page';
import { button, click, ownFrames, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example/news/2026/04';
const ARTICLE = sampleSites().get(ENGLISH) ?? '';
const OTHER = 'You learn to sleep with the window open.';

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

/** The sample article at an address of its own, with other words in its head or body and other headers. */
async function open(name: string, extra = '', headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const address = `${SITE}/${name}`;
  web.put(address, ARTICLE.replaceAll(ENGLISH, address).replace('</body>', `${extra}</body>`), headers);
  return session.visit(address);
}

/** Marks a quote by the toolbar, which proves that it is in sight and takes clicks. */
async function highlights(page: Page, quote = QUOTE_EN, wanted = 1): Promise<void> {
  await select(page, quote);
  await click(page, button('Highlight'));
  await untilPainted(page, wanted);
}

describe('the interface on a page', () => {
  it.each([
    ['no frame, script or style', { 'content-security-policy': "default-src 'none'" }],
    [
      'no page of another site beside it',
      { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
    ],
    [
      'nobody who frames it, and no clipboard',
      { 'x-frame-options': 'DENY', 'permissions-policy': 'clipboard-write=()' },
    ],
  ])('works where the page admits %s', async (name, headers) => {
    const page = await open(`strict-${name.length}`, '', headers);
    await highlights(page);
    await clickHighlight(page, QUOTE_EN);
    await waitFor(page, button('Delete'));
    await page.close();
  });

  it('stands where it should on a page that moves and fades its root', async () => {
    const page = await open(
      'moved',
      '<style>html{transform:translate(120px,60px) rotate(1deg);filter:grayscale(1);opacity:.5;perspective:9px;contain:paint}</style>',
    );
    await highlights(page);
    await page.close();
  });

  it('stands above what the page shows in full screen', async () => {
    const page = await open('full-screen', '<button id="full">Full</button>');
    await page.evaluate(() => {
      document
        .querySelector('#full')
        ?.addEventListener('click', () => document.querySelector('article')?.requestFullscreen());
    });
    await page.locator('#full').click();
    await until('full screen', async () =>
      (await page.evaluate(() => document.fullscreenElement !== null)) ? true : null,
    );
    await highlights(page);
    await page.close();
  });

  it('works in a modal dialog of the page, and outside it once that is closed', async () => {
    const page = await open(
      'dialog',
      '<dialog><p>A box that asks to be read first, and can be quoted as well.</p></dialog>',
    );
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await highlights(page, 'asks to be read first');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    // What stands in the closed box is not in sight, and not painted.
    await highlights(page, OTHER);
    await page.close();
  });

  it('is worked by keyboard alone', async () => {
    const page = await open('keys');
    await select(page, QUOTE_EN);
    await waitFor(page, button('Highlight'));
    const focused = () =>
      Promise.all(
        ownFrames(page).map((frame) =>
          frame
            .evaluate(() => (document.hasFocus() ? (document.activeElement?.textContent ?? '') : ''))
            .catch(() => ''),
        ),
      ).then((texts) => texts.join(''));
    await page.keyboard.press('Tab');
    await until('the toolbar by Tab', async () => ((await focused()).includes('Highlight') ? true : null));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Note');
    await page.keyboard.press('Enter');
    await untilFocused(page, 'field');
    await page.keyboard.type('by hand');
    await page.keyboard.press('Control+Enter');
    await untilPainted(page, 1);
    await clickHighlight(page, QUOTE_EN);
    await until('the note', async () => ((await shownText(page)).includes('by hand') ? true : null));
    await untilFocused(page);
    await page.keyboard.press('Escape');
    await until('the card to close', async () => ((await shownText(page)).includes('by hand') ? null : true));
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.close();
  });

  it('goes away by Escape from inside the toolbar, and leaves the selection', async () => {
    const page = await open('escape');
    await select(page, QUOTE_EN);
    await waitFor(page, button('Highlight'));
    await page.keyboard.press('Escape');
    await until('the toolbar to go', async () => ((await shownText(page)).includes('Highlight') ? null : true));
    expect(await page.evaluate(() => String(getSelection()))).toBe(QUOTE_EN);
    await page.close();
  });

  it.each(['light', 'dark', 'forced'] as const)(
    'has no barrier in toolbar, form, card and notice (%s)',
    async (look) => {
      const page = await open(`axe-${look}`);
      await page.emulateMedia(
        look === 'forced' ? { forcedColors: 'active' } : { colorScheme: look, reducedMotion: 'reduce' },
      );
      await saveQuote(session, page, OTHER, { note: 'A note', tags: ['ferry'], claim: { claimant: 'Ada' } });
      await untilPainted(page, 1);
      const findings = async (): Promise<string[]> =>
        (await Promise.all(ownFrames(page).map((frame) => axeFindingsIn(frame)))).flat();
      await select(page, QUOTE_EN);
      await waitFor(page, button('Highlight'));
      expect(await findings()).toEqual([]);
      await click(page, button('Claim'));
      await waitFor(page, button('Save quote'));
      expect(await findings()).toEqual([]);
      await click(page, button('Discard'));
      await clickHighlight(page, OTHER);
      await waitFor(page, button('Delete'));
      expect(await findings()).toEqual([]);
      await click(page, button('Delete'));
      await waitFor(page, button('Undo'));
      expect(await findings()).toEqual([]);
      await page.close();
    },
  );
});
