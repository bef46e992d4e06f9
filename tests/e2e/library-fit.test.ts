import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { madeLibrary } from './harness/made-library';
import { axeFindings } from './harness/own';
import { openWeb, type Web } from './harness/web';

const text = madeLibrary(30);
const made: { articles: { id: string }[]; claims: { id: string }[] } = JSON.parse(text);

let web: Web;
let session: Session;
let library: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  library = await session.own('library.html#/import');
  await library.setInputFiles('input[type=file]', {
    name: 'made.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await library.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await library.getByText('Import of made.json complete').waitFor();
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const ROOMS = ['quotes', 'articles', 'claims', 'tags', 'export', 'import', 'backup', 'settings'].map(
  (room) => [room, `#/${room}`] as const,
);
const PAGES = [
  ['an article', `#/article/${made.articles[0]?.id}`],
  ['a claim', `#/claim/${made.claims[0]?.id}`],
] as const;

async function enter(hash: string): Promise<void> {
  await library.evaluate((to) => {
    location.hash = to;
  }, hash);
  await library.locator('h1').first().waitFor({ state: 'attached' });
  await library.waitForFunction(() => document.querySelector('[aria-busy="true"], .reading') === null);
}

/** What sticks out of the window sideways, by its class; nothing where all of it can be read without scrolling there. */
const stickingOut = (): Promise<string[]> =>
  library.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => element.checkVisibility() && !element.closest('.hidden-visually, pre'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map(({ localName, className }) => `${localName}.${className}`);
  });

describe('every room of a library with something in it', () => {
  it.each([...ROOMS, ...PAGES])(
    '%s fits a narrow window, 200 % at 1280 pixels, and both directions',
    async (_room, hash) => {
      await enter(hash);
      for (const dir of ['ltr', 'rtl']) {
        await library.evaluate((to) => {
          document.dir = to;
        }, dir);
        for (const width of [320, 640, 1280]) {
          await library.setViewportSize({ width, height: 720 });
          expect(await stickingOut(), `${dir} at ${width}`).toEqual([]);
        }
      }
      await library.evaluate(() => {
        document.dir = 'ltr';
      });
    },
  );

  it.each([...ROOMS, ...PAGES])('%s has no barrier in forced colours', async (_room, hash) => {
    await library.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await enter(hash);
    expect(await axeFindings(library)).toEqual([]);
    // Where one is and what one is at must not hang on colours that are gone.
    await library.keyboard.press('Tab');
    const outline = await library.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return [style.outlineStyle, Number.parseFloat(style.outlineWidth)];
    });
    expect(outline[0]).not.toBe('none');
    expect(outline[1]).toBeGreaterThan(0);
    await library.emulateMedia({ forcedColors: 'none', reducedMotion: null });
  });
});
