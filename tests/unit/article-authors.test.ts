import { describe, expect, it } from 'vitest';
import { namesStated, settleAuthors } from '../../lib/article/byline';
import { readMetadata } from '../../lib/article/metadata';

const ADDRESS = 'https://www.harbour-news.example/politics/council-votes-for-new-ferry';
const TITLE = '<h1>Council votes for a new ferry</h1>';

/** The authors of a page with this head and body. */
function authors(head: string, body = ''): readonly string[] {
  const doc = new DOMParser().parseFromString(
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  return readMetadata(doc, ADDRESS).authors;
}

const linked = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry', author })}</script>`;

describe('fields for authors', () => {
  it.each([
    ['By Ada Marsh', ['Ada Marsh']],
    ['Harbour News and AFP', ['Harbour News and AFP']],
    ['harbour.example', ['harbour.example']],
    ['kim_w', ['kim_w']],
    ['admin', []],
    ['(Image: Harbour Pictures)', []],
    ['https://harbour-news.example/ada', []],
  ])('reads %j', (text, names) => {
    expect(namesStated(text, ['Harbour News'])).toEqual(names);
  });

  it('names all desks where no person signed', () => {
    const data = linked([
      { '@type': 'Organization', name: 'Northern Press Agency' },
      { '@type': 'Person', name: 'HN-Redaktion' },
    ]);
    expect(new Set(authors(data))).toEqual(new Set(['Northern Press Agency', 'HN-Redaktion']));
  });

  it('turns the names of papers round', () => {
    const meta = (name: string) => `<meta name="citation_author" content="${name}">`;
    expect(authors(meta('Marsh, Ada') + meta('Tom Reed'))).toEqual(['Ada Marsh', 'Tom Reed']);
  });

  it('asks the page where the field has the site and its address', () => {
    const meta = '<meta name="author" content="Harbour Broadcasting (www.harbour-news.example)">';
    expect(authors(meta, `${TITLE}<p class="byline">Ada Marsh</p>`)).toEqual(['Ada Marsh']);
    expect(authors(meta, TITLE)).toEqual(['Harbour Broadcasting']);
  });

  it('drops a name that is short for another', () => {
    expect(settleAuthors(['AM', 'Ada Marsh', 'Tom R.', 'Tom Reed'], [])).toEqual(['Ada Marsh', 'Tom Reed']);
  });
});

describe('who signs', () => {
  it('is whoever stands beside the person that the system names', () => {
    const byline = (names: string) => `${TITLE}<p class="byline">By ${names}</p>`;
    const meta = '<meta name="author" content="Ada Marsh">';
    expect(authors(meta, byline('Ada Marsh, Tom Reed and Lena Brook'))).toEqual([
      'Ada Marsh',
      'Tom Reed',
      'Lena Brook',
    ]);
    expect(authors(linked(['Ada Marsh', 'Tom Reed']), byline('Ada Marsh'))).toEqual(['Ada Marsh', 'Tom Reed']);
  });

  it('is one person, with middle name or without', () => {
    expect(settleAuthors(['Ada Marsh', 'Ada Lena Marsh'], [])).toEqual(['Ada Lena Marsh']);
  });

  it.each([
    ['in small letters, where only a name stands', '<a rel="author" href="/a">kim_w</a>', ['kim_w']],
    ['with a number', '<p>By 3i Global</p>', ['3i Global']],
    ['not in a line that goes on', '<p>By the numbers</p>', []],
    ['with a link to an account', '<a href="/posts?author=12">Ada Marsh</a>', ['Ada Marsh']],
    ['above the headline', '<p>By</p><p>Ada Marsh</p><h1>Council votes for a new ferry</h1>', ['Ada Marsh']],
  ])('is read %s', (_, body, names) => {
    expect(authors('', body.includes('<h1') ? body : TITLE + body)).toEqual(names);
  });

  it('is found in the box about the author', () => {
    const box = (name: string) => `<div><h3>${name}</h3><p>${name} is a reporter in the harbour.</p></div>`;
    expect(authors('<meta name="author" content="Harbour News Desk">', TITLE + box('Ada Marsh'))).toEqual([
      'Ada Marsh',
    ]);
    expect(authors('', TITLE + box('Ada Marsh') + box('Tom Reed'))).toEqual([]);
    expect(authors('', `${TITLE}<h3>Art Nouveau</h3><p>Art Nouveau is a style of the coast.</p>`)).toEqual([]);
    expect(authors('', `${TITLE}<footer>${box('Ada Marsh')}</footer>`)).toEqual([]);
  });

  it('is told by a label of the head', () => {
    const head = '<meta name="twitter:label1" content="Interview by"><meta name="twitter:data1" content="Ada Marsh">';
    expect(authors(head, TITLE)).toEqual(['Ada Marsh']);
  });
});

describe('bylines on the page', () => {
  it.each([
    [
      'between its elements',
      '<div class="byline"><span>By</span><a>Ada Marsh</a><span>Political Editor</span><a>Tom Reed</a></div>',
      ['Ada Marsh', 'Tom Reed'],
    ],
    ['in two elements', '<div class="byline"><b>Ada</b> <b>Marsh</b></div>', ['Ada Marsh']],
    ['without a role of two parts', '<p class="byline">By Ada Marsh, Home and Garden Expert</p>', ['Ada Marsh']],
    ['in an aside', '<aside class="post-author">Ada Marsh</aside>', ['Ada Marsh']],
    ['not under a picture', '<figure><span class="author">Ada Marsh</span></figure>', []],
    ['with date and role in a line', '<p>Ada Marsh | Senior Writer | July 2, 2025</p>', ['Ada Marsh']],
    [
      'bare beside the date, with a profile',
      '<p>2 July 2025</p><p><a href="/authors/ada-marsh">Ada Marsh</a></p>',
      ['Ada Marsh'],
    ],
    ['not the section beside the date', '<p>2 July 2025</p><p><a href="/harbour-life">Harbour Life</a></p>', []],
    ['below the text', '<p>Text.</p><h3>Written by Ada Marsh</h3>', ['Ada Marsh']],
    ['below the text, in the next element', '<p>Text.</p><h3>Article by</h3><div>Ada Marsh</div>', ['Ada Marsh']],
    ['not where a list signs each', '<p>Article by Ada Marsh</p><p>Article by Tom Reed</p>', []],
    ['with their house', '<p class="byline">Authored by: Ada Marsh, harbour-news.example Politics</p>', ['Ada Marsh']],
    ['in Chinese', '<p>（责编：牛镛、岳弘彬）</p>', ['牛镛', '岳弘彬']],
  ])('stand %s', (_, body, names) => {
    expect(authors('', TITLE + body)).toEqual(names);
  });

  it('leaves the authors of comments to them', () => {
    const name = (text: string) => `<span itemprop="author">${text}</span>`;
    const comment = `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">${name('Tom Reed')}</div>`;
    const body = `<div itemscope itemtype="https://schema.org/Article">${TITLE}${name('Ada Marsh')}${comment}</div>`;
    expect(authors('', body)).toEqual(['Ada Marsh']);
  });
});
