/** Average precision of claim suggestions on folders of labelled sentences (CLEF CheckThat! 2018, task 1). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runInPage } from './bench-quotes.mjs';

function averagePrecision(ranked) {
  let found = 0;
  let sum = 0;
  ranked.forEach((worthy, index) => {
    if (!worthy) return;
    found++;
    sum += found / (index + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** `--corpus DIR`: a line per file with its average precision, sentences ranked by worthiness. */
export async function run(args) {
  const { values } = parseArgs({ args, options: { corpus: { type: 'string' }, json: { type: 'string' } } });
  if (!values.corpus) throw new Error('usage: bench claims --corpus DIR');
  const table = {};
  for (const file of (await readdir(values.corpus)).filter((name) => name.endsWith('.txt')).sort()) {
    const rows = (await readFile(join(values.corpus, file), 'utf8'))
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((row) => row.length >= 4);
    const scores = await runInPage(
      'rateAll',
      rows.map((row) => row[2]),
    );
    const ranked = rows
      .map((row, index) => ({ worthy: row[3].trim() === '1', score: scores[index] }))
      .sort((a, b) => b.score - a.score);
    table[file] = {
      sentences: rows.length,
      worthy: ranked.filter((each) => each.worthy).length,
      'average precision': Number(averagePrecision(ranked.map((each) => each.worthy)).toFixed(3)),
    };
  }
  console.table(table);
}
