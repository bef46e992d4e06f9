import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { until } from './harness/journey';
import { axeFindings, rowsOf } from './harness/own';
import { putRows, sampleRows } from './harness/rows';
import { openWeb, type Web } from './harness/web';

interface Quote {
  readonly tags: readonly string[];
}

let web: Web;
let session: Session;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  library = await session.own('library.html');
  await library.getByText('Your library is empty').waitFor();
  await putRows(library, sampleRows(30));
  await library.reload();
  await library.getByRole('link', { name: 'Tags' }).click();
  await library.getByRole('heading', { name: 'Tags', level: 1 }).waitFor();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const uses = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { tags } of await rowsOf<Quote>(library, 'annotations')) {
    for (const tag of tags) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return counts;
};
const untilUses = (wanted: Record<string, number>) =>
  until(JSON.stringify(wanted), async () => {
    const now = await uses();
    return Object.entries(wanted).every(([tag, n]) => (now[tag] ?? 0) === n) ? true : null;
  });

describe('the tags of the library', () => {
  it('are listed with their uses and have no barrier in light or dark', async () => {
    await library.getByText('5 tags').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await library.emulateMedia({ colorScheme });
      expect(await axeFindings(library), colorScheme).toEqual([]);
    }
  });

  it('that are spellings of one are merged into the one that the reader chose, and parted again', async () => {
    const before = await uses();
    await library.getByRole('radio', { name: /^economie/ }).check();
    await library.getByRole('button', { name: 'Merge into “economie”' }).click();
    await untilUses({ Économie: 0, economie: 12 });
    await library.getByText('6 quotes now have the tag “economie”.').first().waitFor();
    await library.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await untilUses(before);
  });

  it('are renamed, merged by hand and taken off everywhere, and all of it is taken back later', async () => {
    const before = await uses();
    await library.getByRole('button', { name: /^Rename.*safety/ }).click();
    await library.getByLabel('New name').fill('ferry safety');
    await library.keyboard.press('Enter');
    await untilUses({ safety: 0, 'ferry safety': 6 });
    await library.getByRole('checkbox', { name: 'Select: harbour' }).check();
    await library.getByRole('checkbox', { name: 'Select: ferry safety' }).check();
    await library.getByLabel('One name for 2 tags').fill('port');
    expect(await axeFindings(library)).toEqual([]);
    await library.getByRole('button', { name: 'Merge', exact: true }).click();
    await untilUses({ port: 12 });
    await library.getByRole('button', { name: /^Take off everywhere.*costs/ }).click();
    await untilUses({ costs: 0 });
    await library.reload();
    await library.getByText('3 changes of many entries can be undone').click();
    for (let left = 3; left > 0; left--) {
      await library.locator('.deleted').getByRole('button', { name: /^Undo/ }).first().click();
      await until('the undo', async () =>
        (await library.locator('.deleted').getByRole('button', { name: /^Undo/ }).count()) === left - 1 ? true : null,
      );
    }
    expect(await uses()).toEqual(before);
  });
});
