import { until } from '../../e2e/harness/journey.ts';
import { type Box, type Display, middleOf, type Spot } from './display.ts';
import type { Control, Sight } from './sight.ts';

/** A part of our interface where it stands on the screen. */
export interface Shown extends Sight {
  readonly corner: Spot;
}

/** The popup or the panel, as the browser sized it. */
export interface Surface extends Shown {
  /** What its content has of it, in CSS pixels, and what that content would need. */
  readonly width: number;
  readonly height: number;
  readonly needs: { readonly width: number; readonly height: number };
}

export interface Tab {
  /** Runs a function in the page, to look; nothing is done to the page that way. */
  look<Arg, Found>(probe: (arg: Arg) => Found, arg: Arg): Promise<Found>;
  /** Where the page's top left corner lies on the screen. */
  corner(): Promise<Spot>;
  /** What our interface shows over the page. */
  ours(): Promise<Shown>;
  reload(): Promise<void>;
  /** Closes the tab, which is in front, by its key. */
  close(): Promise<void>;
}

/** The entries of our menu in their order: at selected words, and elsewhere on a page. */
const MENUS = {
  selection: ['Highlight', 'Tag as claim', 'Highlight with a note'],
  page: ['Open the Pressmark panel', 'Open the Pressmark library'],
} as const;
export type MenuEntry = (typeof MENUS)[keyof typeof MENUS][number];

/** The menu that has an entry, and the entry's place in it. */
export function placeInMenu(entry: MenuEntry): { readonly index: number; readonly of: number } {
  const menu: readonly string[] =
    Object.values(MENUS).find((entries: readonly string[]) => entries.includes(entry)) ?? [];
  return { index: menu.indexOf(entry), of: menu.length };
}

