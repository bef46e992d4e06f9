import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, believableCanonical, mayBeSameSite, normaliseAddress } from '../../lib/model/address';

describe('normaliseAddress', () => {
  it.each([
    ['https://news.example/a?utm_source=x&id=3#top', 'https://news.example/a?id=3'],
    ['https://news.example/a/', 'https://news.example/a/'],
    ['https://news.example', 'https://news.example/'],
    ['HTTPS://News.Example:443/A?b=2&a=1', 'https://news.example/A?a=1&b=2'],
    ['https://user:secret@news.example/a?fbclid=1', 'https://news.example/a'],
    ['https://news.example/a?x=1&x=0&a', 'https://news.example/a?a=&x=1&x=0'],
    ['https://news.example/a?=1&&b', 'https://news.example/a?=1&b='],
    ['https://news.example/a?q=100%&r=%zz', 'https://news.example/a?q=100%25&r=%25zz'],
    ['https://news.example/a??utm_source=1&b=2', 'https://news.example/a?%3Futm_source=1&b=2'],
    ['https://news.example/a?%75tm_source=1&UTM_Medium=2', 'https://news.example/a'],
    ['https://news.example/a?b=a%20b&a=~', 'https://news.example/a?a=%7E&b=a+b'],
    ['https://news.example/a?id=1;utm_source=2', 'https://news.example/a?id=1%3Butm_source%3D2'],
    [
      'https://zeitung-münchen.example/straße?ort=köln',
      'https://xn--zeitung-mnchen-osb.example/stra%C3%9Fe?ort=k%C3%B6ln',
    ],
    ['https://news.example/#:~:text=first?utm_source=x', 'https://news.example/'],
    ['https://news.example/?', 'https://news.example/'],
  ])('reads %s as %s', (given, expected) => expect(normaliseAddress(given)).toBe(expected));

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'about:blank', 'nonsense'])('refuses %s', (given) =>
    expect(normaliseAddress(given)).toBeNull(),
  );

  it('writes queries as the browser’s own parser does, under which what is saved was filed', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({
        unit: fc.constantFrom('%', '+', ';', '?', '&', '=', '~', "'", ' ', '%2', '%C3%A9', '%FF', 'ſ', 'K'),
      }),
      fc.constantFrom(
        'utm_source',
        'UTM_x',
        '%75tm_a',
        'utm_',
        'utm%5Fid',
        'fbclid',
        'fbclid%00',
        'utm_é',
        'a',
        'id',
        '',
      ),
    );
    const query = fc
      .array(fc.tuple(word, fc.constantFrom('=', ''), word), { maxLength: 8 })
      .map((parameters) => parameters.map((parts) => parts.join('')).join('&'));
    fc.assert(
      fc.property(query, (given) => {
        const url = new URL('https://news.example/a');
        url.search = `?${given}`;
        const address = url.href;
        if (url.search !== '') {
          for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
          url.searchParams.sort();
        }
        expect(normaliseAddress(address)).toBe(url.href.replace(/\?$/, ''));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads an address of 300,000 parameters, and a path of a million slashes', () => {
    const many = Array.from({ length: 300_000 }, (_, at) => (at % 2 ? `utm_${at}=1` : 'a=1'));
    expect(normaliseAddress(`https://news.example/?${many.join('&')}`)?.length).toBe(21 + 150_000 * 4);
    expect(addressKey(`https://news.example/${'/'.repeat(1_000_000)}a//`)).toMatch(/[/]a$/);
  });
});

/** What the address itself is tested with, as it was when the first addresses were filed. */
const TRACKING =
  /^(utm_\w+|at_\w+|fbclid|(g|d|y|tw|tt)clid|[gw]braid|msclkid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(enc|mi)|ns_\w+|cmpid|cmp|ocid|xtor|wt_mc|smid|smtyp|ref_?src|ref_url|_ga|_gl|vero_id|oly_\w+|spm|share_id|sharetype|guc\w+)$/i;

describe('mayBeSameSite', () => {
  it.each([
    ['www.news.example', 'news.example', true],
    ['m.news.example', 'amp.news.example', true],
    ['mobile.de', 'paper.de', false],
    ['mobile.de', 'de', false],
    ['amp.com', 'paper.com', false],
    ['www.fr', 'paper.fr', false],
    ['www.mobile.de', 'mobile.de', true],
    ['world.news.example', 'news.example', false],
    ['one.platform.example', 'two.platform.example', false],
  ])('of %s and %s says %s', (one, other, same) => {
    expect(mayBeSameSite(one, other)).toBe(same);
    expect(mayBeSameSite(other, one)).toBe(same);
  });
});

describe('believableCanonical', () => {
  const page = 'https://www.news.example/world/story?utm_campaign=c';

  it('takes a canonical address of the same site', () =>
    expect(believableCanonical('https://news.example/world/story', page)).toBe('https://news.example/world/story'));
  it('resolves a relative one', () =>
    expect(believableCanonical('/world/story-1', page)).toBe('https://www.news.example/world/story-1'));
  it('refuses one of another site', () =>
    expect(believableCanonical('https://elsewhere.example/story', page)).toBe('https://www.news.example/world/story'));
  it('takes none that is too long to be kept', () => {
    expect(believableCanonical(`https://news.example/${'a'.repeat(8_172)}`, page)).toBe(
      'https://www.news.example/world/story',
    );
    expect(believableCanonical(`https://news.example/${'a'.repeat(8_171)}`, page)).toHaveLength(8_192);
    // It grows when it is normalised.
    expect(believableCanonical(`https://news.example/${'é'.repeat(2_000)}`, page)).toBe(
      'https://www.news.example/world/story',
    );
  });
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
