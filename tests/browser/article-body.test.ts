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
  'a base to elsewhere': () =>
    parse(`<base href="https://elsewhere.example/"><link rel="canonical" href="//elsewhere.example/a">${story(1, 6)}`),
};

describe('hostile pages', () => {
  it.each(Object.entries(HOSTILE))('%s: no exception, bounded time', (_, make) => {
    const doc = make();
    const start = performance.now();
    const found = detectArticle(doc, ADDRESS);
    const detected = performance.now() - start;
    const body = findBody(doc);
    const metadata = readMetadata(doc, ADDRESS, body);
    expect(found.canonicalUrl).toBe(ADDRESS);
    expect(explain(signalsOf(doc, ADDRESS)).length).toBeGreaterThan(0);
    expect(metadata.canonicalUrl).toBe(ADDRESS);
    expect(detected).toBeLessThan(500);
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it('reads the text of a form whose fields shadow everything', () => {
    const doc = HOSTILE['forms that clobber the document']?.() ?? document;
    expect(findBody(doc)?.text).toContain(text(6));
  });
});
