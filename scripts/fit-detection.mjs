// node scripts/fit-detection.mjs SIGNALS.jsonl [--write]
//
// Fits the detector's weights by logistic regression and says how good they are on publishers they have not seen.
// SIGNALS.jsonl comes from `npm run bench -- detection --corpus DIR --signals SIGNALS.jsonl`: one page a line,
//   { "file", "url", "kind": "news" | "article" | anything else, "signals": { "head": {name: number}, "shape": {…} } }
// Three tables are fitted: `head` (address and head: article or not), `shape` (the same over all signals) and `news`
// (news or another article, over all signals). --write puts them into lib/article/weights.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { addressSignals, namesStory, readAddress, settledByAddress } from '../lib/article/signals-address.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: fit-detection.mjs SIGNALS.jsonl [--write]');
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

// The address is at hand, so its signals are computed afresh: they can be worked on without loading a page again.
for (const row of rows) {
  const rest = Object.entries(row.signals.head).filter(([name]) => !name.startsWith('address-'));
  const address = readAddress(new URL(row.url).href);
  row.signals.head = Object.fromEntries(rest);
  addressSignals(address, row.signals.head);
  row.settled = settledByAddress(address);
  row.said = saidBy(row.signals.head, address);
}

/** What the page says of itself settles it, as in detect.ts: 1, 0, or null if it does not. */
function saidBy(signals, address) {
  if (signals['data-news'])
    return signals['data-list'] || signals['data-article-many'] || signals['data-live'] ? null : 1;
  const said = signals['data-article'] || signals['data-live'] || signals['og-article'];
  return said || namesStory(address) ? null : 0;
}

/** Publishers are kept together: by host without what comes before the last two or three labels. */
const publisher = (url) =>
  new URL(url).hostname
    .replace(/^www\d?\./, '')
    .split('.')
    .slice(-(/\.(co|com|org|net|ac|gov)\.\w\w$/.test(new URL(url).hostname) ? 3 : 2))
    .join('.');
const foldOf = (url, folds) => [...publisher(url)].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7) % folds;

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** What a journalist would expect: signals that can only speak for an article, and those that can only speak against. */
const FOR = new Set(
  'address-slug address-slug-long address-date address-number address-number-query address-html address-news-word data-news data-news-one data-article data-live data-access micro-article og-article meta-date meta-published meta-author meta-news-keywords meta-section meta-amp title-words class-single text-in-one-place text-quotes heading-words time-few'.split(
    ' ',
  ),
);
const AGAINST = new Set(
  'address-home address-one-part address-short-word address-section address-other-word address-other-host data-news-many data-article-many data-list data-product data-talk data-service micro-article-many og-website og-product meta-none meta-software title-short class-list class-page class-shop text-none text-addresses-reader links-per-text teasers-many time-many price-marked code-marked'.split(
    ' ',
  ),
);

/** Fits, leaves out what came out with a sign that makes no sense, and fits again: chance of the sample, not knowledge. */
function learnSensibly(samples, names, ridge) {
  let left = names;
  for (;;) {
    const model = learn(samples, left, ridge);
    const odd = left.filter(
      (name) => (FOR.has(name) && model.weights[name] < 0) || (AGAINST.has(name) && model.weights[name] > 0),
    );
    if (odd.length === 0) return model;
    left = left.filter((name) => !odd.includes(name));
  }
}

/** Newton's method with a ridge penalty; the bias is not penalised. Features are scaled so that the penalty is fair. */
function learn(samples, names, ridge) {
  const d = names.length + 1;
  const spread = names.map((name) => {
    const xs = samples.map((s) => s.x[name] ?? 0);
    const m = xs.reduce((a, b) => a + b, 0) / xs.length;
    return Math.sqrt(xs.reduce((a, b) => a + (b - m) ** 2, 0) / xs.length) || 0;
  });
  const matrix = samples.map((s) => [
    1,
    ...names.map((name, i) => (spread[i] > 0.02 ? (s.x[name] ?? 0) / spread[i] : 0)),
  ]);
  let w = new Array(d).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = w.map((v, i) => (i === 0 ? 0 : ridge * v));
    const hessian = Array.from({ length: d }, (_, i) =>
      Array.from({ length: d }, (_, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)),
    );
    samples.forEach((s, k) => {
      const x = matrix[k];
      const p = sigmoid(x.reduce((sum, v, i) => sum + v * w[i], 0));
      const g = s.weight * (p - s.y);
      const h = s.weight * Math.max(p * (1 - p), 1e-6);
      for (let i = 0; i < d; i++) {
        if (x[i] === 0) continue;
        gradient[i] += g * x[i];
        for (let j = 0; j <= i; j++) hessian[i][j] += h * x[i] * x[j];
      }
    });
    for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) hessian[j][i] = hessian[i][j];
    const move = solve(hessian, gradient);
    w = w.map((v, i) => v - move[i]);
    if (Math.max(...move.map(Math.abs)) < 1e-6) break;
  }
  return {
    bias: w[0],
    weights: Object.fromEntries(names.map((name, i) => [name, spread[i] > 0.02 ? w[i + 1] / spread[i] : 0])),
    spread,
  };
}

