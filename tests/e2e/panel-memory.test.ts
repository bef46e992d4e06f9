import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { QUOTE_EN, until, untilPainted } from './harness/journey';
import { painted, select } from './harness/page';
import { button, click, waitFor } from './harness/shadow';
import { ENGLISH, FRENCH, openWeb, sampleSites, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'panel-memory');
const CHECK = 'http://harbour-courier.example/news/2026/04/ferry-check';

/** The sample article at another address, which publishes a check of a claim. */
function checkingPage(): string {
  const review = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: CHECK,
    claimReviewed: 'The region had 24 engine-room incidents since 2021.',
    author: { '@type': 'Organization', name: 'Courier Checks' },
    itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Petra Lindqvist' } },
    reviewRating: { '@type': 'Rating', alternateName: 'Mostly wrong', ratingValue: 2, bestRating: 5, worstRating: 1 },
  };
  const html = sampleSites().get(ENGLISH) ?? '';
  return html
    .replaceAll('ferry-engine-memo', 'ferry-check')
    .replace('</head>', `<script type="application/ld+json">${JSON.stringify(review)}</script></head>`);
}

describe('what the panel remembers and takes over', () => {
  let web: Web;
  let session: Session;
  let page: Page;
  let panel: Page;
  const openPanel = async (of: Page): Promise<Page> => {
    const id = await session.tabId(of);
    const opened = await session.context.newPage();
    await opened.setViewportSize({ width: 360, height: 760 });
    await opened.goto(`chrome-extension://${session.extensionId}/sidepanel.html?tab=${id}`);
    return opened;
  };
  const item = (words: string) => panel.locator('.item-list > li', { hasText: words }).first();
  beforeAll(async () => {
    mkdirSync(DIR, { recursive: true });
    web = await openWeb();
    web.put(CHECK, checkingPage());
    session = await launchChromium({ web });
    page = await session.visit(ENGLISH);
    panel = await openPanel(page);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('does not offer again what was dismissed, until it is brought back', async () => {
    await item('a single penny').focus();
    await panel.keyboard.press('x');
    await item('a single penny').waitFor({ state: 'detached' });
    await item('17 engine-room incidents').getByRole('button', { name: 'Dismiss' }).click();
    await item('17 engine-room incidents').waitFor({ state: 'detached' });
    await panel.close();
    panel = await openPanel(page);
    await item('We followed every procedure').waitFor();
    expect(await item('a single penny').count()).toBe(0);
    expect(await item('17 engine-room incidents').count()).toBe(0);
    const popup = await session.popup(page);
    await popup.locator('.item-list > li').first().waitFor();
    expect(await popup.locator('.item-list > li', { hasText: 'a single penny' }).count()).toBe(0);
    await popup.close();
    await panel.screenshot({ path: join(DIR, 'dismissed.png'), fullPage: true });
    await panel.getByRole('button', { name: 'Bring back dismissed suggestions (2)' }).click();
    await item('a single penny').waitFor();
    await item('17 engine-room incidents').waitFor();
  });

  it('keeps no address and no words of an article on which nothing was saved', async () => {
    await item('a single penny').focus();
    await panel.keyboard.press('x');
    await item('a single penny').waitFor({ state: 'detached' });
    const stored = await panel.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open('pressmark');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const rows: unknown[] = [];
      for (const name of db.objectStoreNames) {
        rows.push(
          await new Promise((resolve) => {
            const all = db.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
        );
      }
      db.close();
      return JSON.stringify(rows);
    });
    expect(stored).toContain('dismissed');
    expect(stored).not.toMatch(/harbour-courier|penny/);
    await panel.getByRole('button', { name: /Bring back/ }).click();
  });

  it('keeps the current quote in view while the reader scrolls, and jumps there and back', async () => {
    await panel.setViewportSize({ width: 360, height: 320 });
    const inView = (words: string) =>
      panel.evaluate((text) => {
        const row = [...document.querySelectorAll('.item-list > li[aria-current]')].find((one) =>
          one.textContent?.includes(text),
        );
        const box = row?.getBoundingClientRect();
        return box !== undefined && box.top < innerHeight && box.bottom > 0;
      }, words);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel.bringToFront();
    await until('the last quote in view', async () =>
      (await inView('What matters')) || (await inView('single penny')) ? true : null,
    );
    await page.evaluate(() => scrollTo(0, 0));
    await until('the first quote in view', async () => ((await inView('at the earliest')) ? true : null));
    await item('a single penny').focus();
    await panel.keyboard.press('g');
    await until('the page has gone there', async () => {
      const there = await page.evaluate(() => {
        const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
        const box = range?.getBoundingClientRect();
        return range && box && box.top >= 0 && box.bottom <= innerHeight ? range.toString() : '';
      });
      return there.includes('a single penny') ? true : null;
    });
    // As narrow as Firefox opens its sidebar.
    await panel.setViewportSize({ width: 240, height: 760 });
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(240);
    await panel.screenshot({ path: join(DIR, 'narrow.png') });
    await panel.setViewportSize({ width: 360, height: 760 });
  });

  it('takes a published check over as evidence of the claim at work', async () => {
    const checking = await session.visit(CHECK);
    await panel.close();
    panel = await openPanel(checking);
    await panel.getByRole('tab', { name: 'Article' }).click();
    await panel.getByText('Mostly wrong').first().waitFor();
    await panel.screenshot({ path: join(DIR, 'review.png'), fullPage: true });
    await panel.getByRole('button', { name: /as evidence/ }).click();
    expect(await panel.getByLabel('Statement').inputValue()).toContain('24 engine-room incidents');
    expect(await panel.getByLabel('Claimant', { exact: true }).inputValue()).toBe('Petra Lindqvist');
    expect(await panel.getByLabel('Title').inputValue()).toBe('Courier Checks: Mostly wrong');
    expect(await panel.getByLabel('Link', { exact: true }).inputValue()).toBe(CHECK);
    await panel.getByRole('button', { name: 'Save claim' }).click();
    await until('it is saved', async () => ((await panel.getByText('Not saved yet').count()) === 0 ? true : null));
    await checking.close();
  });

  it('takes a quote of another article as evidence, by the keyboard alone', async () => {
    const other = await session.visit(FRENCH);
    await panel.close();
    panel = await openPanel(other);
    await item('On ne construit pas une digue').waitFor();
    await item('On ne construit pas une digue').focus();
    await panel.keyboard.press('a');
    await untilPainted(other, 1);
    await panel.close();
    await page.bringToFront();
    panel = await openPanel(page);
    await panel.getByRole('tab', { name: 'Claims' }).click();
    await panel.getByRole('button', { name: 'New claim' }).click();
    await panel.getByLabel('Statement').fill('A dyke needs good ground.');
    await panel.getByText('Use a saved quote').focus();
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Tab');
    await panel.keyboard.type('DIGUE');
    await panel.getByRole('button', { name: /^Add as evidence: On ne construit/ }).waitFor();
    await panel.screenshot({ path: join(DIR, 'picker.png'), fullPage: true });
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Enter');
    expect(await panel.getByLabel('Words from the source').inputValue()).toContain('On ne construit pas une digue');
    expect(await panel.getByLabel('Link', { exact: true }).inputValue()).toContain('gazette-du-littoral.example');
    await panel.keyboard.press('Control+Enter');
    await until('it is saved', async () => ((await panel.getByText('Not saved yet').count()) === 0 ? true : null));
    await other.close();
  });

  it('opens from the toolbar on the page', async () => {
    await panel.close();
    await page.bringToFront();
    await select(page, QUOTE_EN);
    await waitFor(page, button(/panel/));
    await click(page, button(/panel/));
    await until('the panel is open', async () => {
      const found = await (await session.worker()).evaluate(() =>
        chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }),
      );
      return found.length > 0 ? true : null;
    });
    expect(Object.values(await painted(page)).flat()).toEqual([]);
  });
});
