import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, QUOTE_EN, until, untilPainted } from './harness/journey';
import { press, rowsOf, saveQuote } from './harness/own';
import { select } from './harness/page';
import { button, click, shownText, waitFor, words } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

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

const SENTENCE = 'Water levels at the old lock rose by nine centimetres in a single night.';
const story = (more: string): string =>
  `<!doctype html><html lang="en"><head><title>Lock</title></head><body><article><h1>Lock</h1><p>${SENTENCE}</p>${more}</article></body></html>`;

/** Serves a page at an address of its own, and opens it. */
async function open(name: string, html: string, headers: Record<string, string> = {}): Promise<Page> {
  const address = `http://harbour-courier.example/odd/${name}`;
  web.put(address, html, headers);
  return session.visit(address);
}

/** The popup on a page that is no news article, after the reader chose to annotate it all the same. */
async function anyway(page: Page): Promise<Page> {
  const popup = await session.popup(page);
  await popup.getByRole('button', { name: 'Annotate anyway' }).click();
  return popup;
}

const noticed = (page: Page, words: RegExp): Promise<string> =>
  until(`${words} on the page`, async () => {
    const text = await shownText(page);
    return words.test(text) ? text : null;
  });

describe('pages that are not what one expects', () => {
  it('has a sentence for a page without text', async () => {
    const page = await open('empty', '<!doctype html><title>Nothing</title><canvas></canvas>');
    const popup = await anyway(page);
    await popup.getByText(/no text on this page|Nothing saved here yet/).waitFor();
    await popup.close();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.documentElement));
    await press(session, page, 'highlight-selection');
    await noticed(page, /no text on this page/);
  });

  it('stays answerable on a page of ten megabytes, and saves a quote at its end', async () => {
    const filler = '<p>The clerk read the minutes aloud, and nobody in the hall listened to a word of it.</p>\n';
    const last = 'Only the caretaker objected to the motion.';
    const page = await open(
      'long',
      story(`${filler.repeat(Math.ceil((10 * 1024 * 1024) / filler.length))}<p id="last">${last}</p>`),
    );
    await page.evaluate(() => {
      const end = document.querySelector('#last');
      if (end) getSelection()?.selectAllChildren(end);
    });
    const popup = await anyway(page);
    await popup.getByText(last).first().waitFor({ timeout: 30_000 });
    await popup.getByRole('button', { name: 'Save quote' }).click();
    await popup.getByText('Saved on this page').waitFor({ timeout: 30_000 });
    await untilPainted(page, 1);
    expect(await page.evaluate(() => document.title)).toBe('Lock');
    await page.close();
    await popup.close();
  });

  it.each([
    ['an empty tab', 'about:blank'],
    ['a page of the browser', 'chrome://version/'],
    ['a file', 'file:///etc/hostname'],
  ])('says in a sentence that it cannot enter %s', async (_kind, address) => {
    const page = await session.context.newPage();
    await page.goto(address);
    const popup = await session.popup(page);
    await popup.getByText('Nothing to annotate here').waitFor();
    await popup.getByText(/No page is open|does not show this page/).waitFor();
    await popup.getByRole('button', { name: 'Library' }).waitFor();
    await popup.close();
    await page.close();
  });

  it('works on a page whose named elements hide the document’s own properties', async () => {
    const names = ['body', 'head', 'title', 'getElementById', 'images', 'links', 'forms'];
    const page = await open(
      'clobbered',
      story(`${names.map((name) => `<form name="${name}"><input></form><img name="${name}">`).join('')}<p>More.</p>`),
    );
    await page.evaluate(() => {
      const said = document.querySelector('p');
      if (said) getSelection()?.selectAllChildren(said);
    });
    const popup = await anyway(page);
    await popup.getByText(SENTENCE).first().waitFor();
    await popup.getByRole('button', { name: 'Save quote' }).click();
    await popup.getByText('Saved on this page').waitFor();
    await untilPainted(page, 1);
    await popup.close();
    await page.reload();
    await untilPainted(page, 1);
  });

  it('shows toolbar and highlights under the strictest content security policy', async () => {
    const page = await open(
      'strict-policy-2026',
      sampleSites()
        .get(ENGLISH)
        ?.replace(/<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>|<script[\s\S]*?<\/script>/g, '') ?? '',
      {
        'content-security-policy':
          "default-src 'none'; sandbox allow-same-origin allow-scripts; require-trusted-types-for 'script'",
      },
    );
    await until('the badge', async () => (await badgeOf(session, page)) || null);
    await select(page, QUOTE_EN);
    const box = await waitFor(page, button('Highlight'));
    expect(box.height).toBeGreaterThan(20);
    await click(page, button('Highlight'));
    await untilPainted(page, 1);
    const colour = await page.evaluate(
      () => getComputedStyle(document.documentElement, '::highlight(pressmark-yellow)').backgroundColor,
    );
    expect(colour).not.toMatch(/rgba\(0, 0, 0, 0\)|transparent/);
  });
});