/** A person at a browser in a window of its own: everything is done with mouse and keyboard. */
export interface Reader {
  readonly hand: Display;
  visit(address: string): Promise<Tab>;
  /** Opens a tab with its key and types an address, of the browser's own pages too, which nobody can look into. */
  go(address: string): Promise<void>;
  /** Opens one of the extension's own pages in front, and waits until it says something. */
  openOwn(page: string): Promise<void>;
  /** The popup or the panel; null while it is closed. */
  surface(name: 'popup' | 'sidepanel'): Promise<Surface | null>;
  /** Our button in the browser's toolbar. */
  button(): Promise<Box>;
  /** What stands on that button. */
  badge(): Promise<string>;
  /** The keys that the browser gave to our commands; those without one are left out. */
  keys(): Promise<ReadonlyMap<string, string>>;
  /** Opens the menu at a place of the page and takes an entry of ours. */
  chooseFromMenu(at: Spot, entry: MenuEntry): Promise<void>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Closes whatever menu or popup another test left open. */
export async function tidy(hand: Display): Promise<void> {
  await hand.press('Escape');
  await hand.press('Escape');
}

/** Types an address into the tab in front. */
export async function typeAddress(hand: Display, address: string): Promise<void> {
  await hand.press('Ctrl+L');
  await hand.type(address);
  await hand.press('Enter');
}

/** A place in the margin of the page, to put the mouse out of the way of its words. */
const asideOf = ({ x, y }: Spot): Spot => ({ x: x + 12, y: y + 470 });

/** The lines of words on the page, as boxes of the screen; the wheel is turned until they can be seen. */
export async function linesOf(reader: Reader, tab: Tab, words: string): Promise<[Box, ...Box[]]> {
  const corner = await tab.corner();
  return until(`the words: ${words}`, async () => {
    const { lines, height } = await tab.look(linesIn, words);
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return null;
    if (first.y >= 90 && last.y + last.height <= height - 60) {
      const shown = lines.map((line) => ({ ...line, x: line.x + corner.x, y: line.y + corner.y }));
      return shown as [Box, ...Box[]];
    }
    await reader.hand.wheel(asideOf(corner), first.y < 90 ? -1 : 1);
    return null;
  });
}

/** Runs in the page. */
function linesIn(words: string): { lines: Box[]; height: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const lines = [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    return { lines, height: innerHeight };
  }
  return { lines: [], height: innerHeight };
}

const selected = (tab: Tab): Promise<string> => tab.look(() => String(getSelection()).trim(), null);

/** Draws the mouse over words, and sees that they are selected. */
export async function dragOver(reader: Reader, tab: Tab, words: string): Promise<void> {
  const lines = await linesOf(reader, tab, words);
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  await reader.hand.drag(
    { x: first.x + 1, y: first.y + first.height / 2 },
    { x: last.x + last.width - 1, y: last.y + last.height / 2 },
  );
  await until(`selected: ${words}`, async () => ((await selected(tab)) === words ? true : null));
}

/** A control of our interface over the page, as soon as it can be seen and stands still. */
export const control = (look: () => Promise<Shown | null>, label: string | RegExp): Promise<Box> => {
  let before = '';
  return until(`a control: ${label}`, async () => {
    const shown = await look();
    const found = shown?.controls.find((one) => matches(one, label));
    if (!shown || !found) return null;
    const box = { ...found.box, x: found.box.x + shown.corner.x, y: found.box.y + shown.corner.y };
    const still = JSON.stringify(box) === before;
    before = JSON.stringify(box);
    return still ? box : null;
  });
};

const matches = ({ label }: Control, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? label === wanted : wanted.test(label);

/** Clicks a control of our interface over the page. */
export async function clickOurs(reader: Reader, tab: Tab, label: string | RegExp): Promise<void> {
  await reader.hand.click(middleOf(await control(() => tab.ours(), label)));
}

/** Clicks a control of the popup or the panel. */
export async function clickIn(reader: Reader, name: 'popup' | 'sidepanel', label: string | RegExp): Promise<void> {
  await reader.hand.click(middleOf(await control(() => reader.surface(name), label)));
}

/** Waits until our interface over the page says something. */
export const untilOurs = (tab: Tab, words: RegExp): Promise<Shown> =>
  until(`shown over the page: ${words}`, async () => {
    const shown = await tab.ours();
    return words.test(shown.text) ? shown : null;
  });

/** Types into our interface over the page, and sees that it stands there. */
export async function typeOurs(reader: Reader, tab: Tab, words: string): Promise<void> {
  await reader.hand.type(words);
  await until(`typed: ${words}`, async () =>
    (await tab.ours()).controls.some(({ value }) => value === words) ? true : null,
  );
}

/** Waits until the popup or the panel says something and has kept its size since the last look. */
export function untilSurface(reader: Reader, name: 'popup' | 'sidepanel', words: RegExp): Promise<Surface> {
  let before = '';
  return until(`${name} says ${words}`, async () => {
    const shown = await reader.surface(name);
    if (!shown || !words.test(shown.text)) return null;
    const now = `${shown.width} ${shown.height} ${shown.text}`;
    const still = now === before;
    before = now;
    return still ? shown : null;
  });
}

/** Presses our button and waits until the popup says something. */
export async function openPopup(reader: Reader, words: RegExp): Promise<Surface> {
  await reader.hand.click(middleOf(await reader.button()));
  return untilSurface(reader, 'popup', words);
}

/** Closes the popup as a person does. */
export async function closePopup(reader: Reader): Promise<void> {
  await reader.hand.press('Escape');
  await until('the popup is closed', async () => ((await reader.surface('popup')) ? null : true));
}

/** Presses the key that the browser gave to a command. */
export async function pressKeyOf(reader: Reader, command: string): Promise<void> {
  const key = (await reader.keys()).get(command);
  if (key === undefined) throw new Error(`the browser gave no key to ${command}`);
  await reader.hand.press(key);
}

/** The colour that most pixels of words have: what is painted behind them. */
export async function colourBehind(reader: Reader, tab: Tab, words: string): Promise<string> {
  const [line] = await linesOf(reader, tab, words);
  const counts = new Map<string, number>();
  for (const row of await reader.hand.pixels(line)) {
    for (const colour of row) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Waits until words are painted as a highlight in the light or dark shade of one of our colours. */
export async function untilMarked(reader: Reader, tab: Tab, words: string, colour = 'yellow'): Promise<void> {
  await reader.hand.move(asideOf(await tab.corner()));
  await until(`painted: ${words}`, async () => {
    const wanted = await tab.look((name) => {
      const paint = getComputedStyle(document.documentElement, `::highlight(pressmark-${name})`).backgroundColor;
      const parts = paint.match(/\d+/g) ?? [];
      return parts.length === 3 ? parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('') : '';
    }, colour);
    return wanted !== '' && (await colourBehind(reader, tab, words)) === wanted ? true : null;
  });
}
