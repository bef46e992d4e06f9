import { describe, expect, it } from 'vitest';
import { addressKey, believableCanonical, normaliseAddress } from '../../lib/model/address';

describe('normaliseAddress', () => {
  it.each([
    ['https://news.example/a?utm_source=x&id=3#top', 'https://news.example/a?id=3'],
    ['https://news.example/a/', 'https://news.example/a/'],
    ['https://news.example', 'https://news.example/'],
    ['HTTPS://News.Example:443/A?b=2&a=1', 'https://news.example/A?a=1&b=2'],
    ['https://user:secret@news.example/a?fbclid=1', 'https://news.example/a'],
  ])('reads %s as %s', (given, expected) => expect(normaliseAddress(given)).toBe(expected));

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'about:blank', 'nonsense'])('refuses %s', (given) =>
    expect(normaliseAddress(given)).toBeNull(),
  );
});

describe('believableCanonical', () => {
  const page = 'https://www.news.example/world/story?utm_campaign=c';

  it('takes a canonical address of the same site', () =>
    expect(believableCanonical('https://news.example/world/story', page)).toBe('https://news.example/world/story'));
  it('resolves a relative one', () =>
    expect(believableCanonical('/world/story-1', page)).toBe('https://www.news.example/world/story-1'));
  it('refuses one of another site', () =>
    expect(believableCanonical('https://elsewhere.example/story', page)).toBe('https://www.news.example/world/story'));
  it('refuses the home page', () =>
    expect(believableCanonical('https://www.news.example/', page)).toBe('https://www.news.example/world/story'));
  it('has no address for a page that is none', () => expect(believableCanonical(null, 'about:blank')).toBeNull());
});

describe('addressKey', () => {
  it.each([
    ['https://news.example/a/?utm_source=x#top', 'https://news.example/a'],
    ['https://news.example/', 'https://news.example/'],
    ['https://news.example/a//', 'https://news.example/a'],
  ])('files %s under %s', (given, expected) => expect(addressKey(given)).toBe(expected));
  it('files nothing else', () => expect(addressKey('about:blank')).toBeNull());
});
