import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { until, untilFocused, untilPainted } from './harness/journey';
import { press } from './harness/own';
import { painted } from './harness/page';
import { button, click, shownText, waitFor } from './harness/shadow';
import { ENGLISH, openWeb, sampleSites, type Web } from './harness/web';

const BOX = 'http://harbour-courier.example/embed/timeline';
const ELSEWHERE = 'http://figures.example/embed/table';
const IN_BOX = 'The second engine was taken out of service on 9 March after an oil leak.';
const IN_SOURCE = 'Divers found the missing valve on the bed of the harbour in June.';

const embed = (words: string): string =>
  `<!DOCTYPE html><html><head><title>Box</title></head><body><p>What happened when, as far as is known today.</p><p id="quote">${words}</p></body></html>`;

const frames = `<iframe id="box" src="${BOX}" width="500" height="160"></iframe>
<iframe id="source" srcdoc="${embed(IN_SOURCE).replaceAll('"', '&quot;')}" width="500" height="160"></iframe>
<iframe id="elsewhere" src="${ELSEWHERE}" width="500" height="160"></iframe>`;

let web: Web;
let session: Session;
let page: Page;

beforeAll(async () => {
  web = await openWeb();
  const served = sampleSites().get(ENGLISH) ?? '';
  web.put(ENGLISH, served.replace('<p class="correction">', `${frames}<p class="correction">`));
  web.put(BOX, embed(IN_BOX));
  web.put(ELSEWHERE, embed('The table of all the ferries in the region.'));
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

async function frameOf(id: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`#${id}`)).contentFrame();
  if (!frame) throw new Error(`no frame ${id}`);
  await frame.waitForSelector('#quote');
  return frame;
}

/** Selects the frame's paragraph with the mouse, as a reader does. */
async function selectIn(frame: Frame): Promise<void> {
  await frame.locator('#quote').scrollIntoViewIfNeeded();
  await frame.locator('#quote').click({ clickCount: 3 });
}

const words = async (frame: Frame): Promise<string[]> => Object.values(await painted(frame)).flat();

const loadInBox = (address: string): Promise<void> =>
  page.evaluate((src) => document.querySelector('#box')?.setAttribute('src', src), address);

/**
 * What is drawn in the first frame, asked of the page: a frame that goes from one site to another and back changes its
 * process, on which the driver at times loses hold of it. Null while it shows another site.
 */
const drawnInBox = (): Promise<string[] | null> =>
  page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#box');
    const inner = frame?.contentDocument ? frame.contentWindow : null;
    if (!inner) return null;
    const { highlights } = (inner as Window & typeof globalThis).CSS;
    return [...highlights.values()].flatMap((highlight) => [...highlight].map(String));
  });

describe('frames of the page’s own origin', () => {
  it('save words that are selected in one, by the toolbar beside them', async () => {
    const box = await frameOf('box');
    await selectIn(box);
    await waitFor(page, button(/^Highlight/));
    await click(page, button(/^Highlight/));
    await untilPainted(box, 1);
    expect(await words(box)).toEqual([IN_BOX]);
    const source = await frameOf('source');
    await selectIn(source);
    await waitFor(page, button(/^Highlight/));
    await click(page, button(/^Highlight/));
    await untilPainted(source, 1);
    expect(await painted(page)).toEqual({});
  });

  it('draw them again after a load, in colours that are seen, and open their card', async () => {
    await page.goto(ENGLISH);
    const box = await frameOf('box');
    await untilPainted(box, 1);
    await untilPainted(await frameOf('source'), 1);
    const colour = await until('the colour of the highlight', async () => {
      const seen = await box.evaluate(() => {
        const quote = document.querySelector('#quote');
        return quote && getComputedStyle(quote, '::highlight(pressmark-yellow)').backgroundColor;
      });
      return seen && seen !== 'rgba(0, 0, 0, 0)' ? seen : null;
    });
    expect(colour).toMatch(/^rgb/);
    await box.locator('#quote').click({ position: { x: 30, y: 8 } });
    await until('the card', async () => ((await shownText(page)).includes(IN_BOX) ? true : null));
    await untilFocused(page);
    await page.keyboard.press('Escape');
  });

  it('are reached by the keys that walk from highlight to highlight', async () => {
    await page.goto(ENGLISH);
    await untilPainted(await frameOf('box'), 1);
    await untilPainted(await frameOf('source'), 1);
    await press(session, page, 'next-highlight');
    await until('the first card', async () => ((await shownText(page)).includes(IN_BOX) ? true : null));
    await press(session, page, 'next-highlight');
    await until('the second card', async () => ((await shownText(page)).includes(IN_SOURCE) ? true : null));
    await untilFocused(page);
    await page.keyboard.press('Escape');
  });

  it('lose what was drawn when they load something else, and draw it again when it comes back', async () => {
    const source = await frameOf('source');
    await loadInBox(`${ELSEWHERE}?2`);
    await until('the other site in the frame', async () => ((await drawnInBox()) === null ? true : null));
    await untilPainted(source, 1);
    await loadInBox(BOX);
    await until('the frame as it was', async () => ((await drawnInBox())?.includes(IN_BOX) ? true : null));
  });

  it('are told apart from those of other sites, for which there is a sentence', async () => {
    await selectIn(await frameOf('elsewhere'));
    const popup = await session.popup(page);
    await popup.getByText(/frame that comes from another site/).waitFor();
    await popup.close();
  });
});
