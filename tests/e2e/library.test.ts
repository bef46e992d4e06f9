import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium.ts';
import { CLAIM_EN, QUOTE_EN, QUOTE_FR } from './harness/journey.ts';
import { axeFindings, saveQuote } from './harness/own.ts';
import { ENGLISH, FRENCH, openWeb, type Web } from './harness/web.ts';

let web: Web;
let session: Session;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  const french = await session.visit(FRENCH);
  await saveQuote(session, french, QUOTE_FR, { colour: 'green', tags: ['digue'] });
  const english = await session.visit(ENGLISH);
  await saveQuote(session, english, QUOTE_EN, { note: 'Compare with the memo', tags: ['ferry', 'safety'] });
  await saveQuote(session, english, CLAIM_EN, {
    tags: ['ferry'],
    claim: { claimant: 'Hanne Siversen', type: 'quantity in the past or present', verdict: 'Supported' },
  });
  library = await session.own('library.html');
  await library.setViewportSize({ width: 1280, height: 860 });
});

afterAll(async () => {
  await session.close();
  await web.close();
});

const tab = (name: string) => library.getByRole('link', { name: new RegExp(`^${name}`) });
const search = () => library.getByRole('searchbox');
const lines = () => library.locator('.virtual > .line');
const texts = () => library.locator('.virtual [data-focus]').allTextContents();

describe('the search of the library', () => {
  it('shows the newest quote first, with the numbers of all three views', async () => {
    await tab('Quotes 3').waitFor();
    await tab('Articles 2').waitFor();
    await tab('Claims 1').waitFor();
    expect(await texts()).toEqual([CLAIM_EN, QUOTE_EN, QUOTE_FR].map((text) => expect.stringContaining(text)));
  });

  it('narrows at each key, whatever the accents and case, and marks what it found', async () => {
    await search().fill('CONSTRUÎT pas');
    await expect.poll(texts).toEqual([expect.stringContaining(QUOTE_FR)]);
    expect(await library.locator('.virtual mark').allTextContents()).toEqual(['construit', 'pas']);
    await search().fill('claimant:siversen');
    await expect.poll(texts).toEqual([expect.stringContaining(CLAIM_EN)]);
    await search().fill('');
    await expect.poll(() => lines().count()).toBe(3);
  });

  it('filters by facets: several values of one widen, several facets narrow', async () => {
    await library.getByRole('checkbox', { name: /^digue/ }).check();
    await expect.poll(() => lines().count()).toBe(1);
    await library.getByRole('checkbox', { name: /^safety/ }).check();
    await expect.poll(() => lines().count()).toBe(2);
    await library.getByRole('checkbox', { name: /^Green/ }).check();
    await expect.poll(texts).toEqual([expect.stringContaining(QUOTE_FR)]);
    expect(await axeFindings(library)).toEqual([]);
  });

  it('keeps its state in the address: back, reload', async () => {
    await library.goBack();
    await expect.poll(() => lines().count()).toBe(2);
    await expect.poll(() => library.url()).toMatch(/#\/quotes\?tag=digue&tag=safety$/);
    await library.reload();
    await expect.poll(() => lines().count()).toBe(2);
    expect(await library.getByRole('checkbox', { name: /^digue/ }).isChecked()).toBe(true);
    await library.getByRole('button', { name: 'Remove all filters' }).click();
    await expect.poll(() => lines().count()).toBe(3);
    await search().fill('compare memo');
    await expect.poll(() => library.url()).toMatch(/q=compare\+memo$/);
    await library.reload();
    expect(await search().inputValue()).toBe('compare memo');
    await expect.poll(texts).toEqual([expect.stringContaining(QUOTE_EN)]);
    await search().fill('');
  });

  it('shows articles and claims of the same search', async () => {
    await search().fill('ferries');
    await tab('Claims 1').click();
    await expect.poll(texts).toEqual([expect.stringContaining(CLAIM_EN)]);
    await library.getByText('Hanne Siversen').first().waitFor();
    expect(await axeFindings(library)).toEqual([]);
    await tab('Articles 1').click();
    await expect.poll(texts).toEqual([expect.stringContaining('Ferry firm was warned')]);
    expect(await axeFindings(library)).toEqual([]);
    await search().fill('');
    await tab('Quotes').click();
    await expect.poll(() => lines().count()).toBe(3);
  });

  it('is walked by keyboard; Enter opens, back returns', async () => {
    await search().focus();
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('ArrowDown');
    const focused = () => library.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(focused).toContain(QUOTE_EN);
    await library.keyboard.press('End');
    await expect.poll(focused).toContain(QUOTE_FR);
    await library.keyboard.press('Home');
    await expect.poll(focused).toContain(CLAIM_EN);
    await library.keyboard.press('Enter');
    await library.getByText('Address of an archived copy').waitFor();
    await library.goBack();
    await expect.poll(() => lines().count()).toBe(3);
  });

  it('selects by key, by range and all of the search', async () => {
    await library.locator('.virtual [data-focus]').first().focus();
    await library.keyboard.press('x');
    await library.getByText('1 selected').first().waitFor();
    await library.getByRole('checkbox', { name: /^Select: On ne construit/ }).click({ modifiers: ['Shift'] });
    await library.getByText('3 selected').first().waitFor();
    expect(await axeFindings(library)).toEqual([]);
    await library.getByRole('button', { name: 'Select nothing' }).click();
    await expect.poll(() => library.getByText('3 selected').count()).toBe(0);
  });

  it('loses what is deleted elsewhere and has it again after the undo', async () => {
    const popup = await session.popup(await session.visit(FRENCH));
    await popup.getByRole('button', { name: 'Delete' }).press('Enter');
    await popup.getByText('Quote deleted.').waitFor();
    await library.bringToFront();
    await tab('Quotes 2').waitFor();
    await expect.poll(() => lines().count()).toBe(2);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Undo' }).first().press('Enter');
    await library.bringToFront();
    await tab('Quotes 3').waitFor();
    await expect.poll(() => lines().count()).toBe(3);
  });

  it('says what to do where nothing is found, and about a date that is none', async () => {
    await search().fill('zeppelin before:spring');
    await library.getByText('“before:spring” was left out').waitFor();
    await library.getByText('Nothing found').waitFor();
    await library.getByRole('button', { name: 'Clear the search' }).click();
    await expect.poll(() => lines().count()).toBe(3);
    expect(await search().inputValue()).toBe('');
  });
});