/** Gaussian elimination with pivoting. */
function solve(a, b) {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) pivot = r;
    [m[c], m[pivot]] = [m[pivot], m[c]];
    for (let r = c + 1; r < n; r++) {
      const f = m[r][c] / m[c][c];
      if (f !== 0) for (let k = c; k <= n; k++) m[r][k] -= f * m[c][k];
    }
  }
  const x = new Array(n).fill(0);
  for (let r = n - 1; r >= 0; r--)
    x[r] = (m[r][n] - m[r].reduce((s, v, k) => (k > r && k < n ? s + v * x[k] : s), 0)) / m[r][r];
  return x;
}

const score = (model, x) =>
  sigmoid(Object.entries(model.weights).reduce((sum, [name, w]) => sum + w * (x[name] ?? 0), model.bias));

/** Signals that older files still carry. */
const RETIRED = new Set([
  'data-news-one',
  'data-news-many',
  'micro-article-many',
  'text-length',
  'heading-one',
  'heading-none',
]);
// Signals that only tell kinds apart (live, media) are not weighed.
const headNames = [...new Set(rows.flatMap((row) => Object.keys(row.signals.head)))].filter(
  (name) => !name.startsWith('kind-'),
);
const shapeNames = [...new Set(rows.flatMap((row) => Object.keys(row.signals.shape)))]
  .filter((n) => !RETIRED.has(n))
  .filter((n) => !process.env.ONLY || process.env.ONLY.split(',').includes(n));
/** The head's log odds, bounded, as one signal of the second stage: what the head said counts there once, not again. */
const headOdds = (model, signals) => {
  const sum = Object.entries(model.weights).reduce((total, [name, w]) => total + w * (signals[name] ?? 0), model.bias);
  return Math.max(-1, Math.min(1, sum / 4));
};
/** Other articles are articles to the decision, at a lower weight: half of them are guides that sell something. */
const sample = (row, x) => ({
  x,
  y: Number(row.kind === 'news' || row.kind === 'article'),
  weight: row.kind === 'article' ? 0.15 : row.kind === 'front' ? 2 : 1,
});
const RIDGE = {
  head: Number(process.env.RIDGE_HEAD ?? 10),
  shape: Number(process.env.RIDGE_SHAPE ?? 10),
  news: Number(process.env.RIDGE_NEWS ?? 6),
};
function train(every) {
  const own = every.filter((row) => row.settled === null);
  const head = learnSensibly(
    own.map((row) => sample(row, row.signals.head)),
    headNames,
    RIDGE.head,
  );
  const shape = learnSensibly(
    own.map((row) => sample(row, { ...row.signals.shape, 'head-odds': headOdds(head, row.signals.head) })),
    [...shapeNames, 'head-odds'],
    RIDGE.shape,
  );
  const articles = own.filter((row) => row.kind === 'news' || row.kind === 'article');
  const news = learnSensibly(
    articles.map((row) => ({ x: row.signals.head, y: Number(row.kind === 'news'), weight: 1 })),
    headNames,
    RIDGE.news,
  );
  return { head, shape, news };
}

