import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { ENGLISH, openWeb, type Web } from './harness/web';

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

const TABLES = ['articles', 'snapshots', 'claims', 'annotations'];
const everyRow = async (own: Page, tables = TABLES): Promise<string> =>
  JSON.stringify(await Promise.all(tables.map((table) => rowsOf<{ id: string }>(own, table))));

/** Saves the file of the export room and gives its text. */
async function saved(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const path = await (await download).path();
  await page.getByText(/^Saved as /).waitFor();
  return readFileSync(path, 'utf8');
}

const file = (text: string, name = 'pressmark.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A native file of so many quotes on one article. */
function manyQuotes(count: number): string {
  const time = '2026-05-03T08:00:00.000Z';
  const times = { createdAt: time, updatedAt: time };
  const id = (kind: string, n: number): string => `00000000-0000-4000-8000-${kind}${n.toString(16).padStart(11, '0')}`;
  const url = 'https://courier.example/many';
  const article = {
    ...{
      id: id('a', 1),
      url,
      canonicalUrl: url,
      urls: [url],
      title: 'Many',
      authors: [],
      siteName: null,
      publisher: null,
    },
    ...{
      section: null,
      language: 'en',
      publishedAt: null,
      modifiedAt: null,
      wordCount: 1,
      textHash: null,
      archiveUrl: null,
    },
    ...{ firstSeenAt: time, lastSeenAt: time, ...times, deletedAt: null },
  };
  const annotations = Array.from({ length: count }, (_, i) => ({
    id: id('b', i),
    articleId: article.id,
    quote: { exact: `quote ${i} ${'of many words '.repeat(20)}`, prefix: '', suffix: '' },
    position: { start: i, end: i + 5 },
    ...{ note: '', tags: [], colour: 'yellow', speaker: null, claimId: null, revisions: [], sighting: null },
    ...times,
    deletedAt: null,
  }));
  const head = { format: 'pressmark', version: 1, exportedAt: time, generator: 'test' };
  return JSON.stringify({ ...head, articles: [article], snapshots: [], claims: [], annotations });
}

describe('what leaves', () => {
  let room: Page;
  beforeAll(async () => {
    const page = await session.visit(ENGLISH);
    await saveQuote(session, page, QUOTE_EN, {
      note: '=1+1 <b>',
      tags: ['ferry'],
      claim: { claimant: 'Hanne Siversen', verdict: 'Mixed' },
    });
    room = await session.own('library.html#/export');
  });

  it.each([
    ['Pressmark file (JSON)', /"format": "pressmark"/, (text: string) => JSON.parse(text).annotations.length === 1],
    ['W3C Web Annotations (JSON-LD)', /AnnotationCollection/, (text: string) => JSON.parse(text).total === 1],
    ['Notes for Obsidian (zip)', /title: "Ferry/, (text: string) => text.startsWith('PK')],
    ['Markdown, one file', /> The safety of our passengers/, (text: string) => text.includes('=1+1 \\<b\\>')],
    ['Table (CSV)', /id,quote,note/, (text: string) => text.includes(`"'=1+1`) || text.includes(`,'=1+1 <b>,`)],
  ])('%s: shown before it is written, and then written so', async (name, shown, good) => {
    await room.getByText(name, { exact: true }).click();
    await room.locator('pre').getByText(shown).first().waitFor();
    await room.getByText(/^1 quote · |^\d rows · /).waitFor();
    const text = await saved(room);
    expect(good(text), text.slice(0, 400)).toBe(true);
  });

  it('says of each claim what it lacks for a ClaimReview', async () => {
    await room.getByText('ClaimReview (JSON-LD)').click();
    await room.getByText('1 claim is not ready').waitFor();
    await room
      .getByText('Missing: the address of the published check, the publisher’s name, and the publisher’s web address')
      .waitFor();
    await room.getByLabel('Name').fill('Harbour Check');
    await room.getByLabel('Web address').fill('https://check.example/');
    await room.getByText('Missing: the address of the published check', { exact: true }).waitFor();
    expect(await room.getByRole('button', { name: 'Save the file' }).isDisabled()).toBe(true);
  });

  it('shows what the reader’s own template makes, and says where it is wrong', async () => {
    await room.getByText('Markdown, one file', { exact: true }).click();
    await room.getByText('Template of a quote').click();
    const field = room.getByLabel('What a quote becomes');
    await field.fill('* {{quote}} – {{noet}}');
    await room.getByText('There is no value named “noet” (line 1).').waitFor();
    await field.fill('* {{quote}} – {{note}}');
    await room.locator('pre').getByText('* The safety of our passengers').waitFor();
    expect(await saved(room)).toContain('negotiable. – \\=1+1');
    await room.getByRole('button', { name: 'Back to the usual template' }).click();
    await room.locator('pre').getByText('> The safety of our passengers').waitFor();
  });

  it('goes into the file that the reader chose, where the browser offers that', async () => {
    const page = await session.own('library.html#/export');
    await page.locator('pre').waitFor();
    // The system's dialog is answered with a file of the page's own storage; all else is as it is.
    await page.evaluate(() =>
      Reflect.set(globalThis, 'showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
      ),
    );
    await page.getByRole('button', { name: 'Save the file' }).click();
    await page.getByText(/^Saved as pressmark-.*\.json/).waitFor();
    const text = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      for await (const [name, handle] of root.entries()) {
        if (name.endsWith('.json') && handle instanceof FileSystemFileHandle) return (await handle.getFile()).text();
      }
      return '';
    });
    expect(JSON.parse(text).annotations).toHaveLength(1);
    await page.close();
  });

  it('comes back whole in an empty profile, settings included', async () => {
    const set = {
      scales: [{ id: 'Lighthouse scale', steps: [{ label: 'Sound', value: 1 }] }],
      colourNames: { yellow: 'to be checked' },
    };
    await room.evaluate((payload) => chrome.runtime.sendMessage({ type: 'settings.patch', payload }), set);
    await room.goto(room.url().replace(/#.*/, '#/backup'));
    await room.getByText(/Last backup on .*; since then: 0 changes\./).waitFor();
    const download = room.waitForEvent('download');
    await room.getByRole('button', { name: 'Back up now' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const other = await launchChromium({ web });
    const empty = await other.own('library.html#/import');
    await empty.setInputFiles('input[type=file]', file(text));
    await empty.getByText('Settings that come along: Verdict scales, names of colours, and').waitFor();
    await empty.getByRole('button', { name: /^Import 4 rows/ }).click();
    await empty.getByText('Import of pressmark.json complete').waitFor();
    // The same rows; the order of a row's fields means nothing.
    expect(JSON.parse(await everyRow(empty))).toEqual(JSON.parse(await everyRow(room)));
    const own = await rowsOf<{ value: object }>(empty, 'settings');
    expect(own.map(({ value }) => value)).toContainEqual(expect.objectContaining(set));
    await empty.goto(empty.url().replace('#/import', '#/settings'));
    await empty.locator('strong', { hasText: 'Lighthouse scale' }).waitFor();
    expect(await empty.getByLabel('Name of Yellow').inputValue()).toBe('to be checked');
    await other.close();
  });
});

describe('what comes in', () => {
  let room: Page;
  let before: string;
  const text = manyQuotes(12_000);
  const untouched = () =>
    until('the staged rows gone', async () => ((await rowsOf(room, 'staging')).length === 0 ? true : null));
  beforeAll(async () => {
    room = await session.own('library.html#/import');
    before = await everyRow(room);
  });

  it('leaves everything as it was when it is cancelled while it is read', async () => {
    await room.setInputFiles('input[type=file]', file(text));
    await room.getByText(/^Reading the file/).waitFor();
    await room.getByRole('button', { name: 'Cancel' }).click();
    await room.getByText('The import was cancelled.').waitFor();
    await untouched();
    expect(await everyRow(room)).toBe(before);
  });

  it('leaves everything as it was when it is cancelled while it is written', async () => {
    await room.setInputFiles('input[type=file]', file(text));
    await room.getByRole('button', { name: 'Import 12,001 rows' }).click();
    await room.getByRole('button', { name: 'Cancel' }).click();
    await room.getByText('The import was cancelled.').waitFor();
    await untouched();
    expect(await everyRow(room)).toBe(before);
  });

  it('leaves everything as it was when the tab is closed while it is written', async () => {
    const tab = await session.own('library.html#/import');
    await tab.setInputFiles('input[type=file]', file(text));
    await tab.getByRole('button', { name: 'Import 12,001 rows' }).click();
    await tab.getByText(/^Importing [1-9]/).waitFor();
    await tab.close();
    expect(await everyRow(room)).toBe(before);
    // What was put aside goes with the next import, or at the next start.
    await room.setInputFiles('input[type=file]', file('{}'));
    await room.getByText('Nothing was imported.').waitFor();
    await untouched();
  });

  it('waits its turn behind an import in another tab', async () => {
    const tab = await session.own('library.html#/import');
    await tab.setInputFiles('input[type=file]', file(manyQuotes(1)));
    await tab.getByRole('button', { name: 'Import 2 rows' }).waitFor();
    await room.setInputFiles('input[type=file]', file(manyQuotes(1)));
    await room.getByText('Another import is under way in another tab.').waitFor();
    await tab.close();
    await room.setInputFiles('input[type=file]', file('{}'));
    await room.getByText('The file was not exported by Pressmark.').waitFor();
    await untouched();
  });
});

describe('settings', () => {
  it('take a scale of the reader’s own, names of colours, and give muted sites back', async () => {
    const room = await session.own('library.html#/settings');
    await room.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'settings.patch', payload: { mutedSites: ['noise.example'] } }),
    );
    await room.getByRole('button', { name: /^Unmute.*noise\.example/ }).click();
    await room.getByText('None. You mute a site in the popup.').waitFor();
    await room.getByRole('button', { name: 'Add a scale' }).click();
    await room.getByLabel('Name of the scale').fill('Harbour scale');
    await room.getByLabel('Ratings, the best first, one in a line').fill('Sound\nLeaky\nSunk');
    await room.getByLabel(/Labels outside that order/).fill('Still afloat');
    await room.getByRole('button', { name: 'Save the scale' }).click();
    await room.getByText('Sound · Leaky · Sunk · Still afloat').waitFor();
    await room.getByLabel('Name of Yellow').fill('to be checked');
    await room.getByLabel('Name of Yellow').press('Tab');
    await until('the settings', async () => {
      const [row] = await rowsOf<{ value: { scales?: unknown; colourNames?: unknown } }>(room, 'settings').then(
        (rows) => rows.filter(({ value }) => 'scales' in value),
      );
      return JSON.stringify(row?.value.colourNames) === '{"yellow":"to be checked"}' &&
        JSON.stringify(row?.value.scales).includes('{"label":"Sunk","value":1},{"label":"Still afloat","value":null}')
        ? true
        : null;
    });
    await room.close();
  });

  it('remind of a backup, until it is made or put off', async () => {
    const room = await session.own('library.html');
    await room.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'settings.patch', payload: { backupChanges: 1, backupDays: 1 } }),
    );
    const page = await session.visit(ENGLISH);
    await saveQuote(session, page, 'passenger ferries in the region had recorded 17 engine-room incidents since 2021');
    await room.bringToFront();
    await room.getByText(/Your last backup is 0 days old, and there (has|have) been 1 change since\./).waitFor();
    await room.getByRole('button', { name: 'Remind me in a week' }).click();
    await room.getByText(/Your last backup is/).waitFor({ state: 'detached' });
    await room.close();
  });

  it('warn before the storage is full', async () => {
    const room = await session.own('library.html#/backup');
    await room.evaluate(() => {
      navigator.storage.estimate = async () => ({ usage: 90, quota: 100 });
      location.hash = '#/settings';
    });
    await room.getByRole('link', { name: 'Backup', exact: true }).click();
    await room.getByText('is nearly full; soon it may refuse to save').waitFor();
    await room.close();
  });

  it('erase everything, after the words were typed, and nothing before', async () => {
    const room = await session.own('library.html#/settings');
    const button = room.getByRole('button', { name: 'Delete everything' });
    expect(await button.isDisabled()).toBe(true);
    await room.getByLabel('Type “delete everything” to confirm').fill('delete');
    expect(await button.isDisabled()).toBe(true);
    expect(await rowsOf(room, 'annotations')).not.toHaveLength(0);
    await room.getByLabel('Type “delete everything” to confirm').fill('Delete everything');
    await button.click();
    await room.getByText('Everything is erased.').waitFor();
    expect(JSON.parse(await everyRow(room, [...TABLES, 'drafts', 'settings', 'staging'])).flat()).toEqual([]);
    await room.close();
  });
});
