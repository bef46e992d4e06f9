import { describe, expect, it } from 'vitest';
import { INQUIRY, ownArticle, WINDOW } from './harness/article';
import { atDesk, BROWSERS } from './harness/browsers';
import { middleOf } from './harness/display';
import {
  clickOurs,
  colourBehind,
  dragOver,
  linesOf,
  type Tab,
  typeOurs,
  untilMarked,
  untilOurs,
} from './harness/reader';

const PASTE = 'http://harbour-courier.example/paste';

describe.each(BROWSERS)('what is kept in $name', ({ sit }) => {
  const desk = atDesk(sit);
  const mark = async (tab: Tab, words: string): Promise<void> => {
    await dragOver(desk.reader, tab, words);
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, words);
  };
  const openCard = async (tab: Tab, words: string): Promise<void> => {
    await desk.reader.hand.click(middleOf((await linesOf(desk.reader, tab, words))[0]));
    await untilOurs(tab, /No note yet/);
  };

  it('what was deleted from its card comes back by the offer to undo', async () => {
    const tab = await desk.reader.visit(ownArticle(desk.web, 'undo'));
    await mark(tab, WINDOW);
    const marked = await colourBehind(desk.reader, tab, WINDOW);
    await openCard(tab, WINDOW);
    await clickOurs(desk.reader, tab, /^Delete/);
    await untilOurs(tab, /Quote deleted/);
    await expect.poll(() => colourBehind(desk.reader, tab, WINDOW)).not.toBe(marked);
    await clickOurs(desk.reader, tab, /^Undo/);
    await untilMarked(desk.reader, tab, WINDOW);
  });

  it('what was typed and not saved is offered again after the tab was closed by its key', async () => {
    const address = ownArticle(desk.web, 'draft');
    const tab = await desk.reader.visit(address);
    await dragOver(desk.reader, tab, WINDOW);
    await clickOurs(desk.reader, tab, 'Note');
    await untilOurs(tab, /New highlight/);
    await typeOurs(desk.reader, tab, 'ask for the log book');
    await tab.close();
    const again = await desk.reader.visit(address);
    await untilOurs(again, /You were writing/);
    await clickOurs(desk.reader, again, 'Continue');
    await clickOurs(desk.reader, again, /^Save/);
    await untilMarked(desk.reader, again, WINDOW);
    await desk.reader.hand.click(middleOf((await linesOf(desk.reader, again, WINDOW))[0]));
    await untilOurs(again, /ask for the log book/);
  });

  it('a copied quote has its source with it where it is pasted', async () => {
    desk.web.put(PASTE, '<!doctype html><title>Paste</title><textarea autofocus rows="20" cols="80"></textarea>');
    const tab = await desk.reader.visit(ownArticle(desk.web, 'copied'));
    await mark(tab, INQUIRY);
    await openCard(tab, INQUIRY);
    await clickOurs(desk.reader, tab, 'Copy with source');
    await untilOurs(tab, /Copied with its source/);
    const other = await desk.reader.visit(PASTE);
    const corner = await other.corner();
    await desk.reader.hand.click({ x: corner.x + 60, y: corner.y + 60 });
    await desk.reader.hand.press('Ctrl+V');
    const pasted = () => other.look(() => document.querySelector('textarea')?.value ?? '', null);
    await expect.poll(pasted).toContain(INQUIRY);
    expect(await pasted()).toContain('http://harbour-courier.example/news/2026/04/copied');
  });
});
