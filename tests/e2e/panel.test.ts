import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilPainted } from './harness/journey';
import { axeFindings } from './harness/own';
import { ENGLISH, FRENCH, openWeb, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'panel');

describe('the side panel in Chromium', () => {
  let web: Web;
  let session: Session;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    mkdirSync(DIR, { recursive: true });
    web = await openWeb();
    session = await launchChromium({ web });
    page = await session.visit(ENGLISH);
    const id = await session.tabId(page);
    panel = await session.context.newPage();
    await panel.setViewportSize({ width: 360, height: 760 });
    await panel.goto(`chrome-extension://${session.extensionId}/sidepanel.html?tab=${id}`);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  /** Pictures in both themes, and what axe says of them. */
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await panel.screenshot({ path: join(DIR, `${name}-${colorScheme}.png`), fullPage: true });
      const found = await axeFindings(panel);
      expect(found, `${name}, ${colorScheme}`).toEqual([]);
    }
    await panel.emulateMedia({ colorScheme: 'light' });
  };
  const item = (words: string) => panel.locator('.item-list > li', { hasText: words }).first();

  it('offers the article’s quotes with their speakers', async () => {
    await item('We followed every procedure').waitFor();
    expect(await item('We followed every procedure').textContent()).toContain('Petra Lindqvist');
    expect(await item('a single penny').textContent()).toContain('Rhys Penhallow');
    await look('1-quotes');
  });

  it('offers them with their quotation marks, if so wished', async () => {
    const marks = panel.getByLabel('With their quotation marks');
    expect(await marks.isChecked()).toBe(false);
    expect(await item(QUOTE_EN).locator('blockquote').textContent()).toBe(QUOTE_EN);
    await marks.check();
    await item(`“${QUOTE_EN}”`).waitFor();
    await look('1-quotes-marked');
    await marks.uncheck();
    await item(`“${QUOTE_EN}”`).waitFor({ state: 'detached' });
  });

  it('says why sentences are worth checking, and stops when it is told to', async () => {
    const worth = panel.getByRole('region', { name: /Worth checking/ });
    const offer = worth.locator('li', { hasText: '17 engine-room incidents' });
    expect(await offer.textContent()).toMatch(/Because of: .*figure/);
    await worth.getByRole('checkbox').uncheck();
    await offer.waitFor({ state: 'detached' });
    await worth.getByRole('checkbox').check();
    await offer.waitFor();
  });

  it('saves one by a click and the next by a key, and both are painted', async () => {
    await item(QUOTE_EN).getByRole('button', { name: 'Save' }).click();
    await untilPainted(page, 1);
    await item('We followed every procedure').focus();
    await panel.keyboard.press('a');
    await untilPainted(page, 2);
    await until('two saved quotes', async () =>
      (await panel.locator('.item-list > li.saved').count()) === 2 ? true : null,
    );
    expect(await item(QUOTE_EN).textContent()).toContain('Petra Lindqvist');
  });

  it('follows the reader through the article', async () => {
    const current = async (): Promise<string> =>
      (await panel.locator('.item-list > li[aria-current]').allTextContents()).join(' ');
    await page.evaluate(() => scrollTo(0, 0));
    await panel.bringToFront();
    await until('an early quote is current', async () =>
      /at the earliest|We followed/.test(await current()) ? true : null,
    );
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('a late quote is current', async () =>
      /What matters|single penny/.test(await current()) ? true : null,
    );
  });

  it('shows the quote that is clicked on the page, from whichever tab', async () => {
    await panel.getByRole('tab', { name: 'Article' }).click();
    await page.bringToFront();
    const at = await page.evaluate((words) => {
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          if (live.toString().replace(/\s+/g, ' ') !== words) continue;
          live.startContainer.parentElement?.scrollIntoView({ block: 'center' });
          const box = live.getClientRects()[0];
          if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return null;
    }, QUOTE_EN);
    if (!at) throw new Error('not painted');
    await page.mouse.click(at.x, at.y);
    await panel.bringToFront();
    await until('it has the focus', async () =>
      (await panel.evaluate(() => document.activeElement?.textContent ?? '')).includes(QUOTE_EN) ? true : null,
    );
  });

  it('works a claim up with a verdict and evidence', async () => {
    await item('17 engine-room incidents').getByRole('button', { name: 'Make a claim' }).click();
    await panel.getByLabel('Statement').fill('The region had 17 engine-room incidents since 2021.');
    await panel.getByLabel('Claimant', { exact: true }).fill('Maritime Safety Board');
    await panel.getByLabel('Claimant is').selectOption({ label: 'an organisation' });
    await panel.getByLabel('Verdict', { exact: true }).selectOption({ label: 'Mostly supported' });
    await panel.getByLabel('Explanation').fill('The register lists seventeen.');
    await panel.getByLabel('Link or words').fill('https://register.example/incidents');
    await panel.getByRole('button', { name: 'Add evidence' }).click();
    await panel.getByLabel('Title').fill('Register of incidents');
    await look('2-claim');
    await panel.getByRole('button', { name: 'Save claim' }).click();
    await until('it is saved', async () => ((await panel.getByText('Not saved yet').count()) === 0 ? true : null));
    await panel.getByRole('button', { name: 'All claims' }).click();
    await panel.locator('.claim-list').getByText('Mostly supported').waitFor();
    await look('3-claims');
  });

  it('keeps what was typed when the panel is closed', async () => {
    await panel.getByRole('button', { name: 'New claim' }).click();
    await panel.getByLabel('Statement').fill('The region had 24 engine-room incidents since 2021.');
    await panel.reload();
    await panel.getByRole('tab', { name: /Claims/ }).click();
    await panel.getByRole('button', { name: 'New claim' }).click();
    await panel.getByText('Picked up where you left off.').waitFor();
    expect(await panel.getByLabel('Statement').inputValue()).toContain('24 engine-room');
  });

  it('offers a near-duplicate, says what tells it apart, joins and takes that back', async () => {
    const near = panel.getByRole('region', { name: 'Nearly the same claims' });
    await near.getByText('Other number: a different claim').waitFor();
    await look('4-near');
    await panel.getByLabel('Statement').fill('Since 2021 the region had 17 engine-room incidents.');
    await near.getByText('Same statement').waitFor();
    await panel.getByRole('button', { name: 'Save claim' }).click();
    await near.getByRole('button', { name: /^Join/ }).click();
    await panel.getByText('Claims joined.').first().waitFor();
    await panel
      .getByRole('region', { name: /Where it appears/ })
      .getByText('17 engine-room')
      .waitFor();
    expect(await panel.getByLabel('Title').inputValue()).toBe('Register of incidents');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('In the article, without a quote').waitFor();
  });

  it('files a new claim under its article, and shows it with no other', async () => {
    await panel.getByRole('button', { name: 'All claims' }).click();
    const listed = (of: Page) =>
      of.getByRole('region', { name: /Claims in this article/ }).getByText('Since 2021 the region had 17');
    await listed(panel).waitFor();
    const elsewhere = await session.visit(FRENCH);
    const other = await session.own(`sidepanel.html?tab=${await session.tabId(elsewhere)}`);
    await other.getByRole('tab', { name: /Claims/ }).click();
    await other.getByRole('button', { name: 'New claim' }).waitFor();
    expect(await other.getByText('Since 2021 the region had 17').count()).toBe(0);
    await other.close();
    await elsewhere.close();
    const library = await session.own('library.html');
    await library.getByRole('link', { name: /^Articles/ }).click();
    await library.getByRole('link', { name: /Ferry firm/ }).click();
    await library.getByRole('link', { name: 'Since 2021 the region had 17' }).click();
    const places = library.getByRole('region', { name: /Where it appears/ });
    await places.getByText('In the article, without a quote').waitFor();
    await places.getByRole('link', { name: /Ferry firm/ }).waitFor();
    await library.close();
    await panel.bringToFront();
  });

  it('shows what the page says of itself, and all keys', async () => {
    await panel.getByRole('tab', { name: 'Article' }).click();
    await panel.getByText('read from: linked data (JSON-LD)').first().waitFor();
    await panel.getByText('An earlier version said that the fault').waitFor();
    await look('5-article');
    await panel.getByRole('button', { name: 'Keys' }).click();
    await panel.getByText('Save the suggestion').waitFor();
    await look('6-keys');
  });

  it('is there in the popup too: the first suggestions, ready to save', async () => {
    const popup = await session.popup(page);
    await popup.getByRole('button', { name: 'Side panel' }).click();
    const open = async () => {
      const found = await (await session.worker()).evaluate(() =>
        chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }),
      );
      return found.length > 0 ? true : null;
    };
    await until('the panel is open', open);
    const first = popup.locator('.item-list > li').first();
    await first.waitFor();
    expect(await popup.locator('.item-list > li').count()).toBeLessThanOrEqual(5);
    await first.getByRole('button', { name: 'Save' }).click();
    await untilPainted(page, 4);
    await popup.screenshot({ path: join(DIR, '7-popup.png'), fullPage: true });
    await popup.close();
  });
});
