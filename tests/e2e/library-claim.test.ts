import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { CLAIM_EN, QUOTE_EN, until } from './harness/journey';
import { axeFindings, rowsOf, saveQuote } from './harness/own';
import { ENGLISH, openWeb, type Web } from './harness/web';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly priority: string | null;
  readonly progress: string;
  readonly deletedAt: string | null;
}

let web: Web;
let session: Session;
let first: Page;
let second: Page;
let id = '';

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  const page = await session.visit(ENGLISH);
  await saveQuote(session, page, CLAIM_EN, { claim: { claimant: 'Hanne Siversen' } });
  await saveQuote(session, page, QUOTE_EN, { claim: { claimant: 'The operator' } });
  const own = await session.own('welcome.html');
  id = (await rowsOf<Row>(own, 'claims')).find(({ text }) => text === CLAIM_EN)?.id ?? '';
  await own.close();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const open = async (): Promise<Page> => {
  const library = await session.own(`library.html#/claim/${id}`);
  await library.getByRole('heading', { name: CLAIM_EN, level: 1 }).waitFor();
  await library.getByLabel('Statement').waitFor();
  return library;
};
const stored = async (): Promise<Row | undefined> => (await rowsOf<Row>(first, 'claims')).find((row) => row.id === id);
const saved = (library: Page) => library.getByRole('status').getByText('Claim saved.').first().waitFor();
const save = (library: Page) => library.getByRole('button', { name: 'Save claim' }).click();

describe('a claim in the library', () => {
  it('shows where it appears, with the way to the article, and has no barrier in light or dark', async () => {
    first = await open();
    await first
      .getByRole('region', { name: /Where it appears/ })
      .getByText(CLAIM_EN)
      .waitFor();
    expect(
      await first
        .getByRole('region', { name: /Where it appears/ })
        .getByRole('link')
        .count(),
    ).toBe(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await first.emulateMedia({ colorScheme });
      expect(await axeFindings(first), colorScheme).toEqual([]);
    }
  });

  it('keeps what two windows changed in different fields', async () => {
    second = await open();
    await second.getByLabel('Priority').selectOption('yes, very urgent');
    await first.bringToFront();
    await first.getByLabel('Progress').selectOption('in progress');
    await save(first);
    await saved(first);
    await second.bringToFront();
    await save(second);
    await saved(second);
    expect(await stored()).toMatchObject({ priority: 'yes, very urgent', progress: 'in progress' });
  });

  it('asks where both changed one field, and saves nothing until then', async () => {
    await first.bringToFront();
    await first.getByLabel('Progress').selectOption('checked');
    await second.bringToFront();
    await second.getByLabel('Progress').selectOption('dropped');
    await save(second);
    await until('the saved progress', async () => ((await stored())?.progress === 'dropped' ? true : null));
    await first.bringToFront();
    await save(first);
    await first.getByText('changed elsewhere while you were writing').waitFor();
    await first.getByRole('definition').getByText('Dropped').waitFor();
    expect(await axeFindings(first)).toEqual([]);
    expect((await stored())?.progress).toBe('dropped');
    await first.getByRole('button', { name: 'Save mine' }).click();
    await until('mine', async () => ((await stored())?.progress === 'checked' ? true : null));
    await second.close();
  });

  it('is deleted and restored', async () => {
    await first.getByRole('button', { name: 'Delete claim' }).click();
    await first.getByText('Claim deleted; its quotes stay.').waitFor();
    expect((await stored())?.deletedAt).not.toBeNull();
    await first.getByRole('button', { name: /^Undo/ }).first().click();
    await until('the claim', async () => ((await stored())?.deletedAt === null ? true : null));
    await first.close();
  });
});
