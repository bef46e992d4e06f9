import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { CLAIM_EN, QUOTE_EN, untilPainted } from './harness/journey';
import { axeFindings, controlsOf, saveQuote, tabThrough } from './harness/own';
import { select } from './harness/page';
import { ENGLISH, HOME, openWeb, type Web } from './harness/web';

let web: Web;
let session: Session;
let article: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Looks at a page of ours in light and in dark, and closes it. */
async function clean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
}

/** Every control has its turn when the reader presses Tab. */
async function reachable(page: Page): Promise<void> {
  await page.bringToFront();
  const controls = await controlsOf(page);
  expect((await tabThrough(page)).sort()).toEqual(controls.sort());
}

describe('before anything is saved', () => {
  it('the welcome page has no barrier, and every control by Tab', async () => {
    const welcome = await session.own('welcome.html');
    await welcome.getByText('Access is given').waitFor();
    await clean(welcome);
    await reachable(welcome);
    await welcome.close();
  });

  it('the empty library', async () => {
    const library = await session.own('library.html');
    await library.getByText('Your library is empty').waitFor();
    await clean(library);
    await reachable(library);
    await library.close();
  });

  it('moves nothing for readers who ask for less motion', async () => {
    const library = await session.own('library.html');
    await library.getByText('Your library is empty').waitFor();
    const moving = (): Promise<string[]> =>
      library.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          const still =
            animationName === 'none' && transitionDuration.split(',').every((time) => parseFloat(time) === 0);
          return still ? [] : [element.className.toString()];
        }),
      );
    expect(await moving()).toContain('button primary');
    await library.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toEqual([]);
    await library.close();
  });

  it('the popup on an article where nothing is selected', async () => {
    article = await session.visit(ENGLISH);
    const popup = await session.popup(article);
    await popup.getByText('Nothing saved here yet').waitFor();
    await clean(popup);
    await popup.getByText('Why this was decided').click();
    await clean(popup);
    await reachable(popup);
    await popup.close();
  });

  it('the popup on a page that is not an article', async () => {
    const popup = await session.popup(await session.visit(HOME));
    await popup.getByText('Not recognised as a news article').waitFor();
    await popup.getByText('Why this was decided').click();
    await popup.getByRole('row', { name: 'home page settles it' }).waitFor();
    await popup.getByText('section or front page').waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.close();
  });

  it('the popup on a page of the browser', async () => {
    const version = await session.context.newPage();
    await version.goto('chrome://version/');
    const popup = await session.popup(version);
    await popup.getByText('does not show this page to extensions').waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.close();
    await version.close();
  });

  it('the popup that cannot reach its page', async () => {
    const popup = await session.own('popup.html?tab=999999999');
    await popup.getByText('cannot reach this page').waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.close();
  });
});

describe('while something is written', () => {
  it('the popup with a selection, and with the claim’s fields open', async () => {
    await article.bringToFront();
    await select(article, QUOTE_EN);
    const popup = await session.popup(article);
    await popup.getByRole('button', { name: 'Save quote' }).waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.getByLabel('Tag as claim').check();
    await popup.getByLabel('Claimant', { exact: true }).waitFor();
    await popup.getByLabel('Tags').fill('ferry,');
    await clean(popup);
    await reachable(popup);
    await popup.close();
  });

  it('the popup is worked by keys alone: typed, saved with Enter', async () => {
    const popup = await session.popup(article);
    await popup.getByText('Picked up where you left off.').waitFor();
    await popup.getByLabel('Note', { exact: true }).focus();
    await popup.keyboard.type('compare with the report');
    await popup.getByRole('button', { name: 'Save quote' }).focus();
    await popup.keyboard.press('Enter');
    await popup.getByText('Saved on this page').waitFor();
    await popup.getByText('compare with the report').waitFor();
    await untilPainted(article, 1);
    await popup.close();
  });
});

describe('with quotes saved', () => {
  it('the popup with its list, and with an undo on offer', async () => {
    await saveQuote(session, article, CLAIM_EN, {
      note: 'ask for the list',
      tags: ['ferry'],
      claim: { claimant: 'H. S.' },
    });
    const popup = await session.popup(article);
    await popup.getByText('ask for the list').waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.getByRole('button', { name: 'Delete' }).last().press('Enter');
    await popup.getByText('Quote deleted.').waitFor();
    await clean(popup);
    await popup.getByRole('button', { name: 'Undo' }).first().press('Enter');
    await popup.getByText('ask for the list').waitFor();
    // The list has its old order again; until then the first “Edit” is another one's.
    await popup.getByText('Quote deleted.').waitFor({ state: 'hidden' });
    await expect.poll(() => popup.getByRole('button', { name: 'Edit' }).count()).toBe(2);
    await popup.getByRole('button', { name: 'Edit' }).first().press('Enter');
    await popup.getByRole('button', { name: 'Save changes' }).waitFor();
    await clean(popup);
    await reachable(popup);
    await popup.close();
  });

  it('the library with its list; Escape empties the search', async () => {
    const library = await session.own('library.html');
    await library.getByText('ask for the list').waitFor();
    await clean(library);
    await reachable(library);
    const search = library.getByRole('searchbox');
    await search.fill('nobody wrote this');
    await library.getByText('Nothing found').waitFor();
    await clean(library);
    await search.press('Escape');
    await library.getByText('ask for the list').waitFor();
    await library.close();
  });

  it('an article in the library, opened with Enter', async () => {
    const library = await session.own('library.html');
    await library.getByRole('link', { name: /^Articles/ }).press('Enter');
    await library.getByRole('link', { name: /Ferry firm was warned/ }).press('Enter');
    await library.getByText('Address of an archived copy').waitFor();
    await clean(library);
    await reachable(library);
    await library.close();
  });

  it.each(['export', 'import', 'backup', 'settings'])('the library’s room: %s', async (room) => {
    const library = await session.own(`library.html#/${room}`);
    await library.getByRole('heading', { level: 1 }).waitFor();
    await library.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await clean(library);
    await reachable(library);
    await library.close();
  });

  it('the report of an import that was refused, whole and row by row', async () => {
    const library = await session.own('library.html#/import');
    const file = (text: string) => ({ name: 'rows.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await library.setInputFiles('input[type=file]', file('{"format":'));
    await library.getByText('Nothing was imported.').waitFor();
    await clean(library);
    await library.setInputFiles(
      'input[type=file]',
      file('{"format":"pressmark","version":1,"annotations":[{"id":"x"}]}'),
    );
    await library.getByText('Annotation 1 (x)').waitFor();
    await clean(library);
    await library.close();
  });
});
