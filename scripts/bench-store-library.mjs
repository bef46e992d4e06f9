// The library of the built extension, measured from inside its own page: when lines are drawn, when the worker answers.
import { readdirSync, readFileSync } from 'node:fs';

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
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addInitScript(watch);
  await page.goto(url);
  return page;
}

const seenOf = (page, key) =>
  page
    .waitForFunction((name) => globalThis.pressmarkBench[name], key, { timeout: 120_000, polling: 20 })
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
        { polling: 5, timeout: 30_000 },
      );
      times.push(await answer.jsonValue());
    }
  }
  return times;
}

/** The memory of the processes in which this browser runs extensions, in megabytes; null where it can't be told. */
function extensionMemory(profile) {
  try {
    let sum = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      let command = '';
      try {
        command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        continue;
      }
      if (!command.includes('--extension-process') || !command.includes(profile)) continue;
      sum += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    }
    return sum === 0 ? null : sum;
  } catch {
    return null;
  }
}

/** Everything about our own library at this size. */
export async function benchLibrary({ context, own, script, annotations, profile }) {
  const workshop = await context.newPage();
  await workshop.goto(own('library.html'));
  await workshop.getByText('Your library is empty').waitFor();
  await workshop.goto(own('welcome.html'));
  await workshop.evaluate(`${script};undefined`);
  await workshop.evaluate((n) => bench.seed(n), annotations);
  const insert = median(await workshop.evaluate(() => bench.insertSome(21)));
  const storedMb = (await workshop.evaluate(() => navigator.storage.estimate())).usage / 1e6;

  const opens = [];
  const counts = [];
  const longest = [];
  for (let i = 0; i < 5; i++) {
    const page = await openLibrary(context, own('library.html'));
    opens.push(await seenOf(page, 'firstLine'));
    if (i < 3) counts.push(await seenOf(page, 'counted'));
    longest.push(...(await page.evaluate(() => globalThis.pressmarkBench.tasks)));
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
  const memoryMb = extensionMemory(profile);
  await page.close();
  await workshop.close();
  return {
    insert,
    firstScreen: median(opens),
    counted: median(counts),
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
