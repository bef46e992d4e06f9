import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { CLAIM_EN } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { ENGLISH, openWeb, type Web } from './harness/web';

interface Row {
  readonly id: string;
  readonly verdict: { readonly label: string; readonly value: number | null; readonly best: number | null } | null;
}

const SCALE = {
  id: 'Harbour scale',
  steps: [
    { label: 'Sound', value: 3 },
    { label: 'Leaky', value: 2 },
    { label: 'Sunk', value: 1 },
  ],
};

let web: Web;
let session: Session;
let id = '';

const patch = (own: Page, payload: object): Promise<unknown> =>
  own.evaluate((part) => chrome.runtime.sendMessage({ type: 'settings.patch', payload: part }), payload);
const claimIn = async (own: Page): Promise<Row | undefined> => (await rowsOf<Row>(own, 'claims'))[0];

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  const own = await session.own('welcome.html');
  await patch(own, { scales: [SCALE], colourNames: { yellow: 'To be checked' } });
  const page = await session.visit(ENGLISH);
  await saveQuote(session, page, CLAIM_EN, {
    claim: { claimant: 'Hanne Siversen', scaleId: SCALE.id, verdict: 'Leaky' },
  });
  const row = await claimIn(own);
  expect(row?.verdict).toMatchObject({ label: 'Leaky', value: 2, best: 3 });
  id = row?.id ?? '';
  await own.close();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

it('a claim on a scale of the reader’s own, opened directly, is rated at once and meets no conflict', async () => {
  const library = await session.own(`library.html#/claim/${id}`);
  // The scale's ratings are there as soon as the form is: a reader is that quick.
  await library.getByLabel('Statement').waitFor();
  expect(await library.getByLabel('Verdict scale').inputValue()).toBe(SCALE.id);
  await library.getByRole('combobox', { name: 'Verdict', exact: true }).selectOption('Sunk');
  await library.getByRole('button', { name: 'Save claim' }).click();
  await library.getByRole('status').getByText('Claim saved.').first().waitFor();
  expect((await claimIn(library))?.verdict).toMatchObject({ label: 'Sunk', value: 1, best: 3 });
  await library.close();
});

it('a claim on a scale that is no longer there keeps it, and is changed without a conflict', async () => {
  const library = await session.own(`library.html#/claim/${id}`);
  await patch(library, { scales: [] });
  await library.reload();
  await library.getByLabel('Statement').waitFor();
  expect(await library.getByLabel('Verdict scale').inputValue()).toBe(SCALE.id);
  await library.getByLabel('Priority').selectOption('yes, very urgent');
  await library.getByRole('button', { name: 'Save claim' }).click();
  await library.getByRole('status').getByText('Claim saved.').first().waitFor();
  expect((await claimIn(library))?.verdict).toMatchObject({ label: 'Sunk', value: 1, best: 3 });
  await library.close();
});

it('a colour’s own name follows at once where it is changed on another page', async () => {
  const library = await session.own('library.html');
  await library.getByText('To be checked').first().waitFor({ state: 'attached' });
  await patch(library, { colourNames: { yellow: 'Checked twice' } });
  await library.getByText('Checked twice').first().waitFor({ state: 'attached' });
  await library.close();
});
