import { browser } from '../../lib/browser';
import { askTab } from '../../lib/messages/client';
import { openPanel } from '../../lib/panel';
import { openAnnotator } from './injection';
import { openLibrary } from './library';

const PAGE_COMMANDS = {
  'highlight-selection': 'highlight',
  'claim-selection': 'claim',
  'note-selection': 'note',
  'next-highlight': 'next',
  'previous-highlight': 'previous',
} as const;
const OPEN_PANEL = 'open-panel';
type PageCommand = keyof typeof PAGE_COMMANDS;

const isPageCommand = (name: string): name is PageCommand => Object.hasOwn(PAGE_COMMANDS, name);

/** Context menu and keyboard: what they do ends in the page, like a click in the toolbar there. */
export function listenForCommands(): void {
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  // The panel opens only inside the gesture: before anything is awaited.
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === OPEN_PANEL) void openPanel({ windowId: tab?.windowId });
    else void run(String(menuItemId), tab?.id);
  });
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === OPEN_PANEL) void openPanel({ windowId: tab?.windowId });
    else void runInActiveTab(name);
  });
}

async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const title = (key: string) => browser.i18n.getMessage(key);
  browser.contextMenus.create({ id: 'highlight-selection', title: title('menuHighlight'), contexts: ['selection'] });
  browser.contextMenus.create({ id: 'claim-selection', title: title('menuClaim'), contexts: ['selection'] });
  browser.contextMenus.create({ id: 'note-selection', title: title('menuNote'), contexts: ['selection'] });
  browser.contextMenus.create({ id: OPEN_PANEL, title: title('menuPanel'), contexts: ['action', 'page'] });
  browser.contextMenus.create({ id: 'open-library', title: title('menuLibrary'), contexts: ['action', 'page'] });
}

async function runInActiveTab(name: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await run(name, tab?.id);
}

async function run(name: string, tabId: number | undefined): Promise<void> {
  if (name === 'open-library') return openLibrary();
  if (tabId === undefined || !isPageCommand(name)) return;
  const opened = await openAnnotator(tabId);
  if (opened.ok) {
    const answer = await askTab(tabId, 'annotator.command', { command: PAGE_COMMANDS[name] });
    if (answer.ok) return;
  }
  await explain();
}

/** A page that Pressmark can't enter can't show why either; the popup says it. */
async function explain(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Without a gesture some browsers refuse; the popup tells as soon as it is opened.
  }
}
