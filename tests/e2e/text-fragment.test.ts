import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, servedPage } from '../../scripts/bench-anchoring-browser.mjs';

interface Points {
  readonly start: number;
  readonly end: number;
}

interface PlacedWord {
  readonly text: string;
  readonly inside: boolean;
  readonly x: number;
  readonly y: number;
}

interface Fragments {
  link(points: Points): string | null;
  between(first: string, last: string): Points | null;
  words(points: Points): PlacedWord[];
}

declare const pressmarkFragments: Fragments;

/** What the finder marks becomes a plain box of one colour, that a picture of the page shows. */
const STYLE = `<style>body{font:16px/1.6 serif;margin:20px;width:560px;color:#000;background:#fff}
::target-text{background:#f0f;color:#f0f}</style>`;

const page = (body: string, attributes = ''): string =>
  `<!DOCTYPE html><html ${attributes}><head><meta charset="utf-8"><title>Links</title>${STYLE}</head><body>${body}</body></html>`;

/** [what is particular, the page; the quote stands between the elements a and b] */
const PAGES: readonly (readonly [string, string])[] = [
  ['plain words', page('<p>The ferry left <i id=a></i>at half past nine<i id=b></i> with all its passengers.</p>')],
  [
    'the second of three places with the same words',
    page(
      `<p>First the mayor said no comment and left.</p><p>Then the engineer <i id=a></i>said no comment<i id=b></i> and
      stayed.</p><p>At last the owner said no comment and laughed.</p>`,
    ),
  ],
  [
    'words that begin alike, of which the later go on otherwise',
    page(
      `<p>The bridge was built in 1931. The bridge was built in haste. <i id=a></i>The bridge was built<i id=b></i> in
      winter, said nobody.</p>`,
    ),
  ],
  [
    'hyphens, commas, ampersands and a percent sign',
    page(
      `<p>A <i id=a></i>well-known, much-loved R&amp;D-budget of 5%, no more-,<i id=b></i> was cut; a well-known case
      stays.</p>`,
    ),
  ],
  [
    'a quote inside quotation marks, with apostrophes',
    page(
      `<p>“It isn’t ours,” she said. “<i id=a></i>We can’t pay ‘their’ bill<i id=b></i>,” she said again.
      “We can’t pay.”</p>`,
    ),
  ],
  [
    'a quote over two paragraphs',
    page(
      `<p>Nothing of this is new. The <i id=a></i>council knew of the leak in March.</p><p>It told nobody until
      June,<i id=b></i> when the well was dry.</p><p>It told nobody until June in the other case too.</p>`,
    ),
  ],
  [
    'a quote over a heading and a list',
    page(
      `<h2>What <i id=a></i>we know</h2><ul><li>Nine were hurt.</li><li>Two of them<i id=b></i> badly.</li></ul>
      <p>We know that two of them came by train.</p>`,
    ),
  ],
  [
    'a long quote with its first and last words repeated elsewhere',
    page(
      `<p>In the end the house was sold. The rest is known.</p><p>${'Some other words about the weather. '.repeat(3)}</p>
      <p><i id=a></i>In the end the house was sold to a man from the city who had never seen it, and who for eleven years
      let nobody in but the cat, a plumber and, once, by mistake, the police, who found nothing and apologised in writing
      for the door. The rest is known.<i id=b></i> So it goes.</p>`,
    ),
  ],
  [
    'words cut by markup, a soft hyphen and no-break spaces',
    page('<p>They paid <i id=a></i>14 mil<b>lion</b> euros for the infra­structure<i id=b></i> of the port.</p>'),
  ],
  [
    'Japanese',
    page(
      '<p>市長は昨日、記者会見を開いた。</p><p><i id=a></i>新しい橋の建設は来年の春に始まる。<i id=b></i>工事は二年かかる見込みだ。</p>',
      'lang=ja',
    ),
  ],
  [
    'Chinese, said twice',
    page(
      '<p>发言人说，情况正在改善。</p><p>市长说，<i id=a></i>情况正在改善，但是还需要时间。<i id=b></i>居民不同意。</p>',
      'lang=zh',
    ),
  ],
  [
    'Arabic',
    page(
      '<p>قال رئيس البلدية إن الجسر الجديد سيفتح قريبا.</p><p>وأضاف أن <i id=a></i>تكلفة المشروع بلغت عشرة ملايين دولار<i id=b></i>، وهو رقم قياسي.</p>',
      'lang=ar dir=rtl',
    ),
  ],
  [
    'Hebrew with a number, said twice',
    page(
      '<p>העירייה הודיעה כי 14 בני אדם נפגעו.</p><p>המשטרה מסרה כי <i id=a></i>14 בני אדם נפגעו<i id=b></i> באירוע השני.</p>',
      'lang=he dir=rtl',
    ),
  ],
  [
    'French, with guillemets and narrow no-break spaces',
    page('<p>« Nous verrons », dit-il. « <i id=a></i>Qui paiera ? Nous verrons<i id=b></i> ! »</p>', 'lang=fr'),
  ],
  ['emoji and accents', page('<p>Le café 🎉 <i id=a></i>naïve fête 🎉 à Łódź<i id=b></i> 🎉 continue.</p>')],
];

/** The words at whose middle the picture has the finder's colour. */
async function markedIn(canvas: Page, picture: Buffer, words: readonly PlacedWord[]): Promise<boolean[]> {
  return canvas.evaluate(
    async ({ data, points }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const surface = document.createElement('canvas');
      surface.width = image.width;
      surface.height = image.height;
      const context = surface.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return points.map(({ x, y }) => {
        const [red = 0, green = 0, blue = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        return red > 200 && green < 60 && blue > 200;
      });
    },
    { data: picture.toString('base64'), points: words.map(({ x, y }) => ({ x, y })) },
  );
}

describe('text-fragment links, followed by the browser itself', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    script = await bundle('anchoring-fragments-entry');
    browser = await launch();
  });

  afterAll(() => browser.close());

  it.each(PAGES)('mark the quote and nothing else: %s', async (_, html) => {
    const { page: tab, show } = await servedPage(browser);
    await tab.setViewportSize({ width: 620, height: 700 });
    await show(html);
    await tab.evaluate(script);
    const points = await tab.evaluate(() => pressmarkFragments.between('a', 'b'));
    if (points === null) throw new Error('no quote on the page');
    const link = await tab.evaluate((at) => pressmarkFragments.link(at), points);
    await show(html, `#${link}`);
    await tab.waitForLoadState('load');
    await tab.evaluate(script);
    const words = await tab.evaluate((at) => pressmarkFragments.words(at), points);
    const canvas = await browser.newPage();
    const marked = await markedIn(canvas, await tab.screenshot(), words);
    const told = words.filter((_word, i) => marked[i]).map(({ text }) => text);
    expect(told).toEqual(words.filter(({ inside }) => inside).map(({ text }) => text));
    expect(marked).toEqual(words.map(({ inside }) => inside));
    await canvas.close();
    await tab.context().close();
  });
});
