import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright';
import type { Session } from './chromium.ts';
import { select } from './page.ts';

/** What tests do from inside the extension's own pages: speak its protocol, read its store, look at its accessibility. */

export interface Words {
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly colour?: string;
  readonly claim?: Readonly<Record<string, string | null>> | null;
}

/** What a page of ours gets for an answer; tests look only at what they asked about. */
interface Answer {
  readonly ok: boolean;
  readonly value?: { readonly id: string };
  readonly error?: { readonly code: string };
}

/** Sends a message of the protocol to a page's content scripts, as popup and background do. */
export async function tellTab(own: Page, tabId: number, type: string, payload: object): Promise<Answer> {
  return own.evaluate(([id, message]) => chrome.tabs.sendMessage(id, message, { frameId: 0 }), [
    tabId,
    { type, payload },
  ] as const);
}

/** Saves words of a page as a quote, the way the popup does, with what a reader wrote on it. Gives its id. */
export async function saveQuote(session: Session, page: Page, quote: string, words: Words = {}): Promise<string> {
  const tabId = await session.tabId(page);
  await select(page, quote);
  const own = await session.own('welcome.html');
  await own.evaluate((id) => chrome.runtime.sendMessage({ type: 'page.open', payload: { tabId: id } }), tabId);
  const { claim = null, ...rest } = words;
  const saved = await tellTab(own, tabId, 'annotator.save', {
    id: crypto.randomUUID(),
    selectors: null,
    words: { note: '', tags: [], colour: 'yellow', speaker: null, ...rest },
    claim: claim && { claimant: '', claimantKind: 'Person', type: null, scaleId: 'neutral', verdict: '', ...claim },
    privateConsent: false,
  });
  await own.close();
  await page.bringToFront();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  if (!saved.ok || !saved.value) throw new Error(`not saved: ${saved.error?.code}`);
  return saved.value.id;
}

/** A keyboard command, as the browser tells the background of it while a page is in front. */
export async function press(session: Session, page: Page, command: string): Promise<void> {
  await page.bringToFront();
  await (await session.worker()).evaluate((name) => {
    const dispatch: (command: string) => void = Reflect.get(chrome.commands.onCommand, 'dispatch');
    dispatch.call(chrome.commands.onCommand, name);
  }, command);
}

/** All rows of a table, read from the extension's store by one of its own pages. */
export async function rowsOf<Row>(own: Page, table: string): Promise<Row[]> {
  const rows = await own.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const asking = db.transaction(name).objectStore(name).getAll();
          asking.onerror = () => reject(new Error(`${name} cannot be read`));
          asking.onsuccess = () => {
            db.close();
            resolve(asking.result);
          };
        };
      }),
    table,
  );
  return rows as Row[];
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about a whole page: its one main part, its heading. A frame within somebody else's page is none. */
const OF_WHOLE_PAGES = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** What axe finds wrong in a frame of ours on a page. */
export const axeFindingsIn = async (frame: Frame): Promise<string[]> =>
  (await axeFindings(frame)).filter((finding) => !OF_WHOLE_PAGES.some((rule) => finding.startsWith(`${rule}:`)));

/** What axe finds wrong on one of our pages as it stands, each in one line. Empty is what it should be. */
export async function axeFindings(page: Page | Frame): Promise<string[]> {
  // Through the browser's own tools: the pages' policy lets no foreign script in, and should not.
  await page.evaluate(`${AXE};undefined`);
  return page.evaluate(async () => {
    for (const animation of document.getAnimations()) animation.finish();
    const axe: {
      run(
        root: Document,
      ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
    } = Reflect.get(globalThis, 'axe');
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`),
    );
  });
}

const CONTROLS = 'a[href],button,input,select,textarea,summary,[tabindex="0"]';

/** The controls of a page that a keyboard should reach: shown, enabled, one of each group of radio buttons. */
export async function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const name = (element: Element): string => `${element.localName}#${all.indexOf(element as HTMLElement)}`;
    Reflect.set(globalThis, 'nameOfControl', name);
    return all
      .filter((element) => element.checkVisibility() && !element.matches(':disabled') && element.tabIndex >= 0)
      .filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked))
      .map(name);
  }, CONTROLS);
}

/** Walks through a page by Tab and gives the controls that had the focus, in order. */
export async function tabThrough(page: Page): Promise<string[]> {
  const order: string[] = [];
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const nameOf: (element: Element) => string = Reflect.get(globalThis, 'nameOfControl');
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body ? null : nameOf(activeElement);
    });
    // After the last control the focus leaves the page once, and comes back to its first.
    if (name === null) continue;
    if (order.includes(name)) return order;
    order.push(name);
  }
  return order;
}
