import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { HOME, type Web } from '../e2e/harness/web';
import { INCIDENTS, INQUIRY, ownArticle, WINDOW } from './harness/article';
import { atDesk, BROWSERS, DIR } from './harness/browsers';
import { type Box, HEIGHT, WIDTH } from './harness/display';
import { sitAtFirefox } from './harness/firefox';
import {
  clickIn,
  clickOurs,
  control,
  dragOver,
  linesOf,
  openPopup,
  type Reader,
  type Surface,
  untilMarked,
  untilOurs,
  untilSurface,
} from './harness/reader';

/** As wide as the design is, in every state and browser; a narrower one was made by the browser from a wrong style. */
const POPUP_WIDTH = 400;
/** What browsers give a popup at most. */
const POPUP_LIMIT = 600;

const measured: Record<string, string> = {};
afterAll(() => {
  mkdirSync(DIR, { recursive: true });
  writeFileSync(`${DIR}/popup-sizes.json`, `${JSON.stringify(measured, null, 2)}\n`);
});

async function checkPopup(reader: Reader, popup: Surface, name: string): Promise<void> {
  const box: Box = { ...popup.corner, width: popup.width, height: popup.height };
  await reader.hand.photograph(`${DIR}/${name}.png`, box);
  measured[name] = `${popup.width} × ${popup.height}, content ${popup.needs.width} × ${popup.needs.height}`;
  expect(popup.width, name).toBe(POPUP_WIDTH);
  expect(popup.needs.width, `${name}: what its content needs`).toBe(POPUP_WIDTH);
  expect(popup.height, name).toBeLessThanOrEqual(POPUP_LIMIT);
  expect(popup.height, `${name}: as high as its content`).toBe(Math.min(popup.needs.height, POPUP_LIMIT));
}

const cases = BROWSERS.flatMap(({ name, sit }) =>
  [false, true].map((dark) => ({
    name,
    theme: dark ? 'dark' : 'light',
    start: (web: Web): Promise<Reader> => sit(web, { dark }),
  })),
);

describe.each(cases)('what is shown in $name, $theme', ({ name, theme, start }) => {
  const desk = atDesk(start);
  const called = (what: string): string => `${name}-${what}-${theme}`.toLowerCase();
  const visit = (what: string) => desk.reader.visit(ownArticle(desk.web, `${what}-${theme}`));
  const picture = (what: string): Promise<void> => desk.reader.hand.photograph(`${DIR}/${called(what)}.png`);

  it('the popup of an article of which nothing is saved', async () => {
    await visit('nothing');
    const popup = await openPopup(desk.reader, /Nothing saved here yet.*Speaker not found|Petra/);
    await checkPopup(desk.reader, popup, called('popup-nothing'));
  });

  it('the popup of a page that is no article', async () => {
    await desk.reader.visit(HOME);
    const popup = await openPopup(desk.reader, /Not recognised as a news article/);
    await checkPopup(desk.reader, popup, called('popup-not-article'));
  });

  it('the popup of a page that the browser keeps to itself', async () => {
    await desk.reader.go(name === 'Chromium' ? 'chrome://version' : 'about:license');
    const popup = await openPopup(desk.reader, /Nothing to annotate here/);
    await checkPopup(desk.reader, popup, called('popup-restricted'));
  });

  it('the toolbar, and the popup with selected words and with the fields of a claim', async () => {
    const tab = await visit('selection');
    await dragOver(desk.reader, tab, INQUIRY);
    await control(() => tab.ours(), 'Highlight');
    await picture('toolbar');
    await checkPopup(desk.reader, await openPopup(desk.reader, /Save quote/), called('popup-selection'));
    await clickIn(desk.reader, 'popup', 'Tag as claim');
    const popup = await untilSurface(desk.reader, 'popup', /Claimant/);
    await checkPopup(desk.reader, popup, called('popup-claim'));
  });

  it('the form of a claim, a card, and the popup with what is saved', async () => {
    const tab = await visit('saved');
    await dragOver(desk.reader, tab, INCIDENTS);
    await clickOurs(desk.reader, tab, 'Claim');
    await untilOurs(tab, /Claimant/);
    await picture('form');
    await clickOurs(desk.reader, tab, /^Save/);
    await untilMarked(desk.reader, tab, INCIDENTS);
    await dragOver(desk.reader, tab, WINDOW);
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, WINDOW);
    const [{ x, y }] = await linesOf(desk.reader, tab, INCIDENTS);
    await desk.reader.hand.click({ x: x + 10, y: y + 10 });
    await untilOurs(tab, /Edit claim/);
    await picture('card');
    await checkPopup(desk.reader, await openPopup(desk.reader, /Saved on this page/), called('popup-saved'));
  });

  it('the panel beside the article', async () => {
    await visit('beside');
    await openPopup(desk.reader, /Nothing saved here yet/);
    await clickIn(desk.reader, 'popup', 'Side panel');
    const panel = await untilSurface(desk.reader, 'sidepanel', /Petra Lindqvist/);
    await picture('panel');
    expect(panel.needs.width, 'what its content needs').toBe(panel.width);
  });

  it.each(['welcome', 'library', 'keys'])('the page %s', async (page) => {
    await desk.reader.openOwn(`${page}.html`);
    await picture(page);
  });
});

describe('Firefox, where access to pages is withheld', () => {
  const desk = atDesk((web) => sitAtFirefox(web, { granted: false }));

  it('the popup asks for it', async () => {
    await desk.reader.visit(ownArticle(desk.web, 'withheld'));
    const popup = await openPopup(desk.reader, /may not read/);
    await checkPopup(desk.reader, popup, 'firefox-popup-withheld-light');
    expect(popup.corner.x + popup.width).toBeLessThanOrEqual(WIDTH);
    expect(popup.corner.y + popup.height).toBeLessThanOrEqual(HEIGHT);
  });
});
