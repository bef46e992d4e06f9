// The library of the built extension, measured from inside its own page: when lines are drawn, when the worker answers.
import { memoryOf } from './bench-store-browser.mjs';

/** What a person might type; each is typed key by key. Made-up words of the library's own languages, and none of them. */
const QUERIES = [
  'ferry budget',
  'minister warned',
  'énergie région',
  '"the council"',
  'tag:digue hausse',
  'verdict:refuted rent',
  'Bürgermeisterin',
  '予算 発表',
  'siversen hospital rose',
  'title:storm -site:courier',
  'الحكومة',
  'zeppelin',
];

const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];
const percentile = (xs, share) => xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * share))];

/** Runs in the page before its own scripts: notes when lines appear, what the worker is asked and when it answers. */
function watch() {
  const seen = { firstLine: null, firstMark: null, counted: null, asked: new Map(), answers: [], tasks: [] };
  globalThis.pressmarkBench = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const now = performance.now();
    if (seen.firstLine === null && document.querySelector('.virtual [data-focus]')) seen.firstLine = now;
    if (seen.firstMark === null && document.querySelector('.virtual mark')) seen.firstMark = now;
    if (seen.counted === null && document.querySelector('.tab-count') && !document.querySelector('.reading')) {
      seen.counted = now;
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  const { postMessage } = Worker.prototype;
  const known = new WeakSet();
  Worker.prototype.postMessage = function (message, ...rest) {
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', ({ data }) => {
        const asked = seen.asked.get(data.id);
        if (asked === undefined || data.answer?.run === undefined) return;
        const answered = performance.now();
        // Preact draws in a task of its own; the second frame after it has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            seen.answers.push({ ...asked, ms: answered - asked.at, painted: performance.now() - asked.at });
          }),
        );
      });
    }
    if (message?.question?.ask === 'search') {
      seen.asked.set(message.id, { at: performance.now(), query: message.question.state.query });
    }
    return postMessage.call(this, message, ...rest);
  };
}

async function openLibrary(context, url) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(url);
  // A page that is not in front is painted once a second.
  await page.bringToFront();
  return page;
}

const seenOf = (page, key) =>
  page
    .waitForFunction((name) => globalThis.pressmarkBench[name], key, { timeout: 300_000, polling: 20 })
    .then((handle) => handle.jsonValue());

/** Types one key after the other, each once the last one was answered; gives what each took. */
async function typeAll(page) {
  const times = [];
  for (const query of QUERIES) {
    for (let end = 1; end <= query.length; end++) {
      const typed = query.slice(0, end);
      await page.evaluate((text) => {
        globalThis.pressmarkBench.answers.length = 0;
        const input = document.querySelector('input[type=search]');
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, typed);
      const answer = await page.waitForFunction(
        (text) => globalThis.pressmarkBench.answers.find(({ query }) => query === text),
        typed,
        { polling: 5, timeout: 120_000 },
      );
      times.push(await answer.jsonValue());
    }
  }
  return times;
}

/** Everything about our own library at this size. */
export async function benchLibrary({ context, origin, script, profile }) {
  const own = (path) => `${origin}/${path}`;
  const opens = [];
  const counts = [];
  const longest = [];
  let countedFirst = 0;
  for (let i = 0; i < 6; i++) {
    const page = await openLibrary(context, own('library.html'));
    opens.push(await seenOf(page, 'firstLine'));
    const counted = await seenOf(page, 'counted');
    // The first time everything is read and a copy of the search is written; from then on that is taken over.
    if (i > 0) counts.push(counted);
    else countedFirst = counted;
    longest.push(...(await page.evaluate(() => globalThis.pressmarkBench.tasks)));
    if (i === 0) await page.waitForTimeout(3_000);
    await page.close();
  }
  const colds = [];
  const wholes = [];
  for (let i = 0; i < 3; i++) {
    const page = await openLibrary(context, own('library.html#/quotes?q=ferry+budget'));
    colds.push(await seenOf(page, 'firstMark'));
    wholes.push(await seenOf(page, 'counted'));
    await page.close();
  }
  const page = await openLibrary(context, own('library.html'));
  await seenOf(page, 'counted');
  const keys = await typeAll(page);
  await page.evaluate(() => {
    const input = document.querySelector('input[type=search]');
    input.value = '';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const facets = [];
  for (let i = 0; i < 6; i++) {
    await page.waitForTimeout(300);
    await page.evaluate((at) => {
      globalThis.pressmarkBench.answers.length = 0;
      document.querySelectorAll('.facet-value input')[at].click();
    }, i * 3);
    const answer = await page.waitForFunction(() => globalThis.pressmarkBench.answers.at(-1), undefined, {
      polling: 5,
    });
    facets.push((await answer.jsonValue()).ms);
  }
  longest.push(...(await page.evaluate(() => globalThis.pressmarkBench.tasks)));
  const memoryMb = memoryOf(profile);
  const storedMb = (await page.evaluate(() => navigator.storage.estimate())).usage / 1e6;
  await page.close();
  const workshop = await context.newPage();
  await workshop.goto(own('welcome.html'));
  await workshop.evaluate(`${script};undefined`);
  const insert = median(await workshop.evaluate(() => bench.insertSome(21)));
  await workshop.close();
  return {
    insert,
    firstScreen: median(opens),
    counted: median(counts),
    countedFirst,
    coldResults: median(colds),
    coldAll: median(wholes),
    searchMedian: median(keys.map(({ ms }) => ms)),
    searchP95: percentile(
      keys.map(({ ms }) => ms),
      0.95,
    ),
    paintedP95: percentile(
      keys.map(({ painted }) => painted),
      0.95,
    ),
    slowest: keys.toSorted((a, b) => b.ms - a.ms).slice(0, 5),
    facet: median(facets),
    longest: Math.max(0, ...longest),
    memoryMb,
    storedMb,
  };
}
