// Long pages: CPU time of the main thread for finding many quotes on an edited page, beside other libraries in the same
// run, and for painting. A library that takes longer than its cap is stopped and extrapolated (marked *).
import { writeFile } from 'node:fs/promises';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

const NAMES = ['pressmark', 'dom-anchor-text-quote', '@apache-annotator/dom', 'approx-string-match'];
const SIZES = [5_000, 50_000, 200_000];
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

async function fresh({ page, show }, session, script, words, count) {
  await show(EMPTY);
  await page.evaluate(script);
  const quotes = await page.evaluate(([w, c]) => globalThis.pressmarkLong.write(w, c), [words, count]);
  await page.evaluate(() => globalThis.pressmarkLong.edit());
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return quotes;
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
        row.longestTaskMs = await served.page.evaluate((q) => globalThis.pressmarkLong.longestTask(q), quotes);
        rows.push(row);
        console.log(JSON.stringify(row));
      }
    }
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
