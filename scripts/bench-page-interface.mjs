// npm run bench -- page-interface [--rounds N] [--build DIR] [--json FILE]
//
// How long a reader waits for what Pressmark shows: from the mouse's release behind a selection to the toolbar on the
// page, on a page just loaded (its frame is loaded too) and on one where it was shown before; and from opening the popup
// to its first paint. Clicks and drags are the driver's, in the browser's own input queue. Build first.
//
// The page itself looks, once a frame, for the moment from which our element takes the clicks above the selection. A quiet
// time of 200 ms before the toolbar comes is part of what is measured: it is there so that it does not follow the mouse.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchChromium } from '../tests/e2e/harness/chromium.ts';
import { ENGLISH, openWeb } from '../tests/e2e/harness/web.ts';

const median = (xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];
const high = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length * 0.95)];

/** The first line of a paragraph, where a mouse drags. */
const place = (page) =>
  page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('article p')].find((one) => one.textContent.length > 200);
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const box = range.getClientRects()[0];
    return { x: box.left, y: box.top + box.height / 2 };
  });

/** Drags over words and gives the milliseconds from the release to the toolbar. */
async function drag(page) {
  const { x, y } = await place(page);
  await page.evaluate(() => {
    globalThis.waited = new Promise((resolve) => {
      addEventListener(
        'pointerup',
        () => {
          const from = performance.now();
          const look = () => {
            for (let x = 0; x < innerWidth; x += 24)
              for (let y = 0; y < innerHeight; y += 24)
                if (document.elementFromPoint(x, y)?.localName === 'pressmark-ui')
                  return resolve(performance.now() - from);
            requestAnimationFrame(look);
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
  await page.mouse.move(x + 4, y);
  await page.mouse.down();
  await page.mouse.move(x + 160, y, { steps: 8 });
  await page.mouse.move(x + 320, y, { steps: 8 });
  await page.mouse.up();
  return page.evaluate(() => globalThis.waited);
}

/** Runs the bench with the options of the command line. */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '20' },
      build: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  const web = await openWeb();
  const session = await launchChromium({ web, ...(values.build ? { extensionDir: values.build } : {}) });

  const first = [];
  const again = [];
  const popup = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await session.visit(ENGLISH);
    await page.waitForFunction(() => document.readyState === 'complete');
    // The annotator comes when the page is idle; a reader has read by the time that they select.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    first.push(await drag(page));
    await page.mouse.click(4, 4);
    await page.waitForFunction(() => getSelection().isCollapsed);
    await new Promise((resolve) => setTimeout(resolve, 400));
    again.push(await drag(page));
    const id = await session.tabId(page);
    const own = await session.context.newPage();
    await own.goto(`chrome-extension://${session.extensionId}/popup.html?tab=${id}`);
    popup.push(
      await own.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list, observer) => {
              const paint = list.getEntries().find(({ name }) => name === 'first-contentful-paint');
              if (!paint) return;
              observer.disconnect();
              resolve(paint.startTime);
            }).observe({ type: 'paint', buffered: true });
          }),
      ),
    );
    await own.close();
    await page.close();
  }
  await session.close();
  await web.close();

  const rows = { 'toolbar, first on a page': first, 'toolbar, again': again, 'popup, first paint': popup };
  for (const [name, times] of Object.entries(rows))
    console.log(
      `${name.padEnd(26)} median ${median(times).toFixed(0)} ms, p95 ${high(times).toFixed(0)} ms (${times.length})`,
    );
  if (values.json) writeFileSync(values.json, JSON.stringify(rows));
  process.exit(0);
}
