import type { Page } from 'playwright';
import { launchChromium, type Session } from '../../e2e/harness/chromium.ts';
import { until } from '../../e2e/harness/journey.ts';
import type { Web } from '../../e2e/harness/web.ts';
import { type Box, type Display, openDisplay, type Spot, WIDTH } from './display.ts';
import { MENU, type Reader, type Shown, type Tab } from './reader.ts';
import { lookAt } from './sight.ts';
import { keysIn, surfaceIn } from './surfaces.ts';

/** The icon's ground, which nothing else in the toolbar has. */
const ICON = '1f3a5f';
/** The right half of the toolbar, where the buttons of extensions are. */
const TOOLBAR: Box = { x: WIDTH / 2, y: 44, width: WIDTH / 2, height: 40 };

/** A person at Chromium. */
export async function sitAtChromium(web: Web, options: { readonly dark?: boolean } = {}): Promise<Reader> {
  const hand = await openDisplay();
  try {
    const session = await launchChromium({ web, screen: hand.env, ...options });
    return readerOf(session, hand);
  } catch (error) {
    await hand.close();
    throw error;
  }
}

function readerOf(session: Session, hand: Display): Reader {
  let watch: Page | null = null;
  /** One of the extension's own pages, behind the others: from there popup and panel can be seen. */
  const watcher = async (): Promise<Page> => {
    const there = session.context.pages().find((page) => page.url().endsWith('/welcome.html'));
    watch ??= there ?? (await session.own('welcome.html'));
    return watch;
  };
  return {
    hand,
    visit: async (address) => {
      await watcher();
      const page = await session.visit(address);
      await page.bringToFront();
      return tabOf(page);
    },
    surface: async (name) => surfaceIn((probe) => watcher().then((page) => page.evaluate(probe)), name),
    keys: async () => keysIn((probe) => watcher().then((page) => page.evaluate(probe))),
    button: () => findButton(hand),
    chooseFromMenu: async (at, entry) => {
      await hand.click(at, { button: 3 });
      await until('the menu', async () => ((await hand.floating()).length > 0 ? true : null));
      // Ours is the last but one, before “Inspect”, and has its entries beside it.
      await hand.press('Up');
      await hand.press('Up');
      const before = (await hand.floating()).length;
      await hand.press('Right');
      await until('our menu', async () => ((await hand.floating()).length > before ? true : null));
      for (let i = 0; i < MENU.indexOf(entry); i += 1) await hand.press('Down');
      await hand.press('Enter');
    },
    restart: async () => {
      watch = null;
      await session.restart();
    },
    close: async () => {
      await session.close();
      await hand.close();
    },
  };
}

async function findButton(hand: Display): Promise<Box> {
  return until('the toolbar button', async () => {
    const rows = await hand.pixels(TOOLBAR);
    const spots: Spot[] = rows.flatMap((row, y) => row.flatMap((colour, x) => (colour === ICON ? [{ x, y }] : [])));
    const x = Math.min(...spots.map((spot) => spot.x));
    const y = Math.min(...spots.map((spot) => spot.y));
    return spots.length > 20 ? { x: TOOLBAR.x + x, y: TOOLBAR.y + y, width: 16, height: 16 } : null;
  });
}

function tabOf(page: Page): Tab {
  const corner = (): Promise<Spot> => page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
  return {
    look: (probe, arg) => page.evaluate(probe as never, arg as never),
    corner,
    ours: async () => ({ ...(await lookInside(page)), corner: await corner() }),
    reload: async () => {
      await page.reload();
    },
    front: () => page.bringToFront(),
  };
}

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

const findHost = (node: DomNode): DomNode | undefined =>
  node.nodeName === 'PRESSMARK-UI' ? node : (node.children ?? []).map(findHost).find((found) => found !== undefined);

/** Looks into the closed root the way the browser's own tools do. */
async function lookInside(page: Page): Promise<Omit<Shown, 'corner'>> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const closed = findHost(root)?.shadowRoots?.[0];
    if (!closed) return { text: '', controls: [] };
    const { object } = await cdp.send('DOM.resolveNode', { nodeId: closed.nodeId });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      ...(object.objectId ? { objectId: object.objectId } : {}),
      functionDeclaration: `function () { return (${lookAt})(this); }`,
      returnByValue: true,
    });
    return result.value;
  } finally {
    await cdp.detach();
  }
}
