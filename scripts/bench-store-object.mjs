// The same library the way Obsidian Web Clipper 1.7 keeps it: one object `highlights` in `storage.local`, by address,
// read whole and written whole. Drawing is left out, which favours it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from './bench-store-browser.mjs';

/** Writes the extension that does it; ours has no permission for `storage.local`. Gives its folder. */
export function writeClipper(dir) {
  mkdirSync(dir, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'One object',
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'worker.js'), '');
  writeFileSync(join(dir, 'page.html'), '<!doctype html><title>One object</title>');
  return dir;
}

const median = (xs) => xs.toSorted((a, b) => a - b)[xs.length >> 1];

/** Fills the object: what the clipper keeps of each highlight, and the claim's facts so that facets can be counted. */
async function fill(annotations) {
  const rows = globalThis.bench.rowsFor(annotations);
  const articles = new Map(rows.articles.map((row) => [row.id, row]));
  const claims = new Map(rows.claims.map((row) => [row.id, row]));
  const highlights = {};
  for (const row of rows.annotations) {
    const article = articles.get(row.articleId);
    highlights[article.url] ??= { url: article.url, title: article.title, site: article.siteName, highlights: [] };
    const { prefix, suffix, exact } = row.quote;
    const claim = row.claimId === null ? undefined : claims.get(row.claimId);
    highlights[article.url].highlights.push({
      id: row.id,
      type: 'text',
      xpath: '/html[1]/body[1]/main[1]/article[1]/p[4]',
      startOffset: row.position.start,
      endOffset: row.position.end,
      content: exact,
      notes: row.note === '' ? [] : [row.note],
      textQuote: { prefix, suffix },
      tags: row.tags,
      colour: row.colour,
      verdict: claim?.verdict?.label ?? null,
      created: row.createdAt,
    });
  }
  await chrome.storage.local.set({ highlights });
}

/** What the clipper's way takes; each figure is the median of so many goes. */
async function measureObject(goes) {
  const runs = { insert: [], firstScreen: [], coldResults: [], searchMedian: [], facet: [] };
  const clock = async (work) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const load = async () => {
    const { highlights } = await chrome.storage.local.get('highlights');
    return Object.values(highlights).flatMap((page) =>
      page.highlights.map((one) => ({ ...one, url: page.url, title: page.title, site: page.site })),
    );
  };
  const find = (all, query) => {
    const words = query.toLowerCase().split(' ');
    return all.filter((one) =>
      words.every((word) =>
        `${one.content} ${one.notes.join(' ')} ${one.url} ${one.title}`.toLowerCase().includes(word),
      ),
    );
  };
  for (let i = 0; i < goes; i++) {
    runs.insert.push(
      await clock(async () => {
        const { highlights } = await chrome.storage.local.get('highlights');
        Object.values(highlights)[0].highlights.push({ id: `new-${i}`, content: 'new words', notes: [], tags: [] });
        await chrome.storage.local.set({ highlights });
      }),
    );
    let all = [];
    runs.firstScreen.push(
      await clock(async () => {
        all = (await load()).sort((a, b) => (a.created < b.created ? 1 : -1));
      }),
    );
    runs.coldResults.push(await clock(async () => find(await load(), 'ferry budget')));
    runs.searchMedian.push(await clock(() => find(all, 'ferry budget')));
    runs.facet.push(
      await clock(() => {
        const counts = new Map();
        for (const one of find(all, 'ferry')) {
          for (const value of [one.site, one.colour, one.verdict, ...one.tags])
            counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }),
    );
  }
  return { runs, bytes: await chrome.storage.local.getBytesInUse() };
}

/** Its export: one text of the whole, offered as a file. */
async function exportObject() {
  const { highlights } = await chrome.storage.local.get('highlights');
  globalThis.exported = new Blob([JSON.stringify({ highlights })], { type: 'application/json' });
  return globalThis.exported.size;
}

/** Its import of that file into nothing: the whole text parsed, and set. */
async function importObject() {
  await chrome.storage.local.set(JSON.parse(await globalThis.exported.text()));
}

/** The same work at this size, in the clipper's way. */
export async function benchObject({ context, origin, script, annotations, profile }) {
  const page = await context.newPage();
  await page.goto(`${origin}/page.html`);
  await page.evaluate(`${script};undefined`);
  const filled = await page.evaluate(fill, annotations).then(
    () => true,
    (error) => String(error),
  );
  if (filled !== true) return { failed: filled };
  // One write of 100,000 takes several seconds.
  const { runs, bytes } = await page.evaluate(measureObject, annotations > 50_000 ? 1 : 3);
  const exported = await measured(page, profile, () => page.evaluate(exportObject));
  await page.evaluate(() => chrome.storage.local.clear());
  const imported = await measured(page, profile, () => page.evaluate(importObject));
  await page.close();
  const result = Object.fromEntries(Object.entries(runs).map(([name, times]) => [name, median(times)]));
  return {
    ...result,
    counted: result.firstScreen,
    coldAll: result.coldResults,
    export: exported.ms,
    exportTask: exported.longest,
    exportMb: exported.memory,
    import: imported.ms,
    importTask: imported.longest,
    importMb: imported.memory,
    storedMb: bytes / 1e6,
  };
}
