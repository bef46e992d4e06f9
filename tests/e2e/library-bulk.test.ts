import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { until } from './harness/journey';
import { axeFindings, rowsOf } from './harness/own';
import { putRows, sampleRows } from './harness/rows';
import { openWeb, type Web } from './harness/web';

interface Quote {
  readonly id: string;
  readonly tags: readonly string[];
  readonly colour: string;
  readonly claimId: string | null;
  readonly deletedAt: string | null;
}

const COUNT = 30;
const ROWS = sampleRows(COUNT);

let web: Web;
let session: Session;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  library = await session.own('library.html');
  await library.getByText('Your library is empty').waitFor();
});
beforeEach(async () => {
  await putRows(library, ROWS);
  await library.goto(library.url().replace(/#.*/, '#/quotes'));
  await library.reload();
  await library.getByRole('list', { name: 'Quotes' }).getByRole('checkbox').first().waitFor();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const box = (at: number) => library.getByRole('list', { name: 'Quotes' }).getByRole('checkbox').nth(at);
const stored = (): Promise<Quote[]> => rowsOf<Quote>(library, 'annotations');
const count = async (test: (quote: Quote) => boolean): Promise<number> => (await stored()).filter(test).length;
const untilCount = (wanted: number, test: (quote: Quote) => boolean) =>
  until(`${wanted} quotes`, async () => ((await count(test)) === wanted ? true : null));
const button = (name: string | RegExp) => library.getByRole('button', { name, exact: typeof name === 'string' });
const focused = () => library.evaluate(() => document.activeElement?.textContent ?? '');
const bare = (rows: readonly Quote[]) => rows.map((row) => ({ ...row, updatedAt: '' }));

describe('many quotes at once', () => {
  it('are selected by click and range and get a tag, which is taken back after a reload', async () => {
    const before = bare(await stored());
    await box(0).click();
    await box(4).click({ modifiers: ['Shift'] });
    await library.getByText('5 selected').first().waitFor();
    await button('Tag…').press('Enter');
    await library.getByLabel('Tags', { exact: true }).press('Escape');
    await library.getByLabel('Tags', { exact: true }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('Tag…');
    await library.keyboard.press('Enter');
    await library.getByLabel('Tags', { exact: true }).fill('to check');
    expect(await axeFindings(library)).toEqual([]);
    await button('Add tags').click();
    await library.getByText('5 quotes tagged “to check”.').first().waitFor();
    expect(await count(({ tags }) => tags.includes('to check'))).toBe(5);
    expect(await axeFindings(library)).toEqual([]);
    await library.reload();
    await library.getByText('1 change of many entries can be undone').click();
    await button(/^Undo\b.*5 quotes tagged/).click();
    await untilCount(0, ({ tags }) => tags.includes('to check'));
    expect(bare(await stored())).toEqual(before);
  });

  it('are selected by keys alone: space, and arrows with Shift', async () => {
    await library.getByRole('list', { name: 'Quotes' }).getByRole('link').first().focus();
    await library.keyboard.press('Space');
    await library.getByText('1 selected').first().waitFor();
    await library.keyboard.press('Shift+ArrowDown');
    await library.keyboard.press('Shift+ArrowDown');
    await library.getByText('3 selected').first().waitFor();
    await button('Colour…').focus();
    await library.keyboard.press('Enter');
    await button('Pink').focus();
    await library.keyboard.press('Enter');
    await untilCount(3, ({ colour }) => colour === 'pink');
    await button('Undo').first().click();
    await untilCount(0, ({ colour }) => colour === 'pink');
    await button('Select nothing').press('Enter');
    await library.getByText('3 selected').first().waitFor({ state: 'detached' });
    expect(await library.evaluate(() => document.activeElement?.closest('[data-place]') !== null)).toBe(true);
  });

  it('are deleted, all that the search found, and all come back', async () => {
    await box(0).click();
    await button(/^Select all/).click();
    await library.getByText(`${COUNT} selected`).first().waitFor();
    await button('Delete').first().click();
    await untilCount(0, ({ deletedAt }) => deletedAt === null);
    await library.getByText(`${COUNT} quotes deleted.`).first().waitFor();
    await button('Undo').first().click();
    await untilCount(COUNT, ({ deletedAt }) => deletedAt === null);
    await library.getByRole('list', { name: 'Quotes' }).getByRole('checkbox').first().waitFor();
  });

  it('lose a tag, and become one claim', async () => {
    await box(0).click();
    await button(/^Select all/).click();
    await button('Remove tag…').click();
    await button(/^safety/).click();
    await untilCount(0, ({ tags }) => tags.includes('safety'));
    await button('Make one claim of them').click();
    await untilCount(COUNT, ({ claimId }) => claimId === ROWS.claims[0]?.id);
    await library
      .getByText(/^Now one claim/)
      .first()
      .waitFor();
    await button('Undo').first().click();
    await until('the claims apart', async () =>
      new Set((await stored()).map(({ claimId }) => claimId)).size > 2 ? true : null,
    );
  });

  it('go to the export', async () => {
    await box(0).click();
    await box(1).click();
    await button('Export…').click();
    await library.getByRole('heading', { level: 1, name: /Export/ }).waitFor();
    await library.getByText(/\b2\b/).first().waitFor();
  });
});
