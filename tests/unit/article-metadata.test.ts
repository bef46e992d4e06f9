import { describe, expect, it } from 'vitest';
import { namesIn, settleAuthors } from '../../lib/article/byline';
import { readMetadata } from '../../lib/article/metadata';
import { withoutSlogan } from '../../lib/article/page-site';
import { withoutSite } from '../../lib/article/title';

const ADDRESS = 'https://www.harbour-news.example/politics/council-votes-for-new-ferry';

/** A document with this head and body. */
function page(head: string, body = ''): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

const linked = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Council votes for new ferry',
  datePublished: '2024-03-05T23:30:00-05:00',
  dateModified: '2024-03-06T08:00:00-05:00',
  author: [
    { '@type': 'Person', name: 'By Ada Marsh' },
    { '@type': 'Person', name: 'Tom Reed' },
  ],
  publisher: { '@type': 'Organization', name: 'Harbour Media' },
  articleSection: 'Politics',
  isAccessibleForFree: 'False',
};

describe('readMetadata', () => {
  it.each([
    ['a single object', ARTICLE],
    ['an array', [{ '@type': 'Organization', name: 'Harbour Media' }, ARTICLE]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', '@id': '#p' }, ARTICLE] }],
    [
      'authors by id',
      {
        '@graph': [
          { ...ARTICLE, author: [{ '@id': '#a' }, { '@id': '#t' }] },
          { '@type': 'Person', '@id': '#a', name: 'Ada Marsh' },
          { '@type': 'Person', '@id': '#t', name: 'Tom Reed' },
        ],
      },
    ],
  ])('reads linked data as %s', (_, data) => {
    const found = readMetadata(page(linked(data)), ADDRESS);
    expect(found).toMatchObject({
      title: 'Council votes for new ferry',
      authors: ['Ada Marsh', 'Tom Reed'],
      publishedAt: '2024-03-05T23:30:00-05:00',
      modifiedAt: '2024-03-06T08:00:00-05:00',
      publisher: 'Harbour Media',
      section: 'Politics',
      paywalled: true,
      language: 'en-GB',
    });
    expect(found.sources.publishedAt).toBe('json-ld');
  });

  it('mends and salvages broken linked data', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Line\nbreak in the harbour","datePublished":"2024-03-05",}</script>';
    expect(readMetadata(page(head), ADDRESS)).toMatchObject({
      title: 'Line break in the harbour',
      publishedAt: '2024-03-05',
    });
    const torn =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05","headline":"Torn "up" data"</script>';
    expect(readMetadata(page(torn), ADDRESS).publishedAt).toBe('2024-03-05');
  });

  it('prefers the headline on the page and drops the site from titles', () => {
    const head =
      '<meta property="og:title" content="Council votes for new ferry | Harbour News"><meta property="og:site_name" content="Harbour News"><title>x</title>';
    expect(readMetadata(page(head, '<h1>Council votes for a new ferry</h1>'), ADDRESS).title).toBe(
      'Council votes for a new ferry',
    );
    expect(readMetadata(page(head), ADDRESS).title).toBe('Council votes for new ferry');
  });

  it.each([
    [
      'a kicker within the headline goes',
      '<meta property="og:title" content="Ferry delayed by a storm again">',
      '<h1><span>Harbour life</span> Ferry delayed by a storm again</h1>',
      'Ferry delayed by a storm again',
    ],
    [
      'the newsroom gives the same title everywhere but above the text',
      `<meta property="og:title" content="Ferries: Storm ahead">${linked({ ...ARTICLE, headline: 'Ferries: Storm ahead' })}`,
      '<h1>Storm ahead</h1>',
      'Ferries: Storm ahead',
    ],
    [
      'a blog does not speak twice',
      `<meta property="og:title" content="Ferries: Storm ahead">${linked({ '@type': 'BlogPosting', headline: 'Ferries: Storm ahead' })}`,
      '<h1>Storm ahead</h1>',
      'Storm ahead',
    ],
    [
      'the headline was cut for search engines',
      `<meta property="og:title" content="${'Long word '.repeat(11)}and an end | Harbour News">${linked({ ...ARTICLE, headline: 'Long word '.repeat(11).trim() })}`,
      '',
      `${'Long word '.repeat(11)}and an end`,
    ],
    [
      'the site says it is called like the article',
      '<meta property="og:title" content="How to ferry: a guide"><meta property="og:site_name" content="How to ferry: a guide">',
      '<h1>How to ferry: a guide</h1>',
      'How to ferry: a guide',
    ],
    [
      'the head contradicts itself',
      `<meta property="og:title" content="What a mess at the quay">${linked({ ...ARTICLE, headline: 'Storm delays all boats' })}`,
      '<h1>No ferry before Monday</h1>',
      'No ferry before Monday',
    ],
    [
      'the book is a headline as well',
      '<title>What is a ferry? - The Harbour Book</title>',
      '<h1>The Harbour Book</h1><h1>What is a ferry?</h1>',
      'What is a ferry?',
    ],
    [
      'a link list counts',
      '<meta property="og:title" content="Ferry delayed by a storm">',
      '<h1>Ferry delayed by a storm (harbour.example) 87</h1>',
      'Ferry delayed by a storm',
    ],
  ])('reads the title where %s', (_, head, body, title) => {
    expect(readMetadata(page(head, body), ADDRESS).title).toBe(title);
  });

  it.each([
    [
      'a field of the publisher',
      '<meta name="hn-published-date" content="2024-03-05T06:03:43Z">',
      '',
      '2024-03-05T06:03:43+00:00',
    ],
    ['not a field for the end', '<meta name="publication-end-date" content="2024-03-05">', '', null],
    [
      'beside the headline before the date of today',
      '',
      '<div class="date-box">Friday, 19 December 2025</div><h1>Ferry delayed</h1><p>5 March 2024</p>',
      '2024-03-05',
    ],
    ['marked as date of today: none', '', '<p id="todays-date">Friday, 19 December 2025</p>', null],
  ])('reads the date from %s', (_, head, body, date) => {
    const address = 'https://www.harbour-news.example/ferry';
    expect(readMetadata(page(head, body), address).publishedAt).toBe(date);
  });

  it('takes no label for an author', () => {
    const body =
      '<h1>Conseil</h1><ul><li class="meta-author"><span>Auteur/autrice de la publication :</span><a href="/author/1/" rel="author"></a></li></ul>';
    expect(readMetadata(page('', body), ADDRESS).authors).toEqual([]);
  });

  it('refuses a canonical address that points home or elsewhere', () => {
    const canonical = (href: string) =>
      readMetadata(page(`<link rel="canonical" href="${href}">`), ADDRESS).canonicalUrl;
    expect(canonical('https://www.harbour-news.example/')).toBe(ADDRESS);
    expect(canonical('https://elsewhere.example/a')).toBe(ADDRESS);
    expect(canonical('/politics/ferry')).toBe('https://www.harbour-news.example/politics/ferry');
  });

  it('keeps correction notices as they stand', () => {
    const body =
      '<p>Text of the story.</p><p><em>Correction: an earlier version of this article misnamed the ferry.</em></p>';
    expect(readMetadata(page('', body), ADDRESS).corrections).toEqual([
      'Correction: an earlier version of this article misnamed the ferry.',
    ]);
  });

  it.each([
    ['Rettelse: I en tidligere udgave stod der et forkert navn.', true],
    ['Korrektur: In einer früheren Fassung war die Fähre falsch benannt.', true],
    ['Rectificatif : le nom du capitaine était mal orthographié.', true],
    ['Fe de erratas: el nombre del capitán era incorrecto.', true],
    ['Correzione: il nome del capitano era sbagliato in origine.', true],
    ['Update, 5 March: the council has answered our questions about the ferry since.', true],
    ['Update: the council has answered our questions about the ferry since then.', true],
    ['Update the engine of the ferry before you sail it across the whole harbour.', false],
    ['<a href="/corrections">Corrections and Clarifications</a>', false],
  ])('tells a notice from what reads like one: %s', (text, notice) => {
    expect(readMetadata(page('', `<p>${text}</p>`), ADDRESS).corrections).toHaveLength(notice ? 1 : 0);
  });

  it('takes the first of many sections', () => {
    const sections = linked({ ...ARTICLE, articleSection: 'Politics, Ferries, Harbour, Ada Marsh' });
    expect(readMetadata(page(sections), ADDRESS).section).toBe('Politics');
    expect(readMetadata(page(linked({ ...ARTICLE, articleSection: 'Food, Drink' })), ADDRESS).section).toBe(
      'Food, Drink',
    );
  });

  it('survives numbers, nulls, cycles and depth where strings belong', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 50; i++) deep = { author: deep };
    const odd = {
      '@id': '#a',
      '@type': ['NewsArticle', 7],
      headline: 42,
      author: [null, 5, { '@id': '#a' }, [[['Ada Marsh']]]],
      datePublished: 9999,
      publisher: [],
      about: deep,
    };
    const found = readMetadata(page(linked(odd) + linked({ '@id': '#b', author: { '@id': '#b' } })), ADDRESS);
    expect(found.publishedAt).toBeNull();
    expect(found.authors).toEqual(['Ada Marsh']);
  });
});