const LOW = Number(process.env.LOW ?? 0.3);
const HIGH = Number(process.env.HIGH ?? 0.62);
/** Where address and types alone decide, as in detect.ts: log odds with what the rest of the head adds on average. */
const ENOUGH_FOR = Number(process.env.ENOUGH_FOR ?? 1);
const ENOUGH_AGAINST = Number(process.env.ENOUGH_AGAINST ?? -1.8);
const USUAL_REST = 1;
const isTold = (name) => /^(address|data|og)-/.test(name) && name !== 'data-access';
function partOf(model, signals) {
  const told = Object.fromEntries(Object.entries(signals).filter(([name]) => isTold(name)));
  const p = score(model, told);
  const odds = Math.log(p / (1 - p)) + USUAL_REST;
  return odds > ENOUGH_FOR || odds < ENOUGH_AGAINST ? sigmoid(odds) : null;
}
const FOLDS = 5;
const judged = [];
for (let f = 0; f < FOLDS; f++) {
  const model = train(rows.filter((row) => foldOf(row.url, FOLDS) !== f));
  for (const row of rows.filter((r) => foldOf(r.url, FOLDS) === f)) {
    const all = { ...row.signals.shape, 'head-odds': headOdds(model.head, row.signals.head) };
    const settled = row.settled !== null;
    judged.push({
      row,
      head: settled ? 0 : score(model.head, row.signals.head),
      shape: settled ? 0 : score(model.shape, all),
      news: score(model.news, row.signals.head),
      part: settled ? 0 : partOf(model.head, row.signals.head),
    });
  }
}
const verdict = (name, decide) => {
  let [tp, fp, fn, tn, other] = [0, 0, 0, 0, 0];
  const wrong = [];
  for (const j of judged) {
    const yes = decide(j);
    if (j.row.kind !== 'article' && yes !== (j.row.kind === 'news')) wrong.push(j);
    if (j.row.kind === 'article') other += Number(yes);
    else if (j.row.kind === 'news') yes ? tp++ : fn++;
    else yes ? fp++ : tn++;
  }
  const [p, r] = [tp / (tp + fp), tp / (tp + fn)];
  console.log(
    name.padEnd(26),
    `P ${(p * 100).toFixed(1)}  R ${(r * 100).toFixed(1)}  F1 ${((200 * p * r) / (p + r)).toFixed(1)}  false alarms ${((100 * fp) / (fp + tn)).toFixed(1)} %  other articles taken for news ${other}`,
  );
  return wrong;
};
console.log(`${rows.length} pages, ${FOLDS} folds, publishers apart`);
verdict('head alone', (j) => j.head > 0.5);
verdict('all signals', (j) => j.shape > 0.5);
const staged = (j) =>
  j.row.settled !== null ? 0 : (j.row.said ?? j.part ?? (j.head > HIGH || j.head < LOW ? j.head : j.shape));
const wrong = verdict('in stages', (j) => staged(j) > 0.5);
for (const cut of [0.03, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5])
  verdict(`in stages, newsness ${cut}`, (j) => staged(j) > 0.5 && (j.row.said === 1 || j.news > cut));
console.log(
  'decided before the shape',
  (
    (100 *
      judged.filter((j) => j.row.settled !== null || j.row.said !== null || j.head > HIGH || j.head < LOW).length) /
    judged.length
  ).toFixed(1),
  '%',
);
for (const j of wrong)
  console.log(j.row.kind.padEnd(8), j.head.toFixed(2), j.shape.toFixed(2), j.news.toFixed(2), j.row.url.slice(0, 120));

if (process.argv.includes('--write')) {
  const model = train(rows);
  const table = ({ bias, weights }) =>
    `{\n  bias: ${bias.toFixed(2)},\n${Object.entries(weights)
      .filter(([, w]) => Math.abs(w) >= 0.25)
      .map(([name, w]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${w.toFixed(1)},\n`)
      .join('')}}`;
  const text = `/**
 * The detector's weights, fitted by scripts/fit-detection.mjs; see docs/detection.md before touching one by hand.
 * A table's score is 1 / (1 + exp(-(bias + sum of weight × signal))).
 */

/** Signal → weight in log odds; \`bias\` is added to every page. */
export type Weights = Readonly<Record<string, number>>;

/** Address and head alone: an article, or another page? */
export const HEAD_WEIGHTS: Weights = ${table(model.head)};

/** The page's shape, with the head's log odds (a quarter of them, within ±1) as one signal: an article? */
export const SHAPE_WEIGHTS: Weights = ${table(model.shape)};

/** Address and head: among articles, news rather than a guide, blog or feature? */
export const NEWS_WEIGHTS: Weights = ${table(model.news)};
`;
  writeFileSync(new URL('../lib/article/weights.ts', import.meta.url), text);
}
if (process.argv.includes('--weights')) {
  const model = train(rows);
  for (const [name, m] of Object.entries(model))
    console.log(
      name,
      Object.entries(m.weights)
        .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
        .map(([k, v]) => `${k} ${v.toFixed(2)}`)
        .join(', '),
    );
}
