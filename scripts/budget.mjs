/**
 * What each page pays for, in bytes after gzip, and what must not be in the package. A budget is raised only in the
 * change that needs it, with its reason.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGETS = [
  { file: 'detector.js', limit: 8 * 1024, why: 'runs on every page' },
  {
    file: 'annotator.js',
    limit: 70 * 1024,
    why: 'injected on articles and on demand: reading (bylines and dates of fifteen languages, which of two dates is that of publication, boxes about authors, several stories on a page, each filed where it says it is, as the reader comes to it), anchoring, painting (in frames too); of a page that changes, the touched paragraphs alone are read; what is shown is a page of the extension',
  },
  {
    file: 'suggester.js',
    limit: 65 * 1024,
    why: 'injected when panel or popup asks: reads the article again (of several stories the one the reader is at), cues of six languages (speech between dashes, subjects behind their verbs), claims worth checking',
  },
];
/** Words that betray a bench, a test or a call to the network in what is shipped. */
const FORBIDDEN = [
  /pressmarkBench/,
  /\bXMLHttpRequest\b/,
  /\bnew WebSocket\b/,
  /\bnavigator\.sendBeacon\b/,
  /\bEventSource\b/,
];

/**
 * What a Firefox content script gets of the page without what makes it iterable, and so must not walk through. Queries are
 * read as text (`lib/model/address.ts`).
 */
const NOT_IN_PAGES = [/\.searchParams\b/, /\bnew Headers\b/, /\bnew FormData\b/, /\bof CSS\.highlights\b/];
const IN_PAGES = /^(detector|annotator|suggester)\.js$/;

/** What a reader's copy must name: the packages that run in it. */
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const NOTICES = 'NOTICES.txt';

const filesOf = (dir) =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });

let bad = 0;
const complain = (line) => {
  console.error(`  ✗ ${line}`);
  bad += 1;
};

for (const build of ['.output/chrome-mv3', '.output/firefox-mv3']) {
  console.log(build);
  if (!existsSync(build)) {
    complain('not built');
    continue;
  }
  for (const { file, limit, why } of BUDGETS) {
    const path = join(build, file);
    if (!existsSync(path)) {
      complain(`${file} is missing`);
      continue;
    }
    const size = gzipSync(readFileSync(path), { level: 9 }).length;
    const line = `${file}: ${size} B gzip of ${limit} (${why})`;
    if (size > limit) complain(line);
    else console.log(`  ${line}`);
  }
  const notices = existsSync(join(build, NOTICES)) ? readFileSync(join(build, NOTICES), 'utf8').split('\n') : [];
  for (const [name, version] of Object.entries(dependencies))
    if (!notices.includes(`${name} ${version}`)) complain(`${NOTICES} does not name ${name} ${version}`);
  for (const path of filesOf(build)) {
    const name = relative(build, path);
    if (/bench/i.test(name)) complain(`${name} does not belong into the package`);
    if (!/\.(js|html)$/.test(name)) continue;
    const text = readFileSync(path, 'utf8');
    const forbidden = IN_PAGES.test(name) ? [...FORBIDDEN, ...NOT_IN_PAGES] : FORBIDDEN;
    for (const pattern of forbidden) if (pattern.test(text)) complain(`${name} contains ${pattern}`);
  }
}
process.exit(bad === 0 ? 0 : 1);
