import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../lib/article/detect';
import { explain } from '../../lib/article/explain';
import { signalsOf } from '../../lib/article/signals';

const html = (head: string, body: string): Document =>
  new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );

const PARAGRAPH =
  '<p>The council of the harbour town voted on Tuesday for a second ferry. “We have waited for this since the bridge was closed,” the mayor said after the meeting.</p>';
const STORY = `<main><article><h1>Council votes for a second ferry after years of waiting</h1><time datetime="2024-03-05">5 March 2024</time>${PARAGRAPH.repeat(9)}</article></main>`;
const HEAD =
  '<meta property="og:type" content="article"><meta property="og:title" content="Council votes for a second ferry after years of waiting"><meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta name="author" content="Ada Marsh">';
const DATA =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes for a second ferry","isAccessibleForFree":true}</script>';

describe('detectArticle', () => {
  it('knows a news article by its head', () => {
    const page = html(HEAD + DATA, STORY);
    const address = 'https://harbour.example/politics/2024/03/05/council-votes-for-a-second-ferry';
    const found = detectArticle(page, address);
    expect(found).toMatchObject({ newsArticle: true, kind: 'news' });
    expect(found.score).toBeGreaterThan(0.9);
    expect(explain(signalsOf(page, address)).length).toBeGreaterThan(2);
  });

  it('takes the canonical address whole, or not at all', () => {
    const address = 'https://harbour.example/politics/2024/03/05/council-votes-for-a-second-ferry';
    const claiming = (canonical: string) =>
      detectArticle(html(`${HEAD + DATA}<link rel="canonical" href="${canonical}">`, STORY), address).canonicalUrl;
    expect(claiming(`${address}-${'x'.repeat(2_000)}`)).toBe(`${address}-${'x'.repeat(2_000)}`);
    expect(claiming(`${address}-${'x'.repeat(20_000)}`)).toBe(address);
  });

  it('knows a home page by its address', () => {
    expect(detectArticle(html(HEAD, STORY), 'https://harbour.example/')).toMatchObject({
      kind: 'section',
      stage: 'address',
      newsArticle: false,
    });
  });

  it.each([
    ['/politics/', 'section'],
    ['/politics/europe', 'section'],
    ['/platform', 'other'],
    ['/docs/quickstart/', 'other'],
  ])('knows a folder by its address, whatever it shows: %s', (path, kind) => {
    const found = detectArticle(html(HEAD + DATA, STORY), `https://harbour.example${path}`);
    expect(found).toMatchObject({ kind, stage: 'address', newsArticle: false });
  });

  it.each([
    '/politics/second-ferry',
    '/politics/ferry2',
    '/politics/ferry.html',
    '/politics/ferry?id=1',
    '/politics/councilvotesforasecondferry',
    '/story/ferry',
    '/politics/p/ferry/',
    '/politik/f%C3%A4hre',
  ])('reads on where the address could be a text’s: %s', (path) => {
    const found = detectArticle(html(HEAD + DATA, STORY), `https://harbour.example${path}`);
    expect(found).toMatchObject({ newsArticle: true });
  });

  it('takes a shop, a forum and a manual for none', () => {
    const shop = html(
      '<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product","name":"Anchor"}</script>',
      '<h1>Anchor</h1><p class="price">20</p>',
    );
    expect(detectArticle(shop, 'https://shop.example/products/anchor').newsArticle).toBe(false);
    const manual = html(
      '<meta name="generator" content="Sphinx">',
      '<h1>Installing</h1><pre><code>make</code></pre><p>Run the command below.</p>',
    );
    expect(detectArticle(manual, 'https://docs.example/manual/installing').newsArticle).toBe(false);
  });

  it('calls a live blog live', () => {
    const live = `${HEAD}<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry crossing"}</script>`;
    expect(
      detectArticle(html(live, STORY), 'https://harbour.example/politics/live/2024/03/05/ferry-crossing-as-it-happens'),
    ).toMatchObject({ kind: 'live', newsArticle: true });
  });

  it('says other, and does not throw, where there is no page', () => {
    const svg = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
    expect(detectArticle(svg, 'https://harbour.example/a.svg')).toMatchObject({ kind: 'other', score: 0 });
    expect(detectArticle(html('', ''), 'about:blank')).toMatchObject({ kind: 'other', score: 0 });
    expect(detectArticle(html('', ''), 'not an address')).toMatchObject({ kind: 'other', score: 0 });
  });
});
