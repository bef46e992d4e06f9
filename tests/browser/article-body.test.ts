import { describe, expect, it } from 'vitest';
import { findBody } from '../../lib/article/body';
import { detectArticle } from '../../lib/article/detect';
import { explain } from '../../lib/article/explain';
import { readMetadata } from '../../lib/article/metadata';
import { signalsOf } from '../../lib/article/signals';

const ADDRESS = 'https://harbour.example/politics/council-votes-for-a-second-ferry';
const parse = (html: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(html, type);
const text = (i: number) =>
  `Paragraph ${i} of the story says at some length what the council of the harbour town decided on that day.`;
const story = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `<p>${text(from + i)}</p>`).join('');

describe('findBody', () => {
  it('keeps the text and leaves out what stands beside it', () => {
    const doc =
      parse(`<header><nav><a href="/">Home</a></nav></header><main class="has-sidebar"><article><h1>Council votes for a second ferry</h1>
      <div class="share-bar"><p>Share this on every network that you can think of, please, it helps.</p></div>
      ${story(1, 3)}<figure><img alt=""><figcaption>The ferry at the quay on a sunny day in March, seen from the south.</figcaption></figure>
      <h2>What comes next</h2>${story(4, 5)}<div class="newsletter-box"><p>Sign up for our newsletter and get the news of the harbour each morning.</p></div>
      <p><a href="/other">Read also: another story that is about something else entirely</a></p>${story(6, 8)}
      <span class="screen-reader-text">You are currently viewing this story about the ferry and the council.</span></article>
      <section class="comments"><p>First! This is a long comment by a reader who has an opinion about ferries.</p></section></main>`);
    const body = findBody(doc);
    expect(body?.text).toBe([text(1), text(2), text(3), 'What comes next', ...[4, 5, 6, 7, 8].map(text)].join('\n\n'));
    expect(body?.blocks).toHaveLength(9);
    expect(body?.blocks.every((block) => doc.contains(block) && body.root.contains(block))).toBe(true);
    expect(body?.wordCount).toBeGreaterThan(100);
  });

  it('joins a text that is split over siblings, and leaves the page as it was', () => {
    const doc = parse(
      `<main><h1>Split</h1><section>${story(1, 3)}</section><div class="ad">Advertisement</div><section>${story(4, 6)}</section></main>`,
    );
    const before = doc.documentElement.outerHTML;
    expect(findBody(doc)?.text.split('\n\n')).toHaveLength(6);
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  it('takes the standfirst along that stands in a header of its own', () => {
    const lead = 'The harbour gets a second ferry, says the council, and the old one a new engine.';
    const bio = 'The author has written about ferries, harbours and councils for this paper since 2003.';
    const doc = parse(
      `<meta name="description" content="${lead}"><main><header><h1>Council votes</h1><p>${lead}</p><p class="author-intro">${bio}</p></header><div>${story(1, 9)}</div></main>`,
    );
    const body = findBody(doc);
    expect(body?.text.startsWith(`${lead}\n\n${text(1)}`)).toBe(true);
    expect(body?.text).not.toContain(bio);
    const named = parse(
      `<main><header><h1>Council votes</h1><div class="article-intro">${lead}</div></header><div>${story(1, 9)}</div></main>`,
    );
    expect(findBody(named)?.text.startsWith(lead)).toBe(true);
  });

  it('reads once what is laid out twice', () => {
    const doc = parse(`<main><div class="wide">${story(1, 8)}</div><div class="small">${story(1, 8)}</div></main>`);
    expect(findBody(doc)?.text.split('\n\n')).toHaveLength(8);
  });

  it('keeps what precedes a large heading in the middle of the text', () => {
    const doc = parse(`<main><h2>Ferries</h2>${story(1, 3)}<h1>Part two</h1>${story(4, 12)}</main>`);
    expect(findBody(doc)?.text).toContain(text(1));
  });

  it('is not outweighed by a consent text or by comments', () => {
    const doc = parse(
      `<main><article>${story(1, 9)}</article></main><div id="cookie-consent"><div>${story(20, 60)}</div></div><div class="comment-list">${story(70, 110)}</div>`,
    );
    expect(findBody(doc)?.text.split('\n\n')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(text));
  });

  it('reads what a paywall hides if that is the text, and nothing else that is hidden', () => {
    const teasers = `<div hidden><p>${text(90)}</p></div>`;
    const walled = parse(`<main><p>${text(0)}</p><div class="paywall" hidden>${story(1, 9)}</div></main>`);
    expect(findBody(walled)?.text).toContain(text(9));
    expect(findBody(parse(`<main><article>${story(1, 9)}${teasers}</article></main>`))?.text).not.toContain(text(90));
  });

  it('finds a text of which a page builder makes widgets, and one that breaks its lines itself', () => {
    const widget = (i: number) => `<div class="elementor-element elementor-widget-text-editor"><p>${text(i)}</p></div>`;
    const built = parse(`<main>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(widget).join('')}</main>`);
    expect(findBody(built)?.text.split('\n\n')).toHaveLength(9);
    const broken = parse(`<div id="c"><div>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(text).join('<br><br>')}</div></div>`);
    expect(findBody(broken)?.text.split('\n\n')).toHaveLength(9);
  });

  it('keeps tables of the text and lines that are mostly a link, but no line that sends readers elsewhere', () => {
    const doc = parse(
      `<main><article>${story(1, 5)}<table><tr><th>Ferry</th><td>42</td></tr></table><p>The figures are in <a href="/report">the report of the harbour office for the past year</a>.</p><p>See also: <a href="/x">another story about ferries</a></p>${story(6, 9)}<p class="disclaimer">${text(80)}</p></article></main>`,
    );
    const found = findBody(doc)?.text ?? '';
    expect(found).toContain('42');
    expect(found).toContain('The figures are in the report');
    expect(found).not.toContain('another story');
    expect(found).not.toContain(text(80));
  });

  it('finds nothing where there is no running text', () => {
    expect(findBody(parse('<ul><li>One</li></ul>'))).toBeNull();
    expect(findBody(parse('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'))).toBeNull();
    expect(findBody(parse('<frameset><frame src="about:blank"></frameset>'))).toBeNull();
  });
});

const HOSTILE: Record<string, () => Document> = {
  'forms that clobber the document': () =>
    parse(
      `<form name="body"></form><form name="querySelectorAll"></form><form name="getElementById"></form><form name="documentElement"></form><form><input name="textContent"><input name="firstChild"><input name="parentNode"><input name="localName"><input name="getAttribute"><input name="nextSibling">${story(1, 6)}</form>`,
    ),
  'forms that hold the story and lie about where they stand': () =>
    parse(
      `<form><input name="parentElement"><input name="nextSibling"><input name="firstChild"><input name="localName"><h1>x</h1>${story(1, 12)}<br>a line of its own that is long enough to be read as a paragraph<br></form>`,
    ),
  'line breaks at every turn': () =>
    parse(
      `<div>${'a line that is long enough<br><span><br>and another one within it<br></span>'.repeat(20_000)}</div>`,
    ),
  'more headlines than text': () => parse(`${'<h1>headline</h1>'.repeat(20_000)}${story(1, 12)}`),
  '5,000 blocks of linked data': () =>
    parse(
      `${'<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"},"@id":"#a"}</script>'.repeat(5000)}${story(1, 6)}`,
    ),
  '100,000 elements': () => parse(`<div>${'<p>a<b>b</b></p>'.repeat(50_000)}</div>`),
  '10 MB of text': () => parse(`<article>${`<p>${'word '.repeat(400)}</p>`.repeat(5_000)}</article>`),
  'deep nesting': () => parse(`${'<div>'.repeat(3_000)}${story(1, 6)}`),
  'deep linked data': () =>
    parse(`<script type="application/ld+json">${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}</script>${story(1, 6)}`),
  XHTML: () =>
    parse(
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${story(1, 6)}</body></html>`,
      'application/xhtml+xml',
    ),
  'objects that name each other': () =>
    parse(
      `<script type="application/ld+json">${JSON.stringify([
        {
          '@type': 'NewsArticle',
          '@id': '#a',
          headline: { '@id': '#b' },
          author: { '@id': '#b' },
          isPartOf: { '@id': '#a' },
        },
        { '@id': '#b', name: { '@id': '#a' }, author: { '@id': '#b' } },
      ])}</script>${story(1, 6)}`,
    ),
  'numbers, lists and nothing where words belong': () =>
    parse(
      `<script type="application/ld+json">${JSON.stringify({ '@type': [7, null, 'NewsArticle'], headline: 42, author: [null, 5, [[]], { name: 9 }], datePublished: 20, dateModified: {}, publisher: [[]], articleSection: [3], inLanguage: 7, isAccessibleForFree: [], url: 5, mainEntityOfPage: 0 })}</script>${story(1, 6)}`,
    ),
  'years 0 and 9999': () =>
    parse(
      `<meta property="article:published_time" content="0000-01-01T00:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"9999-12-31","dateModified":"-000001-01-01"}</script><time datetime="0000-00-00">never</time>${story(1, 6)}`,
    ),
  '50 levels of lists around the story': () =>
    parse(`${'<ul><li>'.repeat(50)}${story(1, 12)}${'</li></ul>'.repeat(50)}`),
  'a frameset': () => parse('<frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset>'),
  'a drawing': () =>
    parse(
      '<svg xmlns="http://www.w3.org/2000/svg"><title>Council votes for a second ferry</title><text>5 March 2024</text></svg>',
      'image/svg+xml',
    ),
  'a base to elsewhere': () =>
    parse(`<base href="https://elsewhere.example/"><link rel="canonical" href="//elsewhere.example/a">${story(1, 6)}`),
};

describe('hostile pages', () => {
  it.each(Object.entries(HOSTILE))('%s: no exception, bounded time', (_, make) => {
    const doc = make();
    const start = performance.now();
    const found = detectArticle(doc, ADDRESS);
    const body = findBody(doc);
    const metadata = readMetadata(doc, ADDRESS, body);
    expect(found.canonicalUrl).toBe(ADDRESS);
    expect(explain(signalsOf(doc, ADDRESS)).length).toBeGreaterThan(0);
    expect(metadata.canonicalUrl).toBe(ADDRESS);
    for (const date of [metadata.publishedAt, metadata.modifiedAt]) expect(date ?? '2024').toMatch(/^(19|20)\d\d/);
    expect(metadata.authors.every((name) => typeof name === 'string' && /\p{L}/u.test(name))).toBe(true);
    // No measurement: only that nothing hangs.
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it('reads the text of a form whose fields shadow everything', () => {
    const doc = HOSTILE['forms that clobber the document']?.() ?? document;
    expect(findBody(doc)?.text).toContain(text(6));
  });
});