describe('selections that are no quote', () => {
  it('says so for words in a form field', async () => {
    const page = await open('form', story('<textarea id="t">My own comment on all of this</textarea>'));
    await page.locator('#t').selectText();
    await press(session, page, 'highlight-selection');
    await noticed(page, /inside a form field/);
  });

  it('takes words in its own card for no selection of the page', async () => {
    const page = await open('own', story(''));
    const id = await saveQuote(session, page, SENTENCE, { note: 'A note that is long enough to be selected' });
    await press(session, page, 'next-highlight');
    const box = await waitFor(page, words('p', /long enough/));
    await page.mouse.click(box.x + 20, box.y + box.height / 2, { clickCount: 3 });
    expect(id).not.toBe('');
    await press(session, page, 'highlight-selection');
    await noticed(page, /Nothing is selected/);
  });

  it('quotes the words before a frame when the selection runs across it', async () => {
    const page = await open(
      'across',
      story('<iframe srcdoc="<p>Inside</p>"></iframe><p>After the frame came this.</p>'),
    );
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('article') ?? document.body));
    const popup = await anyway(page);
    await popup.getByText(SENTENCE).first().waitFor();
    expect(await popup.getByText('Inside').count()).toBe(0);
    await popup.close();
  });
});

interface Row {
  id: string;
  note?: string;
  updatedAt: string;
  quote?: { exact: string };
}
interface File {
  version: number;
  articles: Row[];
  annotations: Row[];
}

describe('files that are not what they should be', () => {
  let library: Page;
  let exported: string;
  const tables = ['articles', 'snapshots', 'claims', 'annotations', 'staging'];
  const store = async () => JSON.stringify(await Promise.all(tables.map((table) => rowsOf(library, table))));
  const give = (text: string) =>
    library.setInputFiles('input[type=file]', {
      name: 'pressmark.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  const changed = (change: (file: File) => void): string => {
    const file: File = JSON.parse(exported);
    change(file);
    return JSON.stringify(file);
  };
  beforeAll(async () => {
    library = await session.own('library.html#/export');
    const download = library.waitForEvent('download');
    await library.getByRole('button', { name: 'Save the file' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
    exported = Buffer.concat(chunks).toString('utf8');
    await library.goto(library.url().replace('#/export', '#/import'));
  });

  it.each([
    ['no JSON', () => 'Dear Sir or Madam,', /not valid JSON/],
    ['JSON that breaks off', () => exported.slice(0, -40), /breaks off at Annotation \d/],
    ['somebody else’s JSON', () => '{"format":"bookmarks","version":1}', /not exported by Pressmark/],
    ['a newer version', () => changed((file) => Object.assign(file, { version: 99 })), /newer Pressmark \(format 99\)/],
  ])('refuses %s, says why, and leaves the library as it was', async (_what, text, sentence) => {
    const before = await store();
    await library.reload();
    await give(text());
    await library.getByText('Nothing was imported.').waitFor();
    await library.getByText(sentence).waitFor();
    expect(await store()).toBe(before);
  });

  it('names a bad row and its reason before anything happens', async () => {
    const before = await store();
    await library.reload();
    await give(
      changed((file) =>
        file.annotations.splice(1, 0, Object.assign({}, file.annotations[0], { id: 'row-two', colour: 'plaid' })),
      ),
    );
    await library.getByText('Annotation 2 (row-two)').waitFor();
    await library.getByText('“id” is not an id (a UUID in lower case): row-two').waitFor();
    expect(await library.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
    await library.getByRole('button', { name: /^(Cancel|Close)$/ }).click();
    await library.getByRole('button', { name: 'Choose a file' }).waitFor();
    await until('the staged rows gone', async () => ((await store()) === before ? true : null));
  });

  it('merges a good file and reports what it did', async () => {
    await library.reload();
    const id = 'ab000000-0000-4000-8000-0000000000ab';
    await give(
      changed((file) => {
        const [first] = file.annotations;
        if (!first) throw new Error('nothing exported');
        file.annotations.push({ ...first, id, note: 'came with the file' });
        Object.assign(first, { note: 'changed elsewhere', updatedAt: '2099-01-01T00:00:00.000Z' });
      }),
    );
    // A page that hangs all the while does not hold the import up.
    const hung = await open('hung', story(''));
    await hung.evaluate(() => {
      setTimeout(() => {
        for (const end = Date.now() + 40_000; Date.now() < end; );
      });
    });
    await library.bringToFront();
    await library.getByRole('button', { name: 'Import 2 rows' }).click();
    await library.getByText('Import of pressmark.json complete').waitFor({ timeout: 30_000 });
    await hung.close();
    const rows = await rowsOf<Row>(library, 'annotations');
    expect(rows.find((row) => row.id === id)?.note).toBe('came with the file');
    expect(rows.filter((row) => row.note === 'changed elsewhere')).toHaveLength(1);
    await library.getByRole('link', { name: 'Library' }).click();
    await library.getByText('came with the file').waitFor();
  });
});
