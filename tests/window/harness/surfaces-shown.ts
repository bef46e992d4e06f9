import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOME } from '../../e2e/harness/web.ts';
import { INCIDENTS, INQUIRY, ownArticle, WINDOW } from './article.ts';
import { atDesk, type Browser, DIR } from './browsers.ts';
import type { Box } from './display.ts';
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
} from './reader.ts';

/** As wide as the design is, in every state and browser; a narrower one was made by the browser from a wrong style. */
const POPUP_WIDTH = 400;
/** What browsers give a popup at most. */
const POPUP_LIMIT = 600;

/** Keeps a picture of the popup and its measures, and sees that the browser made it as large as it should be. */
export async function checkPopup(reader: Reader, popup: Surface, name: string): Promise<void> {
  const box: Box = { ...popup.corner, width: popup.width, height: popup.height };
  await reader.hand.photograph(`${DIR}/${name}.png`, box);
  const { width, height, needs } = popup;
  writeFileSync(`${DIR}/${name}.json`, JSON.stringify({ width, height, needs }));
  expect(popup.width, name).toBe(POPUP_WIDTH);
  expect(popup.needs.width, `${name}: what its content needs`).toBe(POPUP_WIDTH);
  expect(popup.height, name).toBeLessThanOrEqual(POPUP_LIMIT);
  expect(popup.height, `${name}: as high as its content`).toBe(Math.min(popup.needs.height, POPUP_LIMIT));
}

/** Every surface in a light and in a dark browser, with a picture of each. */
export function describeSurfaces({ name, sit }: Browser): void {
  describe.each(['light', 'dark'])(`what is shown in ${name}, %s`, (theme) => {
    const desk = atDesk((web) => sit(web, { dark: theme === 'dark' }));
    const called = (what: string): string => `${name}-${what}-${theme}`.toLowerCase();
    const visit = (what: string) => desk.reader.visit(ownArticle(desk.web, `${what}-${theme}`));
    const picture = (what: string): Promise<void> => desk.reader.hand.photograph(`${DIR}/${called(what)}.png`);

    it('the popup of an article of which nothing is saved', async () => {
      await visit('nothing');
      const popup = await openPopup(desk.reader, /Nothing saved here yet.*Petra Lindqvist/);
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
      await checkPopup(
        desk.reader,
        await openPopup(desk.reader, /On this page 9.*Saved on this page 2/),
        called('popup-saved'),
      );
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
}
