import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilFocused, untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { clickHighlight, select } from './harness/page';
import { button, click, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, type Web } from './harness/web';

interface Row {
  readonly id: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly claimId?: string | null;
  readonly deletedAt: string | null;
}

let web: Web;
let session: Session;
/** A page of ours, through which the store is read. */
let own: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  own = await session.own('welcome.html');
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const quotes = async (): Promise<Row[]> =>
  (await rowsOf<Row>(own, 'annotations')).filter((row) => row.note !== undefined && row.deletedAt === null);
const shows = (page: Page, words: string | RegExp): Promise<true> =>
  until(`the page shows ${words}`, async () => ((await shownText(page)).match(words) ? true : null));

/** Begins each test with an empty library. */
beforeEach(async () => {
  await own.evaluate(() => chrome.runtime.sendMessage({ type: 'store.erase', payload: {} }));
});

/** Selects the words, highlights them, and saves them as a claim with a note at once. */
async function highlightThenClaim(page: Page): Promise<void> {
  await page.bringToFront();
  await select(page, QUOTE_EN);
  await click(page, button(/^Highlight/));
  await untilPainted(page, 1);
  await select(page, QUOTE_EN);
  await click(page, button(/^Claim/));
  await waitFor(page, button('Save quote'));
  await untilFocused(page, 'field');
  await page.keyboard.type('Harbour Master Siversen');
  await click(page, button('Save quote'));
  await until('two quotes', async () => ((await quotes()).length === 2 ? true : null));
}

const claimants = async (): Promise<string[]> =>
  (await rowsOf<{ claimant: { name: string } | null }>(own, 'claims')).flatMap(({ claimant }) => claimant?.name ?? []);

describe('the same words saved twice', () => {
  it('keep the claim that is made of them right after they were highlighted', async () => {
    const page = await session.visit(ENGLISH);
    await highlightThenClaim(page);
    expect(await claimants()).toEqual(['Harbour Master Siversen']);
    expect((await quotes()).filter(({ claimId }) => claimId !== null)).toHaveLength(1);
    await page.close();
  });

  it('keep it when the clock was set back in between', async () => {
    const page = await session.visit(ENGLISH);
    await saveQuote(session, page, QUOTE_EN);
    await (await session.worker()).evaluate(() => {
      const Real = Date;
      const back = 5 * 3_600_000;
      globalThis.Date = new Proxy(Real, {
        construct: (of, args: []) => (args.length === 0 ? new Real(Real.now() - back) : Reflect.construct(of, args)),
        get: (of, key) => (key === 'now' ? () => Real.now() - back : Reflect.get(of, key)),
      });
      Reflect.set(globalThis, 'setClockRight', () => {
        globalThis.Date = Real;
      });
    });
    await saveQuote(session, page, QUOTE_EN, { claim: { claimant: 'Harbour Master Siversen' }, tags: ['again'] });
    await (await session.worker()).evaluate(() => Reflect.get(globalThis, 'setClockRight')());
    expect(await claimants()).toEqual(['Harbour Master Siversen']);
    expect((await quotes()).flatMap(({ tags }) => tags ?? [])).toEqual(['again']);
    await page.close();
  });
});

