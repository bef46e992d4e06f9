import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { badgeOf, until } from './harness/journey';
import { openWeb, type Web } from './harness/web';

const SITE = 'http://harbour-courier.example';
const PARAGRAPH =
  '<p>“Nobody had asked the engineers before the ferry sailed,” the harbour master told the council on Tuesday, and the council, he said, had not asked the harbour master either.</p>';
const STORY = `<article><h1>Ferry firm was warned about engine fault for years</h1><time datetime="2026-04-01">1 April 2026</time>${PARAGRAPH.repeat(12)}</article>`;

/** Changes at each frame and never becomes an article. */
const RESTLESS = `<!doctype html><html lang="en"><head><title>Map</title></head><body><div id="map"></div>
<script>
let frames = 0;
const step = () => {
  const tile = document.createElement('div');
  tile.textContent = 'tile ' + frames++;
  document.getElementById('map').replaceChildren(tile);
  document.documentElement.dataset.frames = frames;
  requestAnimationFrame(step);
};
step();
</script></body></html>`;

/** Its text arrives when the test says so. */
const LATE = `<!doctype html><html lang="en"><head><title>Ferry firm was warned about engine fault for years</title></head><body><div id="app">Loading</div>
<script>
globalThis.arrive = () => {
  document.head.insertAdjacentHTML('beforeend', '<meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry firm was warned"}<\\/script>');
  document.getElementById('app').innerHTML = ${JSON.stringify(STORY)};
};
globalThis.tick = () => document.getElementById('app').append(document.createElement('i'));
</script></body></html>`;

/** What the detector has done since its world is watched. */
interface Deeds {
  /** Questions that it put to the document; each look puts at least one. */
  readonly questions: number;
  /** How often it began to observe the page. */
  readonly observations: number;
  /** Whether it observes the page now. */
  readonly observing: boolean;
  /** Looks that are to come: pauses, and moments of rest that it waits for. */
  readonly waiting: number;
  /** The pauses that it took, in milliseconds. */
  readonly pauses: readonly number[];
}

/**
 * Counts what the detector does, in the world that the extension's scripts have of their own in the page. Its pauses pass
 * fifty times as fast where that is asked for. Observers that are made later are the annotator's and not counted.
 */
const WATCH = (pace: number): string => `(() => {
  const deeds = { questions: 0, observations: 0, observing: false, waiting: 0, pauses: [] };
  const { evaluate } = Document.prototype;
  Document.prototype.evaluate = function (...args) { deeds.questions++; return evaluate.apply(this, args); };
  const { observe, disconnect } = MutationObserver.prototype;
  const later = new WeakSet();
  globalThis.MutationObserver = class extends MutationObserver { constructor(call) { super(call); later.add(this); } };
  Object.getPrototypeOf(MutationObserver.prototype).observe = function (...args) {
    if (!later.has(this)) { deeds.observations++; deeds.observing = true; }
    return observe.apply(this, args);
  };
  Object.getPrototypeOf(MutationObserver.prototype).disconnect = function () {
    if (!later.has(this)) deeds.observing = false;
    return disconnect.call(this);
  };
  const counted = (work) => (...args) => { try { work(...args); } finally { deeds.waiting--; } };
  const { setTimeout, requestIdleCallback } = window;
  window.setTimeout = (work, pause) => { deeds.waiting++; deeds.pauses.push(pause); return setTimeout(counted(work), pause / ${pace}); };
  window.requestIdleCallback = (work, options) => { deeds.waiting++; return requestIdleCallback(counted(work), options); };
  globalThis.deeds = () => deeds;
})()`;

let web: Web;
let session: Session;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

/** Opens a page and watches the detector in it; what is returned says what it has done so far. */
async function watched(page: Page, pace: number): Promise<() => Promise<Deeds>> {
  const cdp: CDPSession = await session.context.newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.endsWith(session.extensionId)) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  const contextId = await found;
  const ask = async (expression: string): Promise<unknown> =>
    (await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true })).result.value;
  await ask(WATCH(pace));
  return async () => (await ask('deeds()')) as Deeds;
}

/** Lets the page draw so many more frames; only the tab in front does, and the extension opens one of its own at first. */
async function frames(page: Page, count: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (left) => {
    for (let i = 0; i < left; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

describe('a page whose text may still arrive', () => {
  it('is looked at a bounded number of times, ever more seldom, and then left alone', async () => {
    const address = `${SITE}/maps/harbour-2026`;
    web.put(address, RESTLESS);
    const page = await session.visit(address);
    const deeds = await watched(page, 50);
    const end = await until('the last look', async () => {
      await frames(page, 2);
      const now = await deeds();
      return now.observations > 0 && !now.observing && now.waiting === 0 ? now : null;
    });
    expect(end.observations).toBeLessThanOrEqual(5);
    expect(end.questions).toBeLessThanOrEqual(6 * 3);
    expect(end.pauses.length).toBeGreaterThan(1);
    expect(end.pauses).toEqual([...new Set(end.pauses)].sort((a, b) => a - b));
    await frames(page, 120);
    expect(await deeds()).toEqual(end);
    expect(await badgeOf(session, page)).toBe('');
    await page.close();
  });

  it('is an article as soon as its text is there, and is no longer observed then', async () => {
    const address = `${SITE}/reports/2026/ferry`;
    web.put(address, LATE);
    const page = await session.visit(address);
    const deeds = await watched(page, 1);
    expect(await badgeOf(session, page)).toBe('');
    await page.evaluate('arrive()');
    await until('the badge of an article', async () => ((await badgeOf(session, page)) === '•' ? true : null));
    const sure = await deeds();
    expect(sure.questions).toBeGreaterThan(0);
    expect(sure.observing).toBe(false);
    for (let i = 0; i < 60; i++) {
      await page.evaluate('tick()');
      await frames(page, 1);
    }
    expect(await deeds()).toMatchObject({
      questions: sure.questions,
      observations: sure.observations,
      observing: false,
    });
    await page.close();
  });
});
