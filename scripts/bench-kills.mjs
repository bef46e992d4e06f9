/**
 * `npm run bench -- kills [--only PART,…] [--stops N] [--kills N] [--rows N] [--json FILE]`: the
 * background stopped and the whole browser killed at moments that nobody chose, through the built extension. What was
 * acknowledged has to be there afterwards, once and whole.
 */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWeb } from '../tests/e2e/harness/web.ts';
import { bulkUnderKills } from './kills-bulk.mjs';
import { editsUnderKills, editsUnderStops, savesUnderKills, savesUnderStops } from './kills-saves.mjs';
import { findBrowsers } from './prepare.mjs';

const OPTIONS = {
  only: { type: 'string', default: 'worker,chromium,bulk,firefox,firefox-edits,firefox-bulk' },
  stops: { type: 'string', default: '300' },
  kills: { type: 'string', default: '60' },
  'firefox-kills': { type: 'string', default: '20' },
  'bulk-kills': { type: 'string', default: '6' },
  rows: { type: 'string', default: '20000' },
  json: { type: 'string' },
};

/** Runs the bench with the options of the command line; the process fails where a word was lost, doubled or halved. */
export async function run(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  process.env.PRESSMARK_FIREFOX = findBrowsers(['firefox']).firefox;
  const only = values.only.split(',');
  const [stops, kills] = [Number(values.stops), Number(values.kills)];
  const firefoxKills = Number(values['firefox-kills']);
  const bulk = { kills: Number(values['bulk-kills']), rows: Number(values.rows) };
  const web = await openWeb();
  const results = {};
  const round = async (part, name, work) => {
    if (!only.includes(part)) return;
    const dir = await mkdtemp(join(tmpdir(), 'pressmark-kills-'));
    const from = performance.now();
    try {
      const found = await work(dir);
      const seconds = Math.round((performance.now() - from) / 1000);
      const several = Object.values(found).every((one) => typeof one === 'object');
      const rows = several ? found : { '': { ...found, seconds } };
      for (const [step, row] of Object.entries(rows)) results[`${name} ${step}`.trim()] = row;
      console.table(results);
    } finally {
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  await round('worker', 'Chromium, worker stopped: saves', (dir) => savesUnderStops(web, dir, stops));
  await round('worker', 'Chromium, worker stopped: edits', (dir) => editsUnderStops(web, dir, stops));
  await round('chromium', 'Chromium killed: saves', (dir) => savesUnderKills('chromium', web, dir, kills));
  await round('chromium', 'Chromium killed: edits', (dir) =>
    editsUnderKills('chromium', web, dir, Math.ceil(kills / 3)),
  );
  await round('bulk', 'Chromium killed:', (dir) => bulkUnderKills('chromium', web, dir, bulk));
  await round('firefox', 'Firefox killed: saves', (dir) => savesUnderKills('firefox', web, dir, firefoxKills));
  await round('firefox-edits', 'Firefox killed: edits', (dir) => editsUnderKills('firefox', web, dir, firefoxKills));
  await round('firefox-bulk', 'Firefox killed:', (dir) =>
    bulkUnderKills('firefox', web, dir, { ...bulk, kills: Math.ceil(bulk.kills / 3) }),
  );
  await web.close();
  if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 1));
  const bad = Object.values(results).some(
    // Where nothing was acknowledged, nothing was tried.
    ({ acknowledged, lost, doubled, partial }) => acknowledged === 0 || lost + doubled + partial > 0,
  );
  process.exit(bad ? 1 : 0);
}
