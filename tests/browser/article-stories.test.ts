import { afterEach, describe, expect, it } from 'vitest';
import { findBody } from '../../lib/article/body';
import { storiesOf, storyAt } from '../../lib/article/stories';
import { readStory } from '../../lib/article/story-metadata';

const FERRY = 'https://harbour.example/news/ferry-firm-was-warned';
const ROWERS = 'https://harbour.example/sport/rowers-take-the-county-cup';

const text = (about: string, i: number) =>
  `<p>Paragraph ${i} tells at some length what became of the ${about} on that long day, and who had seen it coming for years.</p>`;
const story = (name: string, headline: string, author: string, day: string, more = '') =>
  `<article class="story" ${more}><h1>${headline}</h1><p class="byline">By ${author}</p><time datetime="${day}">${day}</time>${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => text(name, i)).join('')}</article>`;
const FIRST = story('ferry', 'Ferry firm was warned', 'Ada Marsh', '2026-04-01');
const SECOND = story('boat race', 'Rowers take the county cup', 'Tom Reed', '2026-04-02');
const HEAD = `<title>Ferry firm was warned</title><meta property="og:title" content="Ferry firm was warned"><meta property="og:site_name" content="The Harbour Courier"><meta property="article:published_time" content="2026-04-01"><link rel="canonical" href="${FERRY}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry firm was warned","datePublished":"2026-04-01","author":{"@type":"Person","name":"Ada Marsh"}}</script>`;

const parse = (body: string, head = HEAD): Document =>
  new DOMParser().parseFromString(
    `<html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`,
    'text/html',
  );

describe('a page with several stories', () => {
  it('has none but where each headline stands above a text', () => {
    expect(storiesOf(parse(FIRST), FERRY)).toEqual([]);
    expect(storiesOf(parse(`${FIRST}<h1>Newsletter</h1><p>Sign up.</p>`), FERRY)).toEqual([]);
    const entries = [1, 2, 3].map((i) => `<article><h2>Entry ${i}</h2>${text('fire', i).repeat(9)}</article>`).join('');
    expect(storiesOf(parse(`<h1>The fire, live</h1>${entries}`), FERRY)).toEqual([]);
    expect(storiesOf(parse(FIRST + SECOND), FERRY)).toHaveLength(2);
    expect(storiesOf(parse(FIRST + SECOND.replaceAll('h1>', 'h2>')), FERRY)).toHaveLength(2);
  });

  it('is the first story at the address that it was loaded with', () => {
    const doc = parse(FIRST + SECOND);
    const found = storyAt(doc, FERRY, 800)?.story ?? null;
    if (found === null) throw new Error('no story');
    expect(found.headline).toBe('Ferry firm was warned');
    expect(readStory(doc, found, FERRY)).toMatchObject({
      authors: ['Ada Marsh'],
      publishedAt: '2026-04-01',
      canonicalUrl: FERRY,
    });
    expect(findBody(doc, found.element)?.text).not.toContain('boat race');
  });

  it.each([
    ['that says so itself', SECOND.replace('class="story"', `class="story" data-url="${ROWERS}"`)],
    ['whose headline links there', SECOND.replace(/<h1>(.*?)<\/h1>/, `<h1><a href="${ROWERS}">$1</a></h1>`)],
  ])('is the story at its address %s', (_, second) => {
    const doc = parse(FIRST + second);
    const before = doc.documentElement.outerHTML;
    const found = storyAt(doc, ROWERS, 800)?.story ?? null;
    if (found === null) throw new Error('no story');
    expect(readStory(doc, found, ROWERS)).toMatchObject({
      title: 'Rowers take the county cup',
      authors: ['Tom Reed'],
      publishedAt: '2026-04-02',
      canonicalUrl: ROWERS,
      siteName: 'The Harbour Courier',
      language: 'en',
    });
    expect(findBody(doc, found.element)?.text).not.toContain('ferry');
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  it('takes no section that the page lies in for the address of a story', () => {
    const section = SECOND.replace(/<h1>(.*?)<\/h1>/, '<h1><a href="/news/">More news</a></h1>');
    expect(storiesOf(parse(FIRST + section), FERRY)[1]?.address).toBeNull();
  });

  it('believes no address of another site, and no home page', () => {
    const lies = SECOND.replace('class="story"', 'class="story" data-url="https://elsewhere.example/a" data-href="/"');
    expect(storiesOf(parse(FIRST + lies), FERRY)[1]?.address).toBeNull();
  });
});

describe('the story in view', () => {
  afterEach(() => document.body.replaceChildren());

  it('is taken where the address has moved on and no story claims it', () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = `${location.origin}/ferry`;
    document.head.append(link);
    const third = story('harbour wall', 'Wall is to be raised', 'Zoe Hill', '2026-04-03');
    const holder = new DOMParser().parseFromString(FIRST + SECOND + third, 'text/html').body;
    document.body.append(...holder.children);
    const [first, second, last] = document.querySelectorAll('article');
    document.body.style.paddingBottom = '3000px';
    second?.scrollIntoView({ block: 'start' });
    const at = `${location.origin}/rowers`;
    expect(storyAt(document, at, innerHeight)?.story.headline).toBe('Rowers take the county cup');
    last?.scrollIntoView({ block: 'start' });
    expect(storyAt(document, at, innerHeight)?.story.headline).toBe('Wall is to be raised');
    // The address says that it is not the first one, however much of that can still be seen.
    first?.scrollIntoView({ block: 'start' });
    expect(storyAt(document, at, innerHeight)?.story.headline).toBe('Rowers take the county cup');
    second?.scrollIntoView({ block: 'start' });
    expect(storyAt(document, link.href, innerHeight)?.story.headline).toBe('Ferry firm was warned');
    link.remove();
  });

  it('is the one read, where it states an address and the page keeps that of the first', () => {
    const own = `${location.origin}/rowers`;
    const page = `${location.origin}/ferry`;
    const third = story('harbour wall', 'Wall is to be raised', 'Zoe Hill', '2026-04-03');
    const stated = SECOND.replace('class="story"', `class="story" data-url="${own}"`);
    const holder = new DOMParser().parseFromString(FIRST + stated + third, 'text/html').body;
    document.body.append(...holder.children);
    document.body.style.paddingBottom = '3000px';
    const [first, second, last] = document.querySelectorAll('article');
    const here = () => {
      const found = storyAt(document, page, innerHeight);
      return [found?.story.headline, found?.address, found?.others];
    };
    first?.scrollIntoView({ block: 'start' });
    expect(here()).toEqual(['Ferry firm was warned', page, [own]]);
    second?.scrollIntoView({ block: 'start' });
    expect(here()).toEqual(['Rowers take the county cup', own, [page]]);
    // It states no address: where else should it be filed?
    last?.scrollIntoView({ block: 'start' });
    expect(here()).toEqual(['Ferry firm was warned', page, [own]]);
    // Words that are selected belong to the story that they stand in, whatever else is in view.
    second?.scrollIntoView({ block: 'start' });
    getSelection()?.selectAllChildren(first?.lastElementChild ?? document.body);
    expect(here()).toEqual(['Ferry firm was warned', page, [own]]);
    first?.scrollIntoView({ block: 'start' });
    getSelection()?.selectAllChildren(second?.lastElementChild ?? document.body);
    expect(here()).toEqual(['Rowers take the county cup', own, [page]]);
    getSelection()?.removeAllRanges();
    expect(here()).toEqual(['Ferry firm was warned', page, [own]]);
    if (second) second.hidden = true;
    expect(here()[0]).toBe('Ferry firm was warned');
  });
});
