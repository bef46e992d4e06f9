import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { launchChromium, type Session } from '../tests/e2e/harness/chromium.ts';
import { untilPainted } from '../tests/e2e/harness/journey.ts';
import { press, saveQuote } from '../tests/e2e/harness/own.ts';
import { select } from '../tests/e2e/harness/page.ts';
import { button, waitFor } from '../tests/e2e/harness/shadow.ts';
import { ENGLISH, FRENCH, HOME, openWeb } from '../tests/e2e/harness/web.ts';

/**
 * Takes the pictures for the README from the built extension, on our sample articles, in light and in dark. Those of the library are taken by
 * `library-screenshots.ts`.
 */

const dir = fileURLToPath(new URL('../docs/screenshots', import.meta.url));
mkdirSync(dir, { recursive: true });

const save = (page: Page, name: string) => page.screenshot({ path: `${dir}/${name}.png` });

/** The popup as high as its content, as the browser shows it. */
async function popupAt(
  session: Session,
  page: Page,
  name: string,
  work: (popup: Page) => Promise<void>,
): Promise<void> {
  const popup = await session.popup(page);
  await popup.getByRole('button', { name: /^(Library|Bibliothèque)/ }).waitFor();
  await work(popup);
  const height = await popup.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await popup.setViewportSize({ width: 400, height });
  await save(popup, name);
  await popup.close();
}

async function annotate(session: Session): Promise<Page> {
  const french = await session.visit(FRENCH);
  await saveQuote(session, french, 'La dette par habitant a augmenté de 31 % en quatre ans', {
    colour: 'pink',
    tags: ['finances', 'digue'],
    claim: { claimant: 'Bastien Rouxel', type: 'quantity in the past or present', verdict: 'Mostly unsupported' },
  });
  await saveQuote(session, french, 'On ne construit pas une digue sur du sable et de bonnes intentions', {
    colour: 'green',
    tags: ['digue'],
  });
  const page = await session.visit(ENGLISH);
  await saveQuote(session, page, 'The safety of our passengers has never been negotiable.', {
    note: 'Compare with the memo of 11 November.',
    tags: ['ferry', 'safety'],
  });
  await saveQuote(session, page, 'passenger ferries in the region had recorded 17 engine-room incidents since 2021', {
    colour: 'blue',
    note: 'Ask the board for the list.',
    tags: ['ferry', 'figures'],
    claim: { claimant: 'Hanne Siversen', type: 'quantity in the past or present', verdict: 'Supported' },
  });
  await untilPainted(page, 2);
  return page;
}

async function take(session: Session, page: Page, suffix: string): Promise<void> {
  await popupAt(session, page, `popup-saved${suffix}`, async (popup) => {
    await popup.getByText('Ask the board for the list.').waitFor();
  });
  await page.bringToFront();
  await select(page, 'I rang the office twice and nobody rang back');
  await waitFor(page, button('Highlight'));
  await save(page, `article${suffix}`);
  await popupAt(session, page, `popup${suffix}`, async (popup) => {
    await popup.getByText('I rang the office').first().waitFor();
  });
  await popupAt(session, page, `popup-claim${suffix}`, async (popup) => {
    await popup.getByLabel('Tag as claim').check();
    await popup.getByLabel('Claimant', { exact: true }).fill('Callum Oyelaran');
    await popup.getByText('Picked up').waitFor({ state: 'hidden' });
  });
  await popupAt(session, page, `popup-restored${suffix}`, async (popup) => {
    await popup.getByText('Picked up').waitFor();
  });
  const forget = await session.popup(page);
  await forget.getByRole('button', { name: 'Discard' }).click();
  await forget.close();
  await page.bringToFront();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await press(session, page, 'next-highlight');
  await press(session, page, 'next-highlight');
  await waitFor(page, button('Edit claim'));
  await save(page, `card${suffix}`);
  await page.keyboard.press('Escape');
  await popupAt(session, await session.visit(HOME), `popup-not-article${suffix}`, async (popup) => {
    await popup.getByText('Not recognised').waitFor();
  });
  const version = await session.context.newPage();
  await version.goto('chrome://version/');
  await popupAt(session, version, `popup-restricted${suffix}`, async (popup) => {
    await popup.getByText('Nothing to annotate here').waitFor();
  });
  const library = await session.own('library.html');
  await library.setViewportSize({ width: 900, height: 820 });
  await library.getByRole('link', { name: /^Articles/ }).click();
  await library.getByRole('link', { name: /Ferry firm/ }).click();
  await library.getByText('Address of an archived copy').waitFor();
  await save(library, `library-article${suffix}`);
}

const web = await openWeb();
for (const dark of [false, true]) {
  const session = await launchChromium({ web, dark });
  await take(session, await annotate(session), dark ? '-dark' : '');
  await session.close();
}
await web.close();
console.log(`pictures are in ${dir}`);
