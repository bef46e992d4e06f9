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

  it('works in the panel in French, in a narrow one as well, in both themes', async () => {
    const page = await session.visit(FRENCH);
    const panel = await session.own(`sidepanel.html?tab=${await session.tabId(page)}`);
    await panel.setViewportSize({ width: 320, height: 760 });
    await panel.locator('.tab-button').first().waitFor();
    const look = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await panel.screenshot({ path: join(DIR, `${name}-${colorScheme}.png`), fullPage: true });
        expect(await axeFindings(panel), `${name}, ${colorScheme}`).toEqual([]);
        const wide = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${name} is wider than the panel`).toBeLessThanOrEqual(0);
      }
    };
    const tops = await panel
      .locator('.tab-button')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    expect(new Set(tops).size, 'the tabs stand in one line').toBe(1);
    const first = panel.locator('.item-list > li').first();
    await first.waitFor();
    await look('panel-1-citations');
    await first.focus();
    await panel.keyboard.press('c');
    await panel.getByLabel('Énoncé').waitFor();
    expect(await panel.getByLabel('Énoncé').inputValue()).not.toBe('');
    expect(await panel.getByLabel('Fonction').inputValue()).toBe('la maire');
    await look('panel-2-affirmation');
    await panel.getByRole('tab', { name: 'Article' }).click();
    await look('panel-3-article');
    await panel.getByRole('button', { name: 'Touches' }).click();
    await look('panel-4-touches');
    expect(await panel.getByText(/\b(the|Save|Quotes|Claim|Delete)\b/).count()).toBe(0);
  });
});
