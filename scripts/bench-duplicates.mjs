/** Precision and recall of near-duplicate claims on the project's own labelled pairs. */

import { readFile } from 'node:fs/promises';
import { runInPage } from './bench-quotes.mjs';

const FIXTURES = new URL('../tests/fixtures/claims/', import.meta.url);
const COLUMNS = ['reworded', 'number', 'negation', 'speaker'];

/** Reads the pairs: each line is a statement and its four variants. */
async function readPairs() {
  const pairs = [];
  for (const language of ['en', 'fr']) {
    const lines = (await readFile(new URL(`pairs-${language}.txt`, FIXTURES), 'utf8')).split('\n');
    for (const line of lines) {
      if (line.startsWith('#') || !line.includes('|')) continue;
      const [statement, ...variants] = line.split('|').map((part) => part.trim());
      variants.forEach((variant, index) => {
        pairs.push({ language, a: statement, b: variant, kind: COLUMNS[index] });
      });
    }
  }
  return pairs;
}

/** Freer rewordings: how many of them are taken for the same claim, or at least shown. */
async function freerRewordings() {
  const table = {};
  for (const language of ['en', 'fr']) {
    const lines = (await readFile(new URL(`pairs-free-${language}.txt`, FIXTURES), 'utf8')).split('\n');
    const pairs = lines.filter((line) => !line.startsWith('#') && line.includes('|')).map((line) => line.split('|'));
    const texts = pairs.map(([a = '', b = '']) => ({ a: a.trim(), b: b.trim() }));
    const crossed = texts.flatMap(({ a }) => texts.filter((other) => other.a !== a).map(({ b }) => ({ a, b })));
    const [own, others] = await Promise.all([runInPage('compareAll', texts), runInPage('compareAll', crossed)]);
    table[language] = {
      pairs: own.length,
      same: own.filter(({ same }) => same).length,
      shown: own.filter(({ alike }) => alike).length,
      'shown of other claims': others.filter(({ alike }) => alike).length,
      'other claims': others.length,
    };
  }
  console.table(table);
}

/** Prints the table. Every statement is also paired with the next one's, as a pair that has nothing in common. */
export async function run() {
  const pairs = await readPairs();
  const statements = [...new Set(pairs.map((pair) => pair.a))];
  statements.forEach((statement, index) => {
    pairs.push({ language: '-', a: statement, b: statements[(index + 1) % statements.length], kind: 'unrelated' });
  });
  const results = await runInPage('compareAll', pairs);
  const counts = { same: 0, right: 0, wanted: 0 };
  const table = {};
  results.forEach((result, index) => {
    const { kind } = pairs[index];
    table[kind] ??= { pairs: 0, same: 0, 'difference named': 0 };
    const row = table[kind];
    row.pairs++;
    if (result.same) row.same++;
    if (result.alike && result.differs.includes(kind)) row['difference named']++;
    if (kind === 'reworded') counts.wanted++;
    if (result.same) counts.same++;
    if (result.same && kind === 'reworded') counts.right++;
  });
  console.table(table);
  const percent = (a, b) => `${((100 * a) / b).toFixed(1)} %`;
  console.log(
    `same claim: precision ${percent(counts.right, counts.same)}, recall ${percent(counts.right, counts.wanted)} (${pairs.length} pairs)`,
  );
  await freerRewordings();
  const speed = await runInPage('timeIndex', 10_000);
  console.log(`10,000 claims: index ${speed.index.toFixed(0)} ms, one look-up ${speed.find.toFixed(2)} ms`);
}
