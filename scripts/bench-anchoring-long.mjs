// Long pages: CPU time of the main thread for finding many quotes on an edited page, beside other libraries in the same
// run, and for painting. A library that takes longer than its cap is stopped and extrapolated (marked *).
import { writeFile } from 'node:fs/promises';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

const NAMES = ['pressmark', 'dom-anchor-text-quote', '@apache-annotator/dom', 'approx-string-match'];
const EMPTY = '<!DOCTYPE html><html><head><title>Long</title></head><body></body></html>';

async function cpu(session, work) {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
  const before = await read();
  const result = await work();
  return { cpuMs: (await read()) - before, result };
}

async function fresh({ page, show }, session, script, words, count, edit = true) {
  await show(EMPTY);
  await page.evaluate(script);
  const quotes = await page.evaluate(([w, c]) => globalThis.pressmarkLong.write(w, c), [words, count]);
  if (edit) await page.evaluate(() => globalThis.pressmarkLong.edit());
  // A page that somebody reads has been drawn.
  await page.evaluate(() => globalThis.pressmarkLong.frame());
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return quotes;
}

/**
 * The longest task of a sliced run: as the page is told of it, which grows with whatever else the machine does, and by
 * the processor time that it took.
 */
async function longestTask(browser, page, quotes) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  const told = await page.evaluate((q) => globalThis.pressmarkLong.longestTask(q), quotes);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const tasks = traceEvents.filter(({ name }) => name === 'TimerFire').map(({ tdur = 0 }) => tdur / 1_000);
  return { longestTaskMs: told, longestTaskCpuMs: tasks.reduce((most, ms) => Math.max(most, ms), 0) };
}

async function sizeRow(browser, served, session, script, { words, count, rounds, cap }) {
  const row = { words, quotes: count };
  for (const name of NAMES) {
    const times = [];
    let result = { done: 0, found: 0 };
    for (let round = 0; round < (name === 'pressmark' ? rounds : 1); round++) {
      const quotes = await fresh(served, session, script, words, count);
      const measured = await cpu(session, () =>
        served.page.evaluate(([n, most]) => globalThis.pressmarkLong.run(n, most), [name, cap]),
      );
      result = measured.result;
      times.push((measured.cpuMs * quotes.length) / Math.max(1, result.done));
    }
    const whole = times.sort((a, b) => a - b)[times.length >> 1];
    row[name] = `${whole.toFixed(whole < 100 ? 1 : 0)}${result.done < count ? '*' : ''}`;
    row[`${name} found`] = `${((100 * result.found) / Math.max(1, result.done)).toFixed(1)} %`;
  }
  const quotes = await fresh(served, session, script, words, count);
  return Object.assign(row, await longestTask(browser, served.page, quotes));
}

async function otherRows(served, session, script, say) {
  const twenty = await fresh(served, session, script, 1_000, 20, false);
  const unchanged = await served.page.evaluate((q) => globalThis.pressmarkLong.unchanged(q), twenty);
  say({ 'unchanged, 1,000 words, 20 quotes (ms)': unchanged });
  await fresh(served, session, script, 50_000, 1, false);
  const pointing = await served.page.evaluate(() => globalThis.pressmarkLong.pointing(10_000));
  say({ 'pointing at one of 10,000 (ms)': pointing });
  for (const links of [false, true]) {
    const again = await served.page.evaluate((l) => globalThis.pressmarkLong.readAgain(l), links);
    say({ 'read again, 50,000 words (ms)': again, links });
  }
  for (const how of ['pressmark', 'mark.js']) {
    const quotes = await fresh(served, session, script, 50_000, 1_000);
    const drawn = await served.page.evaluate((q) => globalThis.pressmarkLong.prepare(q), quotes);
    const { cpuMs, result } = await cpu(session, () =>
      served.page.evaluate((h) => globalThis.pressmarkLong.paint(h), how),
    );
    say({ paint: how, drawn, cpuMs, nodesAdded: result });
  }
}

/**
 * `words` and `quotes`: lists of sizes, so that the table can be measured in pieces; `cap`: milliseconds after which a
 * library is stopped; `rounds`: fresh pages for Pressmark, of which the median counts; `rest`: with the lines that have no size.
 */
export async function runLong(file, { words, quotes, cap, rounds, rest }) {
  const script = await bundle('anchoring-long-entry');
  const browser = await launch();
  const rows = [];
  const say = (row) => {
    rows.push(row);
    console.log(JSON.stringify(row));
  };
  try {
    const served = await servedPage(browser);
    const session = await served.page.context().newCDPSession(served.page);
    for (const size of words) {
      for (const count of quotes)
        say(await sizeRow(browser, served, session, script, { words: size, count, rounds, cap }));
    }
    if (rest) await otherRows(served, session, script, say);
  } finally {
    await browser.close();
  }
  console.table(rows);
  if (file) await writeFile(file, JSON.stringify(rows, null, 1));
}
