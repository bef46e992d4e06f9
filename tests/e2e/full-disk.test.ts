import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until } from './harness/journey';
import { rowsOf } from './harness/own';
import { select } from './harness/page';
import { sampleRows } from './harness/rows';
import { ENGLISH, openWeb, type Web } from './harness/web';

let web: Web;
let session: Session;
let room: Page;
let disk: CDPSession;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  room = await session.own('library.html#/import');
  disk = await session.context.newCDPSession(room);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** How much room the browser gives the extension, in bytes: what a disk that fills up comes down to. */
const give = (quotaSize: number): Promise<unknown> =>
  disk.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${session.extensionId}`, quotaSize });

const TABLES = ['articles', 'snapshots', 'claims', 'annotations', 'staging', 'journal'];
const everyRow = async (): Promise<string> =>
  JSON.stringify(await Promise.all(TABLES.map((table) => rowsOf(room, table))));

// The browser asks again how much is left where it would refuse, but not for half a minute where it would not: room
// only grows from one test to the next.
describe('a disk that is full', () => {
  it('refuses a quote in a sentence, keeps what was typed in sight, and saves it once there is room', async () => {
    await give(1);
    const page = await session.visit(ENGLISH);
    await select(page, QUOTE_EN);
    const popup = await session.popup(page);
    await popup.getByLabel('Note').fill('Typed while the disk was full');
    await popup.getByRole('button', { name: 'Save quote' }).click();
    await popup.getByText(/The disk space for this browser is used up/).waitFor();
    expect(await popup.getByLabel('Note').inputValue()).toBe('Typed while the disk was full');
    expect(JSON.parse(await everyRow()).flat()).toEqual([]);
    await give(1_000_000);
    await popup.getByRole('button', { name: 'Save quote' }).click();
    await popup.getByText('Saved on this page').waitFor();
    expect(await rowsOf<{ note: string }>(room, 'annotations')).toMatchObject([
      { note: 'Typed while the disk was full' },
    ]);
    await popup.close();
    await page.close();
  });

  it('ends an import whose rows fit while they were put aside and no more when they were written: nothing is there of it', async () => {
    const before = await everyRow();
    const head = { format: 'pressmark', version: 1, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'test' };
    const text = JSON.stringify({ ...head, ...sampleRows(3_000), snapshots: [] });
    const choose = () =>
      room.setInputFiles('input[type=file]', {
        name: 'pressmark.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await give(2_000_000);
    await choose();
    await room.getByRole('button', { name: 'Import 3,013 rows' }).click();
    await room.getByText('Nothing was imported.').waitFor();
    await room.getByText(/too full for these rows\. Free some space, then try again\./).waitFor();
    await until('the staged rows gone', async () => ((await everyRow()) === before ? true : null));
    await give(1_000_000_000);
    await choose();
    await room.getByRole('button', { name: 'Import 3,013 rows' }).click();
    await room.getByText('Import of pressmark.json complete').waitFor();
    expect(await rowsOf(room, 'annotations')).toHaveLength(3_001);
  });
});
