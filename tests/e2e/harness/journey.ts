import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import type { Session } from './chromium.ts';
import { painted, select } from './page.ts';
import { button, click, ownFrames, shownText, waitFor } from './shadow.ts';
import { ENGLISH, FRENCH } from './web.ts';

/** What the main job left behind, for whoever wants to look at it. */
export interface Outcome {
  readonly badge: string;
  readonly heading: string;
  readonly paintedBefore: Record<string, string[]>;
  readonly paintedAfter: Record<string, string[]>;
  readonly listed: string[];
  readonly exportFile: string;
  readonly exported: {
    articles: unknown[];
    annotations: { quote: { exact: string } }[];
    claims: { text: string; claimant: { name: string } | null }[];
  };
}

export const QUOTE_EN = 'The safety of our passengers has never been negotiable.';
export const CLAIM_EN = 'passenger ferries in the region had recorded 17 engine-room incidents since 2021';
export const QUOTE_FR = 'On ne construit pas une digue sur du sable et de bonnes intentions';

/** Polls until `look` gives something other than null. */
export async function until<T>(what: string, look: () => Promise<T | null>, timeout = 30_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The badge's text over a page. */
export async function badgeOf(session: Session, page: Page): Promise<string> {
  const id = await session.tabId(page);
  return (await session.worker()).evaluate((tabId) => chrome.action.getBadgeText({ tabId }), id);
}

const count = (names: Record<string, string[]>): number =>
  Object.entries(names).reduce((sum, [name, words]) => sum + (/focus|hover/.test(name) ? 0 : words.length), 0);

/** Waits until so many highlights are painted. */
export const untilPainted = (page: Page | Frame, wanted: number): Promise<Record<string, string[]>> =>
  until(`${wanted} highlights`, async () => {
    const now = await painted(page);
    return count(now) === wanted ? now : null;
  });

/** Waits until keys go to our interface on the page, or to a field of it. */
export async function untilFocused(page: Page, where: 'anywhere' | 'field' = 'anywhere'): Promise<void> {
  const hasFocus = (wanted: string): boolean => {
    const { localName = 'body' } = document.activeElement ?? {};
    return document.hasFocus() && (wanted === 'field' ? /^(?:input|textarea)$/.test(localName) : localName !== 'body');
  };
  await until('the focus', async () => {
    const focused = ownFrames(page).map((frame) => frame.evaluate(hasFocus, where).catch(() => false));
    return (await Promise.all(focused)).includes(true) ? true : null;
  });
}

/** The words of a button, as English shows them. */
const WORDS = { highlight: /^Highlight/, claim: /^(Tag as )?[Cc]laim/, close: /^Close/, save: /^Save/ };

/**
 * The main job as a reader does it: an article is recognised, two quotes are highlighted and a claim is tagged, the
 * page is loaded again and they are found, and everything leaves as JSON.
 */
export async function mainJob(session: Session, dir: string, say: (step: string) => void): Promise<Outcome> {
  const shot = (page: Page, name: string) => page.screenshot({ path: join(dir, `${name}.png`) });
  const page = await session.visit(ENGLISH);
  const badge = await until('the badge', async () => (await badgeOf(session, page)) || null);
  say(`recognised a news article: badge “${badge}”`);

  await select(page, QUOTE_EN);
  await waitFor(page, button(WORDS.highlight));
  await shot(page, '1-toolbar');
  await click(page, button(WORDS.highlight));
  await untilPainted(page, 1);
  say(`highlighted “${QUOTE_EN}”`);

  const popup = await session.popup(page);
  const heading = (await popup.getByRole('heading', { name: /Ferry/ }).first().textContent()) ?? '';
  await popup.close();
  await page.bringToFront();
  await select(page, CLAIM_EN);
  await click(page, button(WORDS.claim));
  await until('the claim form', async () => (/Claimant/i.test(await shownText(page)) ? true : null));
  await untilFocused(page, 'field');
  await page.keyboard.type('Hanne Siversen');
  await shot(page, '2-claim');
  await click(page, button(WORDS.save));
  const paintedBefore = await untilPainted(page, 2);
  say(`tagged a claim by Hanne Siversen: “${CLAIM_EN}”`);

  const french = await session.visit(FRENCH);
  await until('the badge', async () => (await badgeOf(session, french)) || null);
  await select(french, QUOTE_FR);
  await click(french, button(WORDS.highlight));
  await untilPainted(french, 1);
  say(`highlighted « ${QUOTE_FR} » on the French article`);
  await shot(french, '3-french');

  await page.reload();
  const paintedAfter = await untilPainted(page, 2);
  await shot(page, '4-found-again');
  say('loaded the page again: both quotes are back');

  const again = await session.popup(page);
  await again.getByText(QUOTE_EN.slice(0, 40)).first().waitFor();
  const listed = await again.getByRole('article').or(again.getByRole('listitem')).allTextContents();
  await shot(again, '5-popup');
  await again.close();

  const library = await session.own('library.html');
  await library.setViewportSize({ width: 1280, height: 860 });
  await library.getByText(QUOTE_EN.slice(0, 40)).first().waitFor();
  await shot(library, '6-library');
  await library
    .getByRole('link', { name: /^Export/ })
    .first()
    .click();
  await library.getByText('"format": "pressmark"').waitFor();
  await shot(library, '7-export');
  const download = library.waitForEvent('download');
  await library.getByRole('button', { name: 'Save the file' }).click();
  const exportFile = join(dir, 'annotations.json');
  await (await download).saveAs(exportFile);
  const exported = JSON.parse(readFileSync(exportFile, 'utf8'));
  say(
    `exported ${exported.articles.length} articles, ${exported.annotations.length} quotes, ${exported.claims.length} claim to ${exportFile}`,
  );
  await library.close();
  return { badge, heading, paintedBefore, paintedAfter, listed, exportFile, exported };
}
