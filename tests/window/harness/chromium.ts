import type { Page } from 'playwright';
import { launchChromium, type Session } from '../../e2e/harness/chromium.ts';
import { until } from '../../e2e/harness/journey.ts';
import type { Web } from '../../e2e/harness/web.ts';
import { type Box, type Display, middleOf, openDisplay, type Spot, WIDTH } from './display.ts';
import { placeInMenu, type Reader, type Tab, tidy, typeAddress } from './reader.ts';
import { lookAt, lookIntoFrame, NOTHING, type Sight, withFrames } from './sight.ts';
import { badgeIn, keysIn, surfaceIn } from './surfaces.ts';

/** The icon's ground, which nothing else in the toolbar has. */
const ICON = '1f3a5f';
/** The right half of the toolbar, where the buttons of extensions are. */
const TOOLBAR: Box = { x: WIDTH / 2, y: 44, width: WIDTH / 2, height: 40 };

/** A place in the side panel, wherever it begins. */
const PANEL: Spot = { x: WIDTH - 120, y: 500 };
/** The empty pixels above the first and below the last entry of a menu. */
const MENU_EDGE = 6;

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
  const watching = async (probe: string): Promise<unknown> => (await watcher()).evaluate(probe);
  return {
    hand,
    visit: async (address) => {
      await watcher();
      await tidy(hand);
      const page = await session.visit(address);
      await page.bringToFront();
      return tabOf(page, hand);
    },
    surface: async (name) => {
      // Where the panel lies, which slides in, is told by the mouse alone: its events have a place in it and one on the screen.
      if (name === 'sidepanel') {
        await hand.move(PANEL);
        await hand.move({ x: PANEL.x, y: PANEL.y + 9 });
      }
      const seen = await surfaceIn(watching, name);
      return seen?.corner ? { ...seen, corner: seen.corner } : null;
    },
    badge: () => badgeIn(watching),
    keys: () => keysIn(watching),
    button: () => findIcon(hand, TOOLBAR),
    openOwn: async (path) => {
      const page = await session.own(path);
      await page.bringToFront();
      await page.locator('h1').first().waitFor();
    },
    go: async (address) => {
      const opened = session.context.waitForEvent('page');
      await hand.press('Ctrl+T');
      await (await opened).waitForLoadState();
      await typeAddress(hand, address);
      const there = () => session.context.pages().find((page) => page.url().startsWith(address));
      await (await until(address, async () => there() ?? null)).waitForLoadState();
    },
    chooseFromMenu: async (at, entry) => {
      await hand.click(at, { button: 3 });
      // The menu is the browser's own drawing: our entry is found by its icon, the ones beside it by their place.
      const menu = await until('the menu', async () => (await hand.floating())[0] ?? null);
      await hand.click(middleOf(await findIcon(hand, menu)));
      const beside = await until(
        'our menu',
        async () => (await hand.floating()).find(({ x, y }) => x !== menu.x && y !== menu.y) ?? null,
      );
      const { index, of } = placeInMenu(entry);
      const row = (beside.height - 2 * MENU_EDGE) / of;
      await hand.click({ x: beside.x + 40, y: beside.y + MENU_EDGE + (index + 0.5) * row });
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

/** Where our icon is drawn within a part of the screen. */
function findIcon(hand: Display, part: Box): Promise<Box> {
  return until('our icon', async () => {
    const rows = await hand.pixels(part);
    const spots: Spot[] = rows.flatMap((row, y) => row.flatMap((colour, x) => (colour === ICON ? [{ x, y }] : [])));
    const x = Math.min(...spots.map((spot) => spot.x));
    const y = Math.min(...spots.map((spot) => spot.y));
    return spots.length > 20 ? { x: part.x + x, y: part.y + y, width: 14, height: 14 } : null;
  });
}

function tabOf(page: Page, hand: Display): Tab {
  const corner = async (): Promise<Spot> => {
    const alone = await page.evaluate(() => (outerWidth === innerWidth ? { y: outerHeight - innerHeight } : null));
    return alone ? { x: 0, y: alone.y } : cornerByMouse(page, hand);
  };
  return {
    look: (probe, arg) => page.evaluate(probe as never, arg as never),
    corner,
    ours: async () => {
      const inFrame = (address: string) => lookIntoFrame(page.frames().slice(1), address);
      return { ...(await withFrames(await lookInside(page), inFrame)), corner: await corner() };
    },
    reload: async () => {
      await page.reload();
    },
    close: async () => {
      await hand.press('Ctrl+W');
      await until('the tab is closed', async () => (page.isClosed() ? true : null));
    },
  };
}

/** Beside the panel the page has a margin; an event of the mouse has a place in the page and one on the screen. */
async function cornerByMouse(page: Page, hand: Display): Promise<Spot> {
  const told = page.evaluate(
    () =>
      new Promise<Spot>((resolve) => {
        const tell = ({ screenX, screenY, clientX, clientY }: MouseEvent): void =>
          resolve({ x: screenX - clientX, y: screenY - clientY });
        addEventListener('mousemove', tell, { once: true, capture: true });
      }),
  );
  let turn = 0;
  const moving = async (): Promise<null> => {
    turn += 1;
    await hand.move({ x: 24, y: 560 + 3 * (turn % 2) });
    return null;
  };
  return until('the mouse in the page', async () => Promise.race([told, moving()]));
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
async function lookInside(page: Page): Promise<Sight> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const closed = findHost(root)?.shadowRoots?.[0];
    if (!closed) return NOTHING;
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
