import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { inFrench } from './harness/french';
import { QUOTE_FR } from './harness/journey';
import { axeFindings } from './harness/own';
import { select } from './harness/page';
import { button, click, waitFor } from './harness/shadow';
import { FRENCH, openWeb, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'french');

describe('a French reader', () => {
  let web: Web;
  let session: Session;
  const extensionDir = inFrench();
  beforeAll(async () => {
    mkdirSync(DIR, { recursive: true });
    web = await openWeb();
    session = await launchChromium({ web, locale: 'fr-FR', extensionDir });
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
    rmSync(extensionDir, { recursive: true, force: true });
  });

  it('is spoken to in French on the page, in the popup and in the library', async () => {
    const page = await session.visit(FRENCH);
    await session.popup(page).then((popup) => popup.close());
    await page.bringToFront();
    await select(page, QUOTE_FR);
    await waitFor(page, button('Surligner'));
    await click(page, button('Surligner'));
    const popup = await session.popup(page);
    await popup.getByText(QUOTE_FR).waitFor();
    expect(await popup.evaluate(() => document.documentElement.lang)).toMatch(/^fr/);
    await popup.getByText('Par Maëlle Kerbrat').waitFor();
    await popup.getByText('16 mars 2026').waitFor();
    await popup.getByRole('button', { name: 'Supprimer' }).waitFor();
    expect(await axeFindings(popup)).toEqual([]);
    await popup.screenshot({ path: join(DIR, 'popup.png') });
    const library = await session.own('library.html');
    await library.getByText(QUOTE_FR).waitFor();
    await library.getByText('1 article · 1 citation').waitFor();
    expect(await library.title()).toContain('Bibliothèque');
    expect(await library.getByText(/Library|Export everything|Last changed/).count()).toBe(0);
    await library.screenshot({ path: join(DIR, 'library.png') });
  });
});