describe('bylines', () => {
  it.each([
    ['By Ada Marsh and Tom Reed', ['Ada Marsh', 'Tom Reed']],
    ['Von Jörg Müller, Berlin-Korrespondent', ['Jörg Müller']],
    ['Par Zoé Petit avec AFP', ['Zoé Petit', 'AFP']],
    ['ADA MARSH', ['Ada Marsh']],
    ['Ada Marsh, Political Editor', ['Ada Marsh']],
    ['ada@harbour-news.example', []],
    ['https://harbour-news.example/ada', []],
  ])('reads %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('lets an agency sign only where nobody else does', () => {
    expect(settleAuthors(['Zoé Petit', 'AFP'], [])).toEqual(['Zoé Petit']);
    expect(settleAuthors(['AFP'], [])).toEqual(['AFP']);
  });
});

describe('the name of the site', () => {
  const host = 'harbour-news.example';
  it.each([
    ['Harbour News – News you can trust', 'Harbour News'],
    ['News you can trust | Harbour News', 'Harbour News'],
    ['The Bay: stories from the coast', 'The Bay'],
    ['Harbour News', 'Harbour News'],
    ['Bay - Coast', 'Bay - Coast'],
    ['Notes and letters from the coast | Bay', 'Notes and letters from the coast | Bay'],
  ])('%j without its slogan', (stated, name) => {
    expect(withoutSlogan(stated, host)).toBe(name);
  });

  const site = (head: string) => readMetadata(page(head), ADDRESS);
  const stated = '<meta property="og:site_name" content="Politics">';

  it('is no section, if it is named anywhere else', () => {
    expect(site(stated + linked(ARTICLE)).siteName).toBe('Harbour Media');
    expect(site(`${stated}<title>New ferry | Politics | Harbour News</title>`)).toMatchObject({
      siteName: 'Harbour News',
      sources: { siteName: 'title' },
    });
    expect(site(stated).siteName).toBe(host);
    const section =
      '<meta property="article:section" content="The Bay"><meta property="og:site_name" content="The Bay">';
    expect(site(section).siteName).toBe('The Bay');
    expect(site(section + linked(ARTICLE)).siteName).toBe('Harbour Media');
  });

  it('goes from titles with its slogan', () => {
    const head = '<meta property="og:site_name" content="Harbour News | Fresh news from the whole coast">';
    expect(site(`${head}<title>Ferry delayed — Harbour News | Fresh news from the whole coast</title>`)).toMatchObject({
      title: 'Ferry delayed',
      siteName: 'Harbour News',
    });
  });

  it('may be that of a folder', () => {
    const found = readMetadata(
      page('<meta property="og:site_name" content="Harbour News">'),
      'https://harbour-news.example/harbour-news/new-ferry',
    );
    expect(found.siteName).toBe('Harbour News');
  });
});

describe('withoutSite', () => {
  it.each([
    ['Ferry delayed – Harbour News', 'Ferry delayed'],
    ['Harbour News: Ferry delayed again', 'Ferry delayed again'],
    ['Ferry - delayed by storm', 'Ferry - delayed by storm'],
  ])('%s', (title, bare) => {
    expect(withoutSite(title, ['Harbour News', 'harbour-news.example'], true)).toBe(bare);
  });
});
