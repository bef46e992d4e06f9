import type { Page } from 'playwright';

/**
 * A person sees and clicks what is in our closed shadow root; a page can't. Tests look at it the way the browser's own
 * tools do, and then use mouse and keyboard.
 */
interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

interface Found {
  readonly nodeId: number;
  readonly name: string;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const HOST = 'PRESSMARK-UI';

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

const textOf = (node: DomNode): string =>
  [...walk(node)]
    .map((one) => (one.nodeName === '#text' ? (one.nodeValue ?? '') : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const attributesOf = (node: DomNode): Map<string, string> => {
  const list = node.attributes ?? [];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < list.length; i += 2) map.set(list[i] ?? '', list[i + 1] ?? '');
  return map;
};

/** Everything inside our host element at this moment. */
async function inside(page: Page): Promise<{
  found: Found[];
  use: <T>(call: (cdp: Awaited<ReturnType<typeof open>>) => Promise<T>) => Promise<T>;
  done: () => Promise<void>;
}> {
  const cdp = await open(page);
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  const host = [...walk(root)].find((node) => node.nodeName === HOST);
  const found = host
    ? [...walk(host)].map((node) => ({
        nodeId: node.nodeId,
        name: node.nodeName.toLowerCase(),
        text: textOf(node),
        attributes: attributesOf(node),
      }))
    : [];
  return { found, use: (call) => call(cdp), done: () => cdp.detach() };
}

const open = (page: Page) => page.context().newCDPSession(page);

type Match = (node: Found) => boolean;

/** A button by its words or its label. */
export const button =
  (label: string | RegExp): Match =>
  (node) => {
    if (node.name !== 'button') return false;
    const words = node.attributes.get('aria-label') ?? node.text;
    return typeof label === 'string' ? words === label : label.test(words);
  };

/** The words shown in our interface on the page, or an empty string while nothing is shown. */
export async function shownText(page: Page): Promise<string> {
  const { found, done } = await inside(page);
  await done();
  return found
    .filter((node) => node.name === '#text')
    .map((node) => node.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the first match lies on the screen; null where there is none or it is not drawn. */
export async function boxOf(
  page: Page,
  match: Match,
): Promise<{ x: number; y: number; width: number; height: number } | null> {
  const { found, use, done } = await inside(page);
  try {
    const node = found.find(match);
    if (!node) return null;
    const { model } = await use((cdp) => cdp.send('DOM.getBoxModel', { nodeId: node.nodeId }));
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  } catch {
    return null;
  } finally {
    await done();
  }
}

/** Waits until a match is drawn, and gives its box. */
export async function waitFor(
  page: Page,
  match: Match,
  timeout = 30_000,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const end = Date.now() + timeout;
  for (;;) {
    const box = await boxOf(page, match);
    if (box && box.width > 0) return box;
    if (Date.now() > end) throw new Error(`not shown on the page; shown is: ${await shownText(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Clicks the middle of a match with the mouse. */
export async function click(page: Page, match: Match): Promise<void> {
  const box = await waitFor(page, match);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
