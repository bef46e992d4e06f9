// Whether Chromium's own finder follows our text-fragment links to the same words: the page as the browser marks it
// must look, pixel for pixel, like the page on which the same words are painted by us.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, launch, servedPage } from './bench-anchoring-browser.mjs';

const MARKS =
  '<style>::target-text,::highlight(bench){background:#f00;color:#00f}html{scroll-behavior:auto!important}</style>';

async function picture(page) {
  return (await page.screenshot({ fullPage: true })).toString('base64');
}

export async function runFragments(dir, perPage = 3) {
  const cases = JSON.parse(await readFile(join(dir, 'cases.json'), 'utf8'));
  const script = await bundle('anchoring-fragments-entry');
  const browser = await launch();
  const counts = { links: 0, same: 0, elsewhere: 0, unmarked: 0 };
  try {
    const { page, show } = await servedPage(browser);
    for (const { id, before, quotes } of cases) {
      const html = (await readFile(join(dir, before), 'utf8')).replace('</head>', `${MARKS}</head>`);
      await show(html);
      const plain = await picture(page);
      for (const { start, end } of quotes.slice(0, perPage)) {
        await show(html);
        await page.evaluate(script);
        const link = await page.evaluate((points) => globalThis.pressmarkFragments.link(points), { start, end });
        await page.evaluate((points) => globalThis.pressmarkFragments.mark(points), { start, end });
        const ours = await picture(page);
        await show(html, `#${link}`);
        const theirs = await picture(page);
        counts.links++;
        if (ours === theirs) counts.same++;
        else if (theirs === plain) counts.unmarked++;
        else counts.elsewhere++;
        if (ours !== theirs) console.log(`${id} ${theirs === plain ? 'not followed' : 'marks other words'}: ${link}`);
      }
    }
  } finally {
    await browser.close();
  }
  console.table(counts);
}
