// Everything in the library changed at once, as its page does it, and taken back.
import { measured } from './bench-store-browser.mjs';

/** Selects all, tags it, deletes it, and undoes both. */
export async function benchBulk({ context, origin, profile }) {
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${origin}/library.html`);
  await page.bringToFront();
  await page.locator('.tab-count').first().waitFor();
  await page.locator('.reading').waitFor({ state: 'detached' });
  const undo = page.locator('.search-main .undo-bar');
  const steps = {};
  const step = async (name, work) => {
    steps[name] = await measured(page, profile, work);
  };
  await page.locator('.virtual .pick input').first().check();
  await step('selectAll', async () => {
    const all = page.getByRole('button', { name: /^Select all/ });
    await all.click();
    await all.waitFor({ state: 'detached' });
  });
  await page.locator('.bulk-actions button').first().click();
  await page.locator('.bulk-tag input').first().fill('bench');
  await step('tag', async () => {
    await page.locator('.bulk-tag button[type=submit]').click();
    await undo.waitFor();
  });
  const takeBack = async (end) => {
    await undo.getByRole('button').first().click();
    await undo.waitFor({ state: 'detached' });
    await page.locator(end).first().waitFor();
  };
  await step('undoTag', () => takeBack('.bulk-actions[aria-busy=false]'));
  await step('delete', async () => {
    await page.locator('.bulk-actions .danger').click();
    await undo.waitFor();
  });
  // The search follows; then they stand in the list again.
  await page.locator('.virtual .pick input').first().waitFor({ state: 'detached' });
  await step('undoDelete', () => takeBack('.virtual .pick input'));
  await page.close();
  const all = Object.values(steps);
  return {
    ...Object.fromEntries(Object.entries(steps).map(([name, { ms }]) => [name, ms])),
    bulkTask: Math.max(...all.map(({ longest }) => longest)),
    bulkMb: Math.max(...all.map(({ memory }) => memory)),
  };
}
