import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, untilPainted } from './harness/journey';
import { axeFindings, rowsOf, saveQuote } from './harness/own';
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

describe('a damaged row', () => {
  it('is set aside and named; its article is painted, saved on and shown', async () => {
    const page = await session.visit(ENGLISH);
    const damaged = await saveQuote(session, page, 'We followed every procedure that the regulator asks of us');
    await saveQuote(session, page, QUOTE_EN);
    const own = await session.own('welcome.html');
    await own.evaluate(
      (id) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('pressmark');
          opening.onsuccess = () => {
            const store = opening.result.transaction('annotations', 'readwrite').objectStore('annotations');
            const asking = store.get(id);
            asking.onsuccess = () => {
              const { position: _gone, tags: _too, ...row } = asking.result;
              store.put(row);
            };
            store.transaction.oncomplete = () => resolve(opening.result.close());
          };
        }),
      damaged,
    );
    await page.reload();
    await untilPainted(page, 1);
    await saveQuote(session, page, 'a matter of when, not if');
    await untilPainted(page, 2);
    const library = await session.own('library.html');
    await library.getByText(QUOTE_EN.slice(0, 40)).first().waitFor();
    await library.getByText(`One entry (${damaged}) is damaged`).waitFor();
    expect(await axeFindings(library)).toEqual([]);
    const saving = library.waitForEvent('download');
    await library.getByRole('button', { name: 'Save what is left' }).click();
    const file = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    expect(file).toMatchObject([{ table: 'annotations', id: damaged, row: { note: '' } }]);
    expect((await rowsOf<{ id: string }>(own, 'annotations')).map(({ id }) => id)).toContain(damaged);
    await library.close();
    await own.close();
  });
});
