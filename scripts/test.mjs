/** `npm test`: everything, from a fresh clone. The last line is `N passed, N failed`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, findBrowsers, findScreenTools, installPackages, root, run } from './prepare.mjs';

const started = Date.now();
installPackages();
const browsers = findBrowsers(['chromium', 'firefox']);
findScreenTools();
env.PRESSMARK_CHROMIUM = browsers.chromium;
env.PRESSMARK_FIREFOX = browsers.firefox;

const failedChecks = [];
let passedChecks = 0;
/** A check that is not a test counts as one. */
function check(name, command, args) {
  console.log(`\n— ${name}`);
  if (run(command, args) === 0) passedChecks += 1;
  else failedChecks.push(name);
}

check('no conflict marker is committed', 'node', ['scripts/conflicts.mjs']);
check('format, lint and import rules', 'biome', ['check', '--error-on-warnings', '.']);
check('types: prepare', 'wxt', ['prepare']);
check('types', 'tsc', ['--noEmit']);
check('build for Chrome and Edge', 'wxt', ['build']);
check('build for Firefox', 'wxt', ['build', '-b', 'firefox']);
check('size budgets and contents of the package', 'node', ['scripts/budget.mjs']);
check('the add-on linter', 'web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--boring', '--output', 'text']);

const kinds = ['unit', 'browser', 'e2e', 'window'];
const rows = [];
mkdirSync(join(root, '.output', 'tests'), { recursive: true });
for (const kind of kinds) {
  console.log(`\n— ${kind} tests`);
  const file = join(root, '.output', 'tests', `${kind}.json`);
  const from = Date.now();
  const status = run('vitest', [
    'run',
    '--project',
    kind,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  rows.push({ kind, status, seconds: Math.round((Date.now() - from) / 1000), ...countsOf(file) });
}

/** What the runner counted; a runner that left no report failed. */
function countsOf(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const unrun = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests + unrun };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

let passed = passedChecks;
let failed = failedChecks.length;
console.log(
  `\nchecks  ${passedChecks} passed, ${failedChecks.length} failed${failedChecks.length ? `: ${failedChecks.join(', ')}` : ''}`,
);
for (const row of rows) {
  // A runner that ends badly without a failed test (a file that does not load) is a failure too.
  const broken = row.status !== 0 && row.failed === 0 ? 1 : 0;
  const empty = row.passed + row.failed === 0 ? 1 : 0;
  passed += row.passed;
  failed += row.failed + Math.max(broken, empty);
  console.log(
    `${row.kind.padEnd(7)} ${row.passed} passed, ${row.failed + Math.max(broken, empty)} failed (${row.seconds} s)`,
  );
}
console.log(`in ${Math.round((Date.now() - started) / 1000)} s\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