describe('one quote that is edited in two tabs', () => {
  let one: Page;
  let two: Page;
  /** Opens the quote's form in both tabs, and only then types into each note: neither knows the other's words. */
  const typeInBoth = async (): Promise<void> => {
    one = await session.visit(ENGLISH);
    await saveQuote(session, one, QUOTE_EN, { note: 'At first' });
    two = await session.visit(ENGLISH);
    for (const page of [one, two]) {
      await page.bringToFront();
      await untilPainted(page, 1);
      await clickHighlight(page, QUOTE_EN);
      await click(page, button('Edit'));
      await waitFor(page, button('Save changes'));
    }
    for (const [page, words] of [
      [two, ' and theirs'],
      [one, ' and mine'],
    ] as const) {
      await page.bringToFront();
      await untilFocused(page, 'field');
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
    }
  };
  const saveIn = async (page: Page): Promise<void> => {
    await page.bringToFront();
    await page.keyboard.press('Control+Enter');
  };
  const close = () => Promise.all([one.close(), two.close()]);

  it('shows both notes and lets the reader choose', async () => {
    await typeInBoth();
    await saveIn(two);
    await until('it is saved', async () => ((await quotes())[0]?.note === 'At first and theirs' ? true : null));
    // The other tab's save has come; the form stays as it is, and so does its draft.
    await saveIn(one);
    await shows(one, /Saved elsewhere: Note.*At first and theirs/);
    expect(await shownText(one)).toMatch(/Yours: Note.*At first and mine/);
    expect((await quotes())[0]?.note).toBe('At first and theirs');
    expect(await rowsOf(own, 'drafts')).toMatchObject([{ words: { note: 'At first and mine' } }]);
    await click(one, button('Save mine'));
    await until('mine is saved', async () => ((await quotes())[0]?.note === 'At first and mine' ? true : null));
    await until('no draft is left', async () => ((await rowsOf(own, 'drafts')).length === 0 ? true : null));
    await close();
  });

  it('keeps the words in the form when the quote is deleted elsewhere, and saves them once it is back', async () => {
    await typeInBoth();
    const [quote] = await quotes();
    await own.evaluate(
      (id) => chrome.runtime.sendMessage({ type: 'annotation.delete', payload: { id } }),
      quote?.id ?? '',
    );
    await shows(one, /was deleted in another window/);
    expect(await shownText(one)).toContain('Copy my words');
    await click(one, button('Undo deletion'));
    await until('it is back', async () => ((await quotes()).length === 1 ? true : null));
    await until('the form says so', async () => ((await shownText(one)).includes('was deleted') ? null : true));
    await saveIn(one);
    await until('it is saved', async () => ((await quotes())[0]?.note === 'At first and mine' ? true : null));
    await close();
  });

  it('keeps the words in the popup, too, and shows both there', async () => {
    one = await session.visit(ENGLISH);
    const id = await saveQuote(session, one, QUOTE_EN, { note: 'At first' });
    const popup = await session.popup(one);
    await popup.getByRole('button', { name: 'Edit' }).first().click();
    await popup.getByLabel('Note').fill('Typed in the popup');
    await own.evaluate(
      async ([quote, base, note]) =>
        chrome.runtime.sendMessage({
          type: 'annotation.update',
          payload: { id: quote, base, mine: { ...base, words: { ...base.words, note } }, draft: null },
        }),
      [
        id,
        { words: { note: 'At first', tags: [], colour: 'yellow', speaker: null }, claim: null },
        'Typed elsewhere',
      ] as const,
    );
    await popup.getByRole('button', { name: 'Save changes' }).click();
    await popup.getByText('Typed elsewhere').waitFor();
    await popup.getByRole('button', { name: 'Take theirs into my form' }).click();
    expect(await popup.getByLabel('Note').inputValue()).toBe('Typed elsewhere');
    await popup.getByLabel('Note').fill('Typed elsewhere, and in the popup');
    await own.evaluate(
      (quote) => chrome.runtime.sendMessage({ type: 'annotation.delete', payload: { id: quote } }),
      id,
    );
    await popup.getByText('was deleted in another window').waitFor();
    expect(await popup.getByLabel('Note').inputValue()).toBe('Typed elsewhere, and in the popup');
    await popup.close();
    await one.close();
  });

  it('keeps the words in the panel when the quote is deleted elsewhere', async () => {
    one = await session.visit(ENGLISH);
    const id = await saveQuote(session, one, QUOTE_EN, { note: 'At first' });
    const panel = await session.own(`sidepanel.html?tab=${await session.tabId(one)}`);
    await panel.getByRole('button', { name: 'Edit' }).first().click();
    await panel.getByLabel('Note').fill('Typed in the panel');
    await own.evaluate(
      (quote) => chrome.runtime.sendMessage({ type: 'annotation.delete', payload: { id: quote } }),
      id,
    );
    await panel.getByText('was deleted in another window').waitFor();
    expect(await panel.getByLabel('Note').inputValue()).toBe('Typed in the panel');
    await panel.getByRole('button', { name: 'Undo deletion', exact: true }).click();
    await panel.getByText('was deleted in another window').waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Save changes' }).click();
    await until('it is saved', async () => ((await quotes())[0]?.note === 'Typed in the panel' ? true : null));
    await panel.close();
    await one.close();
  });
});

describe('a save while the library is busy with something large', () => {
  it('says that it waits, and is saved when that is done', async () => {
    const page = await session.visit(ENGLISH);
    const library = await session.own('welcome.html');
    // A transaction lives as long as it is asked something.
    await library.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('pressmark');
          opening.onsuccess = () => {
            const store = opening.result.transaction('annotations', 'readwrite').objectStore('annotations');
            const hold = (): void => {
              if (Reflect.get(globalThis, 'released') !== true) store.get('').onsuccess = hold;
            };
            hold();
            resolve();
          };
        }),
    );
    await page.bringToFront();
    await select(page, QUOTE_EN);
    await click(page, button(/^Highlight/));
    await shows(page, /library is busy with a large change/);
    await library.evaluate(() => Reflect.set(globalThis, 'released', true));
    await untilPainted(page, 1);
    await until('the notice goes', async () => ((await shownText(page)).includes('is busy') ? null : true));
    await library.close();
    await page.close();
  });
});
