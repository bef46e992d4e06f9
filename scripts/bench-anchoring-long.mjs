// Long pages: CPU time of the main thread for finding many quotes on an edited page, beside other libraries in the same
// run, and for painting. A library that takes longer than its cap is stopped and extrapolated (marked *).
import { writeFile } from 'node:fs/promises';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

const NAMES = ['pressmark', 'dom-anchor-text-quote', '@apache-annotator/dom', 'approx-string-match'];
const SIZES = (process.env.PRESSMARK_BENCH_WORDS ?? '5000,50000,200000').split(',').map(Number);
const COUNTS = [10, 100, 1_000];
const CAP_MS = Number(process.env.PRESSMARK_BENCH_CAP ?? 10_000);
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

export async function runLong(file) {
  const script = await bundle('anchoring-long-entry');
  const browser = await launch();
  const rows = [];
  try {
    const served = await servedPage(browser);
    const session = await served.page.context().newCDPSession(served.page);
    for (const words of SIZES) {
      for (const count of COUNTS) {
        const row = { words, quotes: count };
        for (const name of NAMES) {
          const quotes = await fresh(served, session, script, words, count);
          const { cpuMs, result } = await cpu(session, () =>
            served.page.evaluate(([n, q, cap]) => globalThis.pressmarkLong.run(n, q, cap), [name, quotes, CAP_MS]),
          );
          const whole = (cpuMs * quotes.length) / Math.max(1, result.done);
          row[name] = `${whole.toFixed(whole < 100 ? 1 : 0)}${result.done < quotes.length ? '*' : ''}`;
          row[`${name} found`] = `${((100 * result.found) / Math.max(1, result.done)).toFixed(1)} %`;
        }
        const quotes = await fresh(served, session, script, words, count);
        Object.assign(row, await longestTask(browser, served.page, quotes));
        rows.push(row);
        console.log(JSON.stringify(row));
      }
    }
    const twenty = await fresh(served, session, script, 1_000, 20, false);
    const unchanged = await served.page.evaluate((q) => globalThis.pressmarkLong.unchanged(q), twenty);
    rows.push({ 'unchanged, 1,000 words, 20 quotes (ms)': unchanged });
    console.log(JSON.stringify(rows.at(-1)));
    await fresh(served, session, script, 50_000, 1, false);
    const pointing = await served.page.evaluate(() => globalThis.pressmarkLong.pointing(10_000));
    rows.push({ 'pointing at one of 10,000 (ms)': pointing });
    console.log(JSON.stringify(rows.at(-1)));
    for (const how of ['pressmark', 'mark.js']) {
      const quotes = await fresh(served, session, script, 50_000, 1_000);
      const drawn = await served.page.evaluate((q) => globalThis.pressmarkLong.prepare(q), quotes);
      const { cpuMs, result } = await cpu(session, () =>
        served.page.evaluate((h) => globalThis.pressmarkLong.paint(h), how),
      );
      rows.push({ paint: how, drawn, cpuMs, nodesAdded: result });
      console.log(JSON.stringify(rows.at(-1)));
    }
  } finally {
    await browser.close();
  }
  console.table(rows);
  if (file) await writeFile(file, JSON.stringify(rows, null, 1));
}
