import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { inFrench } from './harness/french';
import { QUOTE_EN } from './harness/journey';
import { saveQuote } from './harness/own';
import { select } from './harness/page';
import { ENGLISH, HOME, openWeb, type Web } from './harness/web';

/**
 * A popup in a tab is not sized by its document, so its size is no evidence. What the browser would size it by is: the
 * width that the document wants must be the same in a window of any size, and its height that of the content.
 */
interface Measures {
  readonly wanted: number;
  readonly spare: number;
  readonly clipped: string[];
}

const measure = (popup: Page): Promise<Measures> =>
  popup.evaluate(() => {
    const { body, documentElement: root } = document;
    const content = document.getElementById('app')?.getBoundingClientRect().height ?? 0;
    const edge = body.clientWidth + 0.5;
    root.style.inlineSize = 'min-content';
    const wanted = root.getBoundingClientRect().width;
    root.style.removeProperty('inline-size');
    return {
      wanted,
      spare: root.getBoundingClientRect().height - content,
      clipped: [...body.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && !element.matches('.hidden-visually'))
        .filter((element) => element.getBoundingClientRect().right > edge)
        .map((element) => `${element.localName}.${element.className}`),
    };
  });

/** 267 px is what a limit of 800 leaves at 300 %, 400 and 320 at 200 and 250 %; a popup starts from a few pixels. */
const WIDTHS = [25, 267, 320, 400];

async function fits(popup: Page): Promise<void> {
  for (const width of WIDTHS) {
    await popup.setViewportSize({ width, height: 300 });
    await expect.poll(async () => (await measure(popup)).wanted, { message: `at ${width}` }).toBe(400);
    // The content is as high as it is in the window; the document follows a moment later.
    await expect.poll(async () => Math.floor((await measure(popup)).spare), { message: `at ${width}` }).toBe(1);
    if (width > 25) expect((await measure(popup)).clipped, `at ${width}`).toEqual([]);
  }
  await popup.close();
}

describe.each(['en', 'fr'])('the popup in %s asks for 400 px, and clips nothing in less', (language) => {
  let web: Web;
  let session: Session;
  let article: Page;
  const extensionDir = language === 'fr' ? inFrench() : null;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchChromium({ web, ...(extensionDir ? { extensionDir } : {}) });
    article = await session.visit(ENGLISH);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
    if (extensionDir) rmSync(extensionDir, { recursive: true, force: true });
  });

  it('on an article, with its suggestions', async () => {
    const popup = await session.popup(article);
    await popup.locator('.suggested').first().waitFor();
    await fits(popup);
  });

  it('with words selected, and with the fields of a claim', async () => {
    await select(article, QUOTE_EN);
    const popup = await session.popup(article);
    await popup.locator('.composer').waitFor();
    await popup.getByRole('checkbox').last().check();
    await popup.locator('.claim-fields').waitFor();
    await fits(popup);
  });

  it('with a quote saved, and its article to be exported', async () => {
    await saveQuote(session, article, QUOTE_EN, { note: 'x'.repeat(300), tags: ['ferry', 'y'.repeat(60)] });
    const popup = await session.popup(article);
    await popup.locator('.saved-list').first().waitFor();
    await fits(popup);
  });

  it('on a page that is no article', async () => {
    const popup = await session.popup(await session.visit(HOME));
    await popup.locator('.not-article').waitFor();
    await popup.locator('summary').first().click();
    await fits(popup);
  });

  it('where there is nothing to work on, and where its page is out of reach', async () => {
    const version = await session.context.newPage();
    await version.goto('chrome://version/');
    const restricted = await session.popup(version);
    await restricted.locator('.empty').waitFor();
    await fits(restricted);
    const lost = await session.own('popup.html?tab=999999999');
    await lost.locator('.status').waitFor();
    await fits(lost);
  });
});
