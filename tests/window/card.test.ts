import { describe, it } from 'vitest';
import { HEADLINE, INCIDENTS, INQUIRY, ownArticle } from './harness/article';
import { atDesk, BROWSERS } from './harness/browsers';
import { middleOf } from './harness/display';
import {
  clickIn,
  clickOurs,
  dragOver,
  linesOf,
  openPopup,
  type Tab,
  typeOurs,
  untilMarked,
  untilOurs,
  untilSurface,
} from './harness/reader';

describe.each(BROWSERS)('what is written beside the words in $name', ({ sit }) => {
  const desk = atDesk(sit);
  const openCard = async (tab: Tab, words: string, says: RegExp): Promise<void> => {
    await desk.reader.hand.click(middleOf((await linesOf(desk.reader, tab, words))[0]));
    await untilOurs(tab, says);
  };

  it.each([
    ['high in the window', HEADLINE],
    ['low in the window, where the form is longer than what is left below it', INQUIRY],
  ])('a note %s: the card opens by a click, takes what is typed, and has it after a reload', async (_where, words) => {
    const tab = await desk.reader.visit(ownArticle(desk.web, `note-${words.length}`));
    await dragOver(desk.reader, tab, words);
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, words);
    await openCard(tab, words, /No note yet/);
    await clickOurs(desk.reader, tab, 'Edit');
    await untilOurs(tab, /Save changes/);
    await typeOurs(desk.reader, tab, 'ask for the date');
    await clickOurs(desk.reader, tab, 'Save changes');
    await untilOurs(tab, /ask for the date/);
    await tab.reload();
    await untilMarked(desk.reader, tab, words);
    await openCard(tab, words, /ask for the date/);
  });

  it('a claim from the toolbar: its claimant is typed and stands in the popup', async () => {
    const tab = await desk.reader.visit(ownArticle(desk.web, 'claim'));
    await dragOver(desk.reader, tab, INCIDENTS);
    await clickOurs(desk.reader, tab, 'Claim');
    await untilOurs(tab, /Claimant/);
    await typeOurs(desk.reader, tab, 'Hanne Siversen');
    await clickOurs(desk.reader, tab, /^Save/);
    await untilMarked(desk.reader, tab, INCIDENTS);
    await openPopup(desk.reader, /Saved on this page.*Hanne Siversen/);
  });

  it('the panel opens from the popup, offers the article’s quotes and saves one', async () => {
    const tab = await desk.reader.visit(ownArticle(desk.web, 'panel'));
    await openPopup(desk.reader, /Nothing saved here yet/);
    await clickIn(desk.reader, 'popup', 'Side panel');
    await untilSurface(desk.reader, 'sidepanel', /We followed every procedure.*Petra Lindqvist/);
    await clickIn(desk.reader, 'sidepanel', 'Save');
    await untilMarked(desk.reader, tab, 'at the earliest opportunity');
  });

  it('the panel opens from the menu of the page', async () => {
    const tab = await desk.reader.visit(ownArticle(desk.web, 'panel-menu'));
    const [line] = await linesOf(desk.reader, tab, INQUIRY);
    const beside = { x: line.x + line.width + 60, y: line.y };
    await desk.reader.chooseFromMenu(beside, 'Open the Pressmark panel');
    await untilSurface(desk.reader, 'sidepanel', /Petra Lindqvist/);
  });
});
