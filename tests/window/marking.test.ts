import { describe, expect, it } from 'vitest';
import { INCIDENTS, INQUIRY, ownArticle, WINDOW } from './harness/article';
import { atDesk, BROWSERS } from './harness/browsers';
import { middleOf } from './harness/display';
import {
  clickOurs,
  closePopup,
  control,
  dragOver,
  linesOf,
  openPopup,
  pressKeyOf,
  untilMarked,
  untilOurs,
  untilSurface,
} from './harness/reader';

describe.each(BROWSERS)('marking words in $name', ({ name, sit }) => {
  const desk = atDesk(sit);
  const visit = (name: string) => desk.reader.visit(ownArticle(desk.web, name));

  it('by mouse and toolbar: painted, there again after a reload and after a restart', async () => {
    const address = ownArticle(desk.web, 'by-mouse');
    const tab = await desk.reader.visit(address);
    await expect.poll(() => desk.reader.badge()).toBe('•');
    await dragOver(desk.reader, tab, INCIDENTS);
    // The panel's button stands only where a click on the page can open it.
    const buttons = ['Highlight', 'Claim', 'Note', ...(name === 'Firefox' ? [] : ['Open the Pressmark panel'])];
    const labels = async () => (await tab.ours()).controls.map(({ label }) => label);
    await expect.poll(labels).toEqual(buttons);
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, INCIDENTS);
    await expect.poll(() => desk.reader.badge()).toBe('1');
    await tab.reload();
    await untilMarked(desk.reader, tab, INCIDENTS);
    await desk.reader.restart();
    await untilMarked(desk.reader, await desk.reader.visit(address), INCIDENTS);
  });

  it('under an address with parameters and a fragment, and there again without them', async () => {
    const address = ownArticle(desk.web, 'by-letter');
    const tab = await desk.reader.visit(`${address}?utm_source=letter&page=1&q=%C3%A9#comments`);
    await dragOver(desk.reader, tab, INQUIRY);
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, INQUIRY);
    await untilMarked(desk.reader, await desk.reader.visit(`${address}?page=1&q=%C3%A9`), INQUIRY);
  });

  it('by double click, triple click and Shift with arrows: the toolbar comes for each', async () => {
    const { hand } = desk.reader;
    const tab = await visit('by-clicks');
    const selected = () => tab.look(() => String(getSelection()).trim(), null);
    const [line] = await linesOf(desk.reader, tab, INQUIRY);
    const middle = middleOf(line);
    const away = { x: line.x + line.width + 60, y: middle.y };
    const toolbarGoes = () => expect.poll(async () => (await tab.ours()).controls.length).toBe(0);
    await hand.click(middle, { times: 2 });
    await expect.poll(selected).toMatch(/^\w+$/);
    await control(() => tab.ours(), 'Highlight');
    await hand.click(away);
    await toolbarGoes();
    await hand.click(middle, { times: 3 });
    await expect.poll(selected).toBe(INQUIRY);
    await control(() => tab.ours(), 'Highlight');
    await hand.click(away);
    await toolbarGoes();
    await hand.click({ x: line.x + 8, y: middle.y }, { times: 2 });
    await expect.poll(selected).toBe('The');
    for (const _letter of ' inquiry') await hand.press('Shift+Right');
    await expect.poll(selected).toBe('The inquiry');
    await clickOurs(desk.reader, tab, 'Highlight');
    await untilMarked(desk.reader, tab, 'The inquiry');
  });

  it('by the menu of the browser', async () => {
    const tab = await visit('by-menu');
    await dragOver(desk.reader, tab, INQUIRY);
    await desk.reader.chooseFromMenu(middleOf((await linesOf(desk.reader, tab, INQUIRY))[0]), 'Highlight');
    await untilMarked(desk.reader, tab, INQUIRY);
    await dragOver(desk.reader, tab, WINDOW);
    await desk.reader.chooseFromMenu(middleOf((await linesOf(desk.reader, tab, WINDOW))[0]), 'Tag as claim');
    await untilOurs(tab, /Claimant/);
  });

  it('by the keys that the browser gave', async () => {
    const tab = await visit('by-keys');
    await dragOver(desk.reader, tab, INQUIRY);
    await pressKeyOf(desk.reader, 'highlight-selection');
    await untilMarked(desk.reader, tab, INQUIRY);
    await pressKeyOf(desk.reader, 'next-highlight');
    await untilOurs(tab, /No note yet/);
    await desk.reader.hand.press('Escape');
    await dragOver(desk.reader, tab, WINDOW);
    await pressKeyOf(desk.reader, 'claim-selection');
    await untilOurs(tab, /Claimant/);
  });

  it('and the popup comes by its key', async () => {
    await visit('popup-by-key');
    await openPopup(desk.reader, /Nothing saved here yet/);
    await closePopup(desk.reader);
    await pressKeyOf(desk.reader, '_execute_action');
    await untilSurface(desk.reader, 'popup', /Nothing saved here yet/);
  });
});
