import { describe, expect, it } from 'vitest';
import { dateInAddress, readDate } from '../../lib/article/dates';

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
