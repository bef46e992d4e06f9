import { describe, expect, it } from 'vitest';
import { believed, siteOf, spokenFor } from '../../lib/sites/one-site';

const isOne = (one: string, other: string): boolean => siteOf(`https://${one}`) === siteOf(`https://${other}`);

describe('one site', () => {
  it.each([
    ['www.news.example/a', 'news.example/b'],
    ['m.news.example/a', 'www.news.example/a'],
    ['amp.news.example/a', 'news.example/a'],
    ['mobile.news.example/a', 'm.news.example/a'],
    ['m.news.co.uk/a', 'www.news.co.uk/a'],
    ['www.mobile.de/a', 'mobile.de/a'],
    ['www.amp.com/a', 'm.amp.com/a'],
    ['www.bücher.example/a', 'xn--bcher-kva.example/a'],
    ['NEWS.example./a', 'news.example/a'],
    ['www.world.news.example/a', 'world.news.example/a'],
    ['www.my-paper.github.io/a', 'my-paper.github.io/b'],
    ['medium.com/@one/a', 'medium.com/@one/b'],
    ['medium.com/%40one/a', 'medium.com/@one/b'],
    ['127.0.0.1/a', '127.0.0.1/b'],
    ['localhost/a', 'localhost/b'],
  ])('is %s and %s', (one, other) => expect(isOne(one, other)).toBe(true));

  it.each([
    ['mobile.de/a', 'paper.de/a'],
    ['mobile.de/a', 'de/a'],
    ['amp.com/a', 'www.paper.com/a'],
    ['amp.com/a', 'm.com/a'],
    ['m.co.uk/a', 'www.co.uk/a'],
    ['m.co.uk/a', 'co.uk/a'],
    ['m.co.uk/a', 'paper.co.uk/a'],
    ['www.fr/a', 'paper.fr/a'],
    ['www.fr/a', 'amp.fr/a'],
    ['m.xn--55qx5d.cn/a', 'amp.xn--55qx5d.cn/a'],
    ['m.kawasaki.jp/a', 'amp.kawasaki.jp/a'],
    ['a.github.io/a', 'b.github.io/a'],
    ['m.github.io/a', 'amp.github.io/a'],
    ['m.github.io/a', 'github.io/a'],
    ['amp.blogspot.com/a', 'm.blogspot.com/a'],
    ['one.blogspot.com/a', 'blogspot.com/a'],
    ['one.substack.com/a', 'two.substack.com/a'],
    ['amp.substack.com/a', 'substack.com/a'],
    ['m.substack.com/a', 'mobile.substack.com/a'],
    ['amp.pages.dev/a', 'm.pages.dev/a'],
    ['world.news.example/a', 'news.example/a'],
    ['mallory.platform.example/a', 'platform.example/@other/a'],
    ['mallory.medium.com/a', 'medium.com/@other/a'],
    ['medium.com/@mallory/a', 'medium.com/@other/a'],
    ['medium.com/@mallory/a', 'medium.com/the-paper/a'],
    ['medium.com/one-paper/a', 'medium.com/other-paper/a'],
    ['medium.com/%40mallory/a', 'medium.com/a'],
    ['medium.com//@mallory/a', 'medium.com/a'],
    ['www.tumblr.com/mallory/1', 'www.tumblr.com/other/1'],
    ['sites.google.com/view/mallory/a', 'sites.google.com/view/other/a'],
    ['university.example/~mallory/a', 'university.example/a'],
    ['social.example/web/@mallory/1', 'social.example/web/@other/1'],
    ['web.archive.org/web/2026/https://mallory.example/a', 'web.archive.org/web/2026/https://paper.example/a'],
    ['127.0.0.1/a', '0.0.1/a'],
    ['news.example:8443/a', 'news.example/a'],
  ])('is not %s and %s', (one, other) => expect(isOne(one, other)).toBe(false));

  it('is none of what is no address', () => expect(siteOf('nonsense')).toBeNull());
});

describe('what a page is believed', () => {
  it('is the canonical address of its own site, and no other', () => {
    expect(believed('https://www.news.co.uk/a', 'https://m.news.co.uk/a')).toBe('https://www.news.co.uk/a');
    expect(believed('https://www.co.uk/a', 'https://m.co.uk/a')).toBe('https://m.co.uk/a');
    expect(believed('https://medium.com/@other/a', 'https://medium.com/@mallory/b')).toBe(
      'https://medium.com/@mallory/b',
    );
  });
  it('is to speak for addresses of its own origin alone', () => {
    expect(spokenFor('https://news.example/b', 'https://news.example/a')).toBe('https://news.example/b');
    expect(spokenFor('https://www.news.example/b', 'https://m.news.example/a')).toBe('https://m.news.example/a');
    expect(spokenFor('https://social.example/@other/b', 'https://social.example/@mallory/a')).toBe(
      'https://social.example/@mallory/a',
    );
    expect(spokenFor('https://news.example/b', 'about:blank')).toBeNull();
  });
});
