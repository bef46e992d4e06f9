import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { clickHighlight } from './harness/page';
import { button, click, ownFrames, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const SCRIPT = readFileSync(fileURLToPath(new URL('../fixtures/hostile/reach-in.js', import.meta.url)), 'utf8');
const ARTICLE = (sampleSites().get(ENGLISH) ?? '').replace('</body>', `<script>${SCRIPT}</script></body>`);
const NOTE = 'zanzibar kept this for herself';
/** What only our interface says: a note, a tag, labels. */
const SECRETS = ['zanzibar', 'herself', 'quokkas', 'Delete', 'Edit', 'Copy', 'Save quote', 'z', 'q'];

interface Row {
  deletedAt: string | null;
  updatedAt: string;
}
interface Reached {
  hits: string[];
  inside: unknown[];
  frames: unknown[];
  focused: string;
  resources: number;
  html: string;
  loot: { keys: string[]; events: string[]; found: string[]; roots: string[] };
}

let web: Web;
let session: Session;
let page: Page;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  web.put(ENGLISH, ARTICLE);
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
  library = await session.own('library.html');
  await saveQuote(session, page, QUOTE_EN, { note: NOTE, tags: ['quokkas'] });
  await page.bringToFront();
  await untilPainted(page, 1);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const call = <Answer>(name: string, argument?: unknown): Promise<Answer> =>
  page.evaluate(([fn, given]) => Reflect.get(globalThis, String(fn))(given), [name, argument]);

async function reachesNothing(): Promise<void> {
  const reached = await call<Reached>('reachIn', SECRETS);
  // The article itself has letters.
  expect(reached.hits.filter((hit) => hit.length > 1)).toEqual([]);
  expect(reached).toMatchObject({ inside: [], frames: [0, 'undefined', 0], resources: 0, html: '' });
  expect(reached.loot).toMatchObject({ found: [], roots: [] });
}

describe('what Pressmark shows on a page that reaches in', () => {
  it('is neither read nor found while a card is open by pointing', async () => {
    const at = await page.evaluate(() => {
      const [range] = CSS.highlights.get('pressmark-yellow') ?? [];
      const box = range instanceof Range ? range.getClientRects()[0] : undefined;
      return { x: (box?.left ?? 0) + 9, y: (box?.top ?? 0) + 9 };
    });
    await page.mouse.move(at.x - 2, at.y);
    await page.mouse.move(at.x, at.y);
    await until('the card', async () => ((await shownText(page)).includes(NOTE) ? true : null));
    await reachesNothing();
    await page.mouse.move(2, 2);
    await until('the card to close', async () => ((await shownText(page)).includes(NOTE) ? null : true));
  });

  it('is neither read nor found while a card is open, and hears no key that is typed in it', async () => {
    await clickHighlight(page, QUOTE_EN);
    await until('the card', async () => ((await shownText(page)).includes(NOTE) ? true : null));
    await reachesNothing();
    await click(page, button('Edit'));
    await untilFocused(page, 'field');
    await page.keyboard.type(' and vicuna too');
    await until('the words', async () =>
      (await ownFrames(page)[0]?.evaluate(() => document.querySelector('textarea')?.value.includes('vicuna'))) === true
        ? true
        : null,
    );
    await reachesNothing();
    const { keys, events } = (await call<Reached>('reachIn', [])).loot;
    expect(keys.filter((key) => !/:undefined$|:$/.test(key))).toEqual([]);
    // It sees that its own events reached the host, and nothing of the person's.
    expect(events.every((event) => event.endsWith(':pressmark-ui') || event.endsWith(':'))).toBe(true);
    await click(page, button('Cancel'));
  });

  it('stays where it is and as it is, whatever rules the page makes', async () => {
    const before = await waitFor(page, button('Delete'));
    const shown = await call<object>('moveAway');
    expect(shown).toEqual({
      opacity: '1',
      transform: 'none',
      filter: 'none',
      clipPath: 'none',
      visibility: 'visible',
      display: 'block',
    });
    expect(await waitFor(page, button('Delete'))).toEqual(before);
  });

  it('does nothing for a click that meets it under something of the page', async () => {
    const rows = await rowsOf<Row>(library, 'annotations');
    await page.bringToFront();
    await call('cover');
    await click(page, button('Delete'));
    await until('why nothing was done', async () =>
      (await shownText(page)).includes('covered or moved this card') ? true : null,
    );
    expect(await rowsOf<Row>(library, 'annotations')).toEqual(rows);
  });
});
