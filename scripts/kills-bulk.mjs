// The whole browser killed around an import and around changes of many rows: all of it is there afterwards, or nothing.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { sampleRows } from '../tests/e2e/harness/rows.ts';
import { open, until } from './kills-browsers.mjs';

const TAG = 'kill';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What one step does in the library's own pages, and how many rows have it afterwards. */
const STEPS = {
  import: { from: 'empty', count: ({ rows }) => rows, start: importAll },
  tag: { from: 'full', count: ({ tagged }) => tagged, start: tagAll },
  'undo tag': { from: 'tagged', count: ({ tagged }) => tagged, start: undoLast },
  delete: { from: 'full', count: ({ gone }) => gone, start: deleteAll },
  'undo delete': { from: 'gone', count: ({ gone }) => gone, start: undoLast },
};

/**
 * Kills the browser `kills` times around each step, on copies of profiles that were made once. `rows` is how many quotes
 * the file has. A step whose end was seen before the kill counts as acknowledged.
 */
export async function bulkUnderKills(name, web, dir, { kills, rows }) {
  const file = JSON.stringify(nativeFile(rows));
  const profiles = await makeProfiles(name, web, dir, file);
  const results = {};
  for (const [step, { from, count, start }] of Object.entries(STEPS)) {
    const tally = { sent: 0, acknowledged: 0, stored: 0, lost: 0, doubled: 0, partial: 0, kills };
    for (let i = 0; i < kills; i += 1) {
      const profile = `${dir}/try`;
      rmSync(profile, { recursive: true, force: true });
      cpSync(profiles[from].path, profile, { recursive: true, filter: isNoLock });
      const browser = await open[name](web, profile);
      const finish = await start(browser, file);
      // From at once to a little behind the end, evenly.
      const ended = finish().then(
        () => true,
        () => false,
      );
      const after = ((i + Math.random()) / kills) * profiles[from].lasts * 1.3;
      const acknowledged = await Promise.race([ended, pause(after).then(() => false)]);
      await browser.kill();
      await ended;
      const again = await open[name](web, profile);
      const now = count(await summary(again));
      await again.close();
      const before = count(profiles[from].summary);
      const done = now !== before;
      tally.sent += 1;
      tally.acknowledged += acknowledged ? 1 : 0;
      tally.stored += done ? 1 : 0;
      tally.lost += acknowledged && !done ? 1 : 0;
      tally.partial += done && now !== Math.abs(before - rows) ? 1 : 0;
      tally.doubled += now > rows ? 1 : 0;
    }
    results[step] = tally;
  }
  return results;
}

const isNoLock = (path) => !/(Singleton\w+|lockfile|parent\.lock|\/lock)$/.test(path) && existsSync(path);

function nativeFile(quotes) {
  const head = { format: 'pressmark', version: 1, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'bench' };
  return { ...head, ...sampleRows(quotes), snapshots: [] };
}

/** Profiles in each state that a step begins from, closed properly; each knows how long the step before it took. */
async function makeProfiles(name, web, dir, file) {
  const profiles = {};
  const make = async (state, base, start) => {
    const path = `${dir}/${state}`;
    if (base) cpSync(profiles[base].path, path, { recursive: true, filter: isNoLock });
    const browser = await open[name](web, path);
    let lasts = 0;
    if (start) {
      const finish = await start(browser, file);
      const from = performance.now();
      await finish();
      lasts = performance.now() - from;
    }
    profiles[state] = { path, lasts, summary: await summary(browser) };
    await browser.close();
    return lasts;
  };
  await make('empty');
  const imported = await make('full', 'empty', importAll);
  const tagged = await make('tagged', 'full', tagAll);
  const deleted = await make('gone', 'full', deleteAll);
  profiles.empty.lasts = imported;
  profiles.full.lasts = Math.max(tagged, deleted);
  profiles.tagged.lasts = tagged;
  profiles.gone.lasts = deleted;
  return profiles;
}

/** Counts in the browser: the rows themselves would be many megabytes. */
function summary(browser) {
  return browser.evaluate(
    (tag) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const asking = db.transaction('annotations').objectStore('annotations').getAll();
          asking.onsuccess = () => {
            const rows = asking.result;
            db.close();
            resolve({
              rows: rows.length,
              tagged: rows.filter(({ tags }) => tags?.includes(tag)).length,
              gone: rows.filter(({ deletedAt }) => deletedAt !== null).length,
            });
          };
        };
      }),
    TAG,
  );
}

/** Clicks the first control that matches a selector and begins with these words, once it is there. */
const click = (browser, selector, words = '') =>
  until(`${selector} ${words}`, () =>
    browser.evaluate(
      ([at, text]) => {
        const found = [...document.querySelectorAll(at)].find(
          (one) => one.textContent.trim().startsWith(text) && !one.matches(':disabled'),
        );
        found?.click();
        return found !== undefined;
      },
      [selector, words],
    ),
  );

const shown = (browser, pattern) => async () => {
  await until(pattern, () => browser.evaluate((source) => new RegExp(source).test(document.body.textContent), pattern));
};

async function importAll(browser, file) {
  await browser.goto('library.html#/import');
  await until('the field for a file', () =>
    browser.evaluate(() => document.querySelector('input[type=file]') !== null),
  );
  await browser.evaluate((text) => {
    const input = document.querySelector('input[type=file]');
    const list = new DataTransfer();
    list.items.add(new File([text], 'library.json', { type: 'application/json' }));
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, file);
  await until('the plan', () =>
    browser.evaluate(() => [...document.querySelectorAll('button')].some((one) => /^Import \d/.test(one.textContent))),
  );
  await click(browser, 'button', 'Import ');
  return shown(browser, 'Import of .* complete');
}

async function selectAll(browser) {
  await browser.goto('library.html');
  await click(browser, '.virtual .pick input');
  await click(browser, 'button', 'Select all');
  await until('the whole selection', () =>
    browser.evaluate(
      () => ![...document.querySelectorAll('button')].some((one) => one.textContent.startsWith('Select all')),
    ),
  );
}

async function tagAll(browser) {
  await selectAll(browser);
  await click(browser, '.bulk-actions button');
  await until('the field for tags', () =>
    browser.evaluate((tag) => {
      const input = document.querySelector('.bulk-tag input');
      if (input === null) return false;
      input.value = tag;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }, TAG),
  );
  await click(browser, '.bulk-tag button[type=submit]');
  return barShown(browser);
}

async function deleteAll(browser) {
  await selectAll(browser);
  await click(browser, '.bulk-actions .danger');
  return barShown(browser);
}

const barShown = (browser) => async () => {
  await until('the offer to undo', () =>
    browser.evaluate(() => document.querySelector('.search-main .undo-bar') !== null),
  );
};

async function undoLast(browser) {
  await browser.goto('library.html');
  await click(browser, 'summary', '1 change');
  await click(browser, 'button', 'Undo');
  return async () => {
    await until('the end of the undo', () =>
      browser.evaluate(
        () => ![...document.querySelectorAll('summary')].some((one) => /^1 change/.test(one.textContent.trim())),
      ),
    );
  };
}
