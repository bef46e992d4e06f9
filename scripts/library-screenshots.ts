import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { launchChromium, type Session } from '../tests/e2e/harness/chromium.ts';
import { inFrench } from '../tests/e2e/harness/french.ts';
import { madeLibrary } from '../tests/e2e/harness/made-library.ts';
import { openWeb, type Web } from '../tests/e2e/harness/web.ts';

/**
 * Pictures of the library with 0, 10 and 10,000 made-up quotes, light and dark, narrow to wide. Without options the
 * main view, for docs/screenshots. `--all DIR` takes every room instead, for somebody to look at; `--language fr`,
 * `--quotes N`, `--widths 375,900`, `--themes dark` and `--rooms REGEXP` choose among them, `--direction rtl` turns them
 * round. Build first.
 */

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    language: { type: 'string', default: 'en' },
    quotes: { type: 'string', default: '0,10,10000' },
    widths: { type: 'string', default: '375,900,1600' },
    themes: { type: 'string', default: 'light,dark' },
    rooms: { type: 'string', default: '' },
    direction: { type: 'string' },
  },
});
const dir = values.all ? resolve(values.all) : fileURLToPath(new URL('../docs/screenshots/library', import.meta.url));
mkdirSync(dir, { recursive: true });
const widths = values.widths.split(',').map(Number);

/** The rooms, by the name of their picture: where they are, and what to do there first. */
type Room = readonly [name: string, hash: string, prepare?: (page: Page) => Promise<void>];

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"], .reading, .picture-grid.waiting, progress'),
  );
  await page.waitForTimeout(250);
};

const EXPORTS = ['native', 'w3c', 'claimreview', 'notes', 'markdown', 'csv'] as const;

/** A file with a few rows that can't come in. */
function badLibrary(): string {
  const file: { articles: object[]; annotations: object[]; claims: object[] } = JSON.parse(madeLibrary(12));
  const [article] = file.articles;
  const [quote, second, third] = file.annotations;
  file.annotations.push(
    { ...quote, id: 'not-an-id' },
    { ...second, colour: 'plaid' },
    { ...third, id: '00000000-0000-4000-8000-000000000001', createdAt: 'yesterday' },
    { ...quote },
  );
  file.articles.push({ ...article, id: '00000000-0000-4000-8000-000000000002', url: 'javascript:alert(1)' });
  return JSON.stringify(file);
}

const give = (page: Page, text: string, name = 'pressmark-2026-05-08.json'): Promise<void> =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function choose(page: Page): Promise<void> {
  const boxes = page.locator('.pick input');
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await page.locator('.bulk-bar').waitFor();
}

/** Rooms that are worth a look whatever is in the library, and those that need something in it. */
function rooms(ids: { article: string; claim: string } | null): Room[] {
  const always: Room[] = [
    ['quotes', '#/quotes'],
    ...EXPORTS.map(
      (format): Room => [`export-${format}`, '#/export', (page) => page.locator(`input[value=${format}]`).check()],
    ),
    ['import', '#/import'],
    [
      'import-refused',
      '#/import',
      (page) => give(page, badLibrary()).then(() => page.locator('.leave-plan, .leave-import ul').first().waitFor()),
    ],
    [
      'import-bad',
      '#/import',
      (page) =>
        give(page, '{"format":').then(() =>
          page
            .locator('.leave-import .status, .leave-import [role=alert], .message')
            .first()
            .waitFor({ timeout: 3000 })
            .catch(() => {}),
        ),
    ],
    ['backup', '#/backup'],
    ['settings', '#/settings'],
  ];
  if (ids === null) return [...always, ['tags', '#/tags'], ['gone', '#/article/00000000-0000-4000-8000-000000000009']];
  return [
    ...always,
    ['articles', '#/articles'],
    ['claims', '#/claims'],
    ['search', '#/quotes?q=ferry+warned'],
    ['filtered', '#/quotes?colour=yellow&status=edited'],
    ['nothing', '#/quotes?q=zeppelin'],
    ['selected', '#/quotes', choose],
    [
      'selected-tag',
      '#/quotes',
      (page) => choose(page).then(() => page.locator('.bulk-actions button').first().click()),
    ],
    ['article', `#/article/${ids.article}`],
    ['claim', `#/claim/${ids.claim}`],
    ['tags', '#/tags'],
    ['export-article', `#/export/article/${ids.article}`],
  ];
}

/** The reminder of a backup is not what these pictures are about. */
const snooze = (): Promise<unknown> =>
  chrome.runtime.sendMessage({ type: 'backup.snooze', payload: { until: '2999-01-01T00:00:00.000Z' } });

async function fill(session: Session, quotes: number): Promise<{ article: string; claim: string } | null> {
  if (quotes === 0) return null;
  const text = madeLibrary(quotes);
  const page = await session.own('library.html#/import');
  await give(page, text);
  await page.locator('.leave-import .button.primary').filter({ hasText: /\d/ }).click({ timeout: 120_000 });
  await page.locator('.leave-import [role=status] *').first().waitFor({ timeout: 120_000 });
  if (!values.all) await page.evaluate(snooze);
  await page.close();
  const file: { articles: { id: string }[]; claims: { id: string }[] } = JSON.parse(text);
  const [article, claim] = [file.articles[0]?.id, file.claims[0]?.id];
  return article && claim ? { article, claim } : null;
}

async function takeOne(session: Session, [name, hash, prepare]: Room, label: string, whole: boolean): Promise<void> {
  for (const width of widths) {
    const page = await session.context.newPage();
    await page.setViewportSize({ width, height: 860 });
    if (values.direction)
      await page.addInitScript(
        (dir) =>
          addEventListener('DOMContentLoaded', () =>
            setTimeout(() => {
              document.dir = dir;
            }),
          ),
        values.direction,
      );
    await page.goto(`chrome-extension://${session.extensionId}/library.html${hash}`);
    try {
      await settled(page);
      await prepare?.(page);
      await settled(page);
    } catch (error) {
      console.log(`${name} at ${width}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
    const long = whole && !/^(quotes|articles|claims|search|filtered|selected)/.test(name);
    await page.screenshot({ path: join(dir, `${name}-${label}-${width}.png`), fullPage: long });
    await page.close();
  }
}

async function take(web: Web, quotes: number, dark: boolean, extensionDir: string | null): Promise<void> {
  const session = await launchChromium({ web, dark, ...(extensionDir ? { extensionDir, locale: 'fr-FR' } : {}) });
  const ids = await fill(session, quotes);
  const label = `${quotes}${dark ? '-dark' : ''}`;
  const pattern = new RegExp(values.all ? values.rooms : '^quotes$');
  const wanted = rooms(ids).filter(([name]) => pattern.test(name));
  for (const room of wanted) await takeOne(session, room, label, values.all !== undefined);
  await session.close();
}

const web = await openWeb();
const french = values.language === 'fr' ? inFrench() : null;
for (const theme of values.themes.split(',')) {
  for (const quotes of values.quotes.split(',')) await take(web, Number(quotes), theme === 'dark', french);
}
if (french) rmSync(french, { recursive: true, force: true });
await web.close();
console.log(`pictures are in ${dir}`);
