// Whether Chromium's own finder follows our text-fragment links to the same words. A page can't ask what the finder
// marked, but the browser scrolls its first line to the middle of the window: on a page laid out in narrow lines, with
// room above and below, the top of our range has to be there, to the pixel. The end is not measured.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

const NARROW = `<style>html{scroll-behavior:auto!important;overflow-anchor:none!important;width:15em!important}
body{padding:200vh 0!important;width:15em!important}*{max-width:15em!important}</style>`;

export async function runFragments(dir, seconds, perPage = 2) {
  const cases = JSON.parse(await readFile(join(dir, 'cases.json'), 'utf8'));
  const script = await bundle('anchoring-fragments-entry');
  const browser = await launch();
  const counts = { pages: 0, links: 0, same: 0, elsewhere: 0, notFollowed: 0 };
  const until = Date.now() + seconds * 1_000;
  try {
    const { page, show } = await servedPage(browser);
    for (const { id, before, quotes } of cases) {
      if (Date.now() > until) break;
      const html = (await readFile(join(dir, before), 'utf8')).replace('</head>', `${NARROW}</head>`);
      await show(html);
      await page.evaluate(script);
      const chosen = quotes.slice(0, perPage);
      const links = await page.evaluate(
        (all) => all.map((points) => globalThis.pressmarkFragments.link(points)),
        chosen,
      );
      counts.pages++;
      for (const [i, link] of links.entries()) {
        if (link === null || link === '') continue;
        await show(html, `#${link}`);
        await page.waitForLoadState('load');
        await page.evaluate(script);
        const offset = await page.evaluate((points) => globalThis.pressmarkFragments.offset(points), chosen[i]);
        counts.links++;
        if (offset === null) counts.notFollowed++;
        else if (Math.abs(offset) <= 2) counts.same++;
        else counts.elsewhere++;
        if (offset === null || Math.abs(offset) > 2)
          console.log(`${id} ${offset ?? 'not followed'}: ${decodeURIComponent(link)}`);
      }
    }
  } finally {
    await browser.close();
  }
  console.table(counts);
}
