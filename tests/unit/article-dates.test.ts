import { describe, expect, it } from 'vitest';
import { datedIn } from '../../lib/article/date-words';
import { dateInAddress, monthInAddress, readDate } from '../../lib/article/dates';
import { readMetadata } from '../../lib/article/metadata';

describe('readDate', () => {
  it.each([
    ['2024-11-06T09:12:44+00:00', 'fr', '2024-11-06T09:12:44+00:00'],
    ['2024-11-06 23:30:00 -0500', 'en', '2024-11-06T23:30:00-05:00'],
    ['2024-11-06', 'en', '2024-11-06'],
    ['20241106', 'en', '2024-11-06'],
    ['Wed, 06 Nov 2024 08:15:00 GMT', 'en', '2024-11-06T08:15:00+00:00'],
    ['November 6, 2024 at 8:15 p.m. EST', 'en', '2024-11-06T20:15:00-05:00'],
    ['Sept. 3rd, 2021', 'en-US', '2021-09-03'],
    ['Publié le 5 février 2024 à 14h30', 'fr', '2024-02-05T14:30:00'],
    ['1er août 2023', 'fr', '2023-08-01'],
    ['5. März 2024, 7:05 Uhr', 'de', '2024-03-05T07:05:00'],
    ['3 de octubre de 2022', 'es', '2022-10-03'],
    ['12 maggio 2020', 'it', '2020-05-12'],
    ['7 de março de 2021', 'pt-BR', '2021-03-07'],
    ['9 augustus 2022', 'nl', '2022-08-09'],
    ['14 września 2023', 'pl', '2023-09-14'],
    ['15 января 2026', 'ru', '2026-01-15'],
    ['3 Şubat 2024', 'tr', '2024-02-03'],
    ['2024年3月5日 10:20', 'ja', '2024-03-05T10:20:00'],
    ['2024년 3월 5일', 'ko', '2024-03-05'],
    ['05/11/2024', 'fr', '2024-11-05'],
    ['05/11/2024', 'en-US', '2024-05-11'],
    ['25/11/2024', 'en-US', '2024-11-25'],
    ['06.11.2024', 'de', '2024-11-06'],
    ['2024 Jun 30', 'en', '2024-06-30'],
    ['20 septembrie 2020 16:20', 'en', '2020-09-20T16:20:00'],
    ['2020. 08. 18. 21:35', 'hu', '2020-08-18T21:35:00'],
    ['2020. augusztus 18.', 'hu', '2020-08-18'],
    ['30. 1. 2020', 'cs', '2020-01-30'],
    ['Mar.5,2024', 'en', '2024-03-05'],
    ['12 / 04 / 2020', 'ar', '2020-04-12'],
    ['24 نيسان / أبريل 2020 09:22 مساءً', 'ar', '2020-04-24T21:22:00'],
  ])('reads %s (%s)', (text, language, day) => {
    expect(readDate(text, language)).toBe(day);
  });

  it.each(['', 'yesterday', '0000-01-01', '9999-12-31', '2024-02-31', '2024-13-01', '99/99/2024'])(
    'refuses %j',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});

describe('dateInAddress', () => {
  it('reads the day of a path', () => {
    expect(dateInAddress('https://news.example/2024/11/05/harbour-plans')).toBe('2024-11-05');
    expect(dateInAddress('https://news.example/world-20241105-1')).toBe('2024-11-05');
  });
  it('takes no other number for a day', () => {
    expect(dateInAddress('https://news.example/item/20249999')).toBeNull();
    expect(dateInAddress('nonsense')).toBeNull();
  });
});

describe('monthInAddress', () => {
  it('reads the month that an article is filed under', () => {
    expect(monthInAddress('https://news.example/2024/11/harbour-plans')).toBe('2024-11');
    expect(monthInAddress('https://news.example/blog/2024/11?page=2')).toBe('2024-11');
    expect(monthInAddress('https://news.example/2024/31/harbour-plans')).toBeNull();
    expect(monthInAddress('https://news.example/ferry?from=/2024/11/')).toBeNull();
  });
});

describe('datedIn', () => {
  it.each([
    ['Updated 6 March 2024 | Published 5 March 2024', 'en', '2024-03-05', 'first'],
    ['5 March 2024, updated 6 March 2024', 'en', '2024-03-05', null],
    ['Last updated: 6 March 2024', 'en', '2024-03-06', 'later'],
    ['Received 2024 Mar 18; Accepted 2024 May 7; Published 2024 Jun 30', 'en', '2024-06-30', 'first'],
    ['Mis à jour le 6 mars 2024, publié le 5 mars 2024', 'fr', '2024-03-05', 'first'],
    ['入力 2024.05.15 20:00 수정 2024.05.16 20:57', 'ko', '2024-05-15T20:00:00', 'first'],
  ])('tells in %j which day is that of publication', (text, language, date, said) => {
    expect(datedIn(text, language)).toEqual({ date, said });
  });
});

describe('the date of publication', () => {
  const read = (body: string, address = 'https://www.harbour-news.example/ferry', head = '', lang = 'en') =>
    readMetadata(
      new DOMParser().parseFromString(
        `<html lang="${lang}"><head>${head}</head><body>${body}</body></html>`,
        'text/html',
      ),
      address,
    ).publishedAt;
  const text = `<p>${'The ferry runs again from Monday, the harbour office says. '.repeat(4)}</p>`;

  it.each([
    [
      'one that is marked as an update, if another stands beside it',
      '<article><h1>Ferry delayed</h1><div><time class="updated" datetime="2025-01-02">2 January 2025</time> <time class="posted" datetime="2024-03-05">5 March 2024</time></div></article>',
      '2024-03-05',
    ],
    [
      'one that the words before it call an update',
      '<header><span>Updated: 2 January 2025</span><span>5 March 2024</span><h1>Ferry delayed</h1></header>',
      '2024-03-05',
    ],
    [
      'unless there is no other',
      `<h1>Ferry delayed</h1><p>Last updated:</p><p>2 January 2025</p>${text}`,
      '2025-01-02',
    ],
    [
      'unless the other is far from it',
      `<h1>Ferry delayed</h1><p>Updated 2 January 2025</p>${text}${'<p>More</p>'.repeat(8)}<a href="/x">4 May 2023</a>`,
      '2025-01-02',
    ],
    [
      'those of posts that are quoted',
      `<h1>Ferry delayed</h1>${text}<blockquote>Harbour office <a href="/s">27 September 2020</a></blockquote>`,
      null,
    ],
    [
      'a tooltip, if the time is shown as the days since',
      '<h1>Ferry delayed</h1><time title="Tuesday, 5 March 2024">3 days ago</time>',
      '2024-03-05',
    ],
  ])('passes by %s', (_, body, date) => {
    expect(read(body)).toBe(date);
  });

  it('lies in the month that the address files it under', () => {
    const filed = 'https://www.harbour-news.example/2015/07/ferry.html';
    const body = '<h1>Ferry delayed</h1><span class="entry-date-box">11 March 2019</span>';
    expect(read(body, filed)).toBeNull();
    expect(read(`${body}<span class="post-date">14 July 2015</span>`, filed)).toBe('2015-07-14');
    expect(read('<h1>Ferry delayed</h1><p>1 August 2015</p>', filed)).toBe('2015-08-01');
  });

  it('is the one that is printed as such where the data states a later one', () => {
    const data =
      '<script type="application/ld+json">{"@type":"BlogPosting","headline":"Ferry delayed","datePublished":"2025-08-21"}</script>';
    const printed = '<h1>Ferry delayed</h1><p>Published</p><p>Apr 26, 2023</p><p>Updated</p><p>Aug 21, 2025</p>';
    expect(read(printed, undefined, data)).toBe('2023-04-26');
    expect(read('<h1>Ferry delayed</h1><p>Apr 26, 2023</p>', undefined, data)).toBe('2025-08-21');
    expect(read('<h1>Ferry delayed</h1><p>Published Aug 20, 2025</p>', undefined, data)).toBe('2025-08-21');
  });
});
