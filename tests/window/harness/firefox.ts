import type { Page } from 'puppeteer-core';
import { type FirefoxSession, launchFirefox } from '../../e2e/harness/firefox.ts';
import { until } from '../../e2e/harness/journey.ts';
import type { Web } from '../../e2e/harness/web.ts';
import { type Box, type Display, middleOf, openDisplay, type Spot } from './display.ts';
import { type Reader, type Tab, tidy, typeAddress } from './reader.ts';
import { lookAt, lookIntoFrame, NOTHING, type Sight, withFrames } from './sight.ts';
import { badgeIn, keysIn, surfaceIn } from './surfaces.ts';

/** A person at Firefox. */
export async function sitAtFirefox(
  web: Web,
  { dark = false, granted = true }: { readonly dark?: boolean; readonly granted?: boolean } = {},
): Promise<Reader> {
  const hand = await openDisplay();
  try {
    const preferences = { 'general.smoothScroll': false, 'ui.systemUsesDarkTheme': dark ? 1 : 0 };
    const session = await launchFirefox(web, { screen: hand.env, granted, preferences });
    return readerOf(session, hand);
  } catch (error) {
    await hand.close();
    throw error;
  }
}

function readerOf(session: FirefoxSession, hand: Display): Reader {
  let watch: Page | null = null;
  /** One of the extension's own pages, behind the others: from there popup and sidebar can be seen. */
  const watcher = async (): Promise<Page> => {
    watch ??= await session.own('welcome.html');
    return watch;
  };
  const watching = async (probe: string): Promise<unknown> => (await watcher()).evaluate(probe);
  const boxOf = async (element: string): Promise<Box | null> =>
    JSON.parse(
      await session.inWindow(`JSON.stringify((() => {
        const found = ${element};
        const { x, y, width, height } = found?.getBoundingClientRect() ?? { width: 0 };
        return width > 0 ? { x: x + mozInnerScreenX, y: y + mozInnerScreenY, width, height } : null;
      })())`),
    );
  return {
    hand,
    visit: async (address) => {
      await watcher();
      await tidy(hand);
      const page = await session.visit(address);
      await page.bringToFront();
      return tabOf(session, page, hand);
    },
    surface: async (name) => {
      const seen = await surfaceIn(watching, name);
      return seen?.corner ? { ...seen, corner: seen.corner } : null;
    },
    badge: () => badgeIn(watching),
    keys: () => keysIn(watching),
    button: () =>
      until('the toolbar button', () => boxOf(`document.querySelector('#pressmark_pressmark_example-BAP')`)),
    openOwn: async (path) => {
      const page = await session.own(path);
      await page.bringToFront();
      await page.waitForSelector('h1');
    },
    go: async (address) => {
      const tabs = () => session.inWindow('gBrowser.tabs.length');
      const before = await tabs();
      await hand.press('Ctrl+T');
      await until('a tab', async () => ((await tabs()) === before ? null : true));
      await typeAddress(hand, address);
      const shown = '[gBrowser.currentURI.spec, gBrowser.selectedBrowser.webProgress.isLoadingDocument].join(" ")';
      await until(address, async () => ((await session.inWindow(shown)) === `${address} false` ? true : null));
    },
    chooseFromMenu: async (at, entry) => {
      await hand.click(at, { button: 3 });
      const ours = `document.querySelector('#contentAreaContextMenu > [label="Pressmark"]')`;
      await hand.click(middleOf(await until('the menu', () => boxOf(ours))));
      const one = `${ours}.querySelector('[label=${JSON.stringify(entry)}]')`;
      await hand.click(middleOf(await until('our menu', () => boxOf(one))));
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

function tabOf(session: FirefoxSession, page: Page, hand: Display): Tab {
  const corner = (): Promise<Spot> =>
    page.evaluate(() => ({
      x: Number(Reflect.get(globalThis, 'mozInnerScreenX')),
      y: Number(Reflect.get(globalThis, 'mozInnerScreenY')),
    }));
  return {
    look: (probe, arg) => page.evaluate(probe as never, arg as never),
    corner,
    ours: async () => {
      const inFrame = (address: string) => lookIntoFrame(page.frames().slice(1), address);
      return { ...(await withFrames(await lookInside(session), inFrame)), corner: await corner() };
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

/** Looks into the closed root of the page in front the way the browser's own tools do: from beside the page. */
async function lookInside(session: FirefoxSession): Promise<Sight> {
  const probe = `(() => {
    const root = content.document.querySelector('pressmark-ui')?.openOrClosedShadowRoot;
    return root ? (${lookAt})(root) : ${JSON.stringify(NOTHING)};
  })()`;
  const answer = await session.inWindow(`new Promise((resolve) => {
    const { messageManager } = gBrowser.selectedBrowser;
    const name = 'look:' + Math.random();
    const hear = ({ data }) => {
      messageManager.removeMessageListener(name, hear);
      resolve(data);
    };
    messageManager.addMessageListener(name, hear);
    const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', JSON.stringify(' + ${JSON.stringify(probe)} + '))';
    messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  })`);
  return JSON.parse(answer);
}
