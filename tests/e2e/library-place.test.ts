import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { until } from './harness/journey';
import { putRows, sampleRows } from './harness/rows';
import { openWeb, type Web } from './harness/web';

let web: Web;
let session: Session;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  library = await session.own('library.html');
  await putRows(library, sampleRows(400));
  await library.reload();
  await library.getByText('400', { exact: true }).first().waitFor();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const lineAt = (number: number) => library.locator(`.line:has-text("part ${number}")`).first();
/** The line in the middle of the window; what stands above the list may come and go. */
const inSight = () =>
  library.evaluate(
    () =>
      document
        .elementFromPoint(innerWidth / 2, innerHeight / 2)
        ?.closest('[data-place]')
        ?.getAttribute('data-place') ?? '',
  );
const sees = (place: string) =>
  until(`line ${place} in sight`, async () => ((await inSight()) === place ? true : null));
const focused = (words: string) =>
  until(`the focus on ${words}`, async () => {
    const text = await library.evaluate(() => document.activeElement?.closest('a')?.textContent ?? '');
    return text.includes(words) ? true : null;
  });

/** Scrolls far down, opens the line of that quote and says where the page was then. */
async function openFarDown(number: number): Promise<string> {
  await library.evaluate((line) => scrollTo(0, (400 - line) * 126), number);
  const link = lineAt(number).locator('[data-focus]');
  await link.waitFor();
  const place = await until('a line in sight', async () => (await inSight()) || null);
  expect(Number(place)).toBeGreaterThan(100);
  await link.click();
  await library.locator('.article-page').waitFor();
  return place;
}

describe('the place in a list', () => {
  it('is there again on going back, with the line that was opened in focus', async () => {
    const place = await openFarDown(120);
    await library.goBack();
    await sees(place);
    await lineAt(120).waitFor();
    await focused('part 120');
  });

  it('is there again by the way back of the article', async () => {
    const place = await openFarDown(200);
    await library.getByRole('link', { name: 'Back to the search' }).click();
    await sees(place);
    await focused('part 200');
  });

  it('is there again after a reload', async () => {
    await library.evaluate(() => scrollTo(0, 20_000));
    await lineAt(400 - Math.floor(20_000 / 126)).waitFor();
    const place = await until('a line in sight', async () => (await inSight()) || null);
    await until('the place in the history', async () =>
      (await library.evaluate(() => history.state?.place?.y)) > 19_000 ? true : null,
    );
    await library.reload();
    await sees(place);
  });

  it('outlives a look at the settings, and so does the search', async () => {
    await library.getByRole('searchbox').fill('ferry');
    await library.getByText('266', { exact: true }).or(library.locator('mark').first()).first().waitFor();
    await until('the address', async () => (library.url().includes('q=ferry') ? true : null));
    // Another search begins at its top, which may come after the address tells of it.
    await until('the place in the history', async () => {
      await library.evaluate(() => scrollTo(0, 3_000));
      return (await library.evaluate(() => history.state?.place?.y ?? 0)) > 2_000 ? true : null;
    });
    const place = await until('a line in sight', async () => (await inSight()) || null);
    await library.getByRole('link', { name: 'Settings' }).click();
    await library.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await library.getByRole('link', { name: 'Library' }).click();
    await library.locator('mark').first().waitFor();
    await sees(place);
    expect(await library.getByRole('searchbox').inputValue()).toBe('ferry');
  });

  it('begins at the top for another search or view', async () => {
    await library.getByRole('link', { name: /^Claims/ }).click();
    await until('the top', async () => ((await library.evaluate(() => scrollY)) === 0 ? true : null));
    await library.goBack();
    await until('the place of before', async () => ((await library.evaluate(() => scrollY)) > 2_000 ? true : null));
  });
});
