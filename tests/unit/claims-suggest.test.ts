import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateSentences, suggestClaims } from '../../lib/claims/suggest';
import { splitSentences } from '../../lib/text/sentences';

const offered = (text: string, language: string) => suggestClaims(splitSentences(text), language);

test('a figure is offered with its type and reasons', () => {
  const [claim] = offered(
    'Unemployment in the district fell by 12 percent between 2010 and 2015, the mayor said.',
    'en',
  );
  expect(claim).toMatchObject({ type: 'quantity in the past or present' });
  expect(claim?.reasons).toEqual(expect.arrayContaining(['percentage', 'figure', 'change']));
});

test('French figures, causes and predictions', () => {
  expect(offered('Le chômage a baissé de 12 % depuis 2015, selon la maire de la commune.', 'fr')).toHaveLength(1);
  const [cause] = rateSentences(splitSentences('La fermeture a entraîné une hausse de 5 %.'), 'fr');
  expect(cause?.type).toBe('correlation or causation');
  const [prediction] = rateSentences(splitSentences('Le barrage coûtera 90 millions d’euros.'), 'fr');
  expect(prediction?.type).toBe('prediction');
});

test('a year, a day, an age, a rank or a number in a name is no figure', () => {
  const figures = (text: string, language: string) =>
    rateSentences(splitSentences(text), language)[0]?.reasons.includes('figure');
  for (const text of [
    'She managed the campaign of 2008 and that of 1984.',
    'He was asked on March 1 and again on Aug. 24.',
    'The 44-year-old senator spoke on WOR710.',
    'It is still the No. 1 force in Spain.',
  ])
    expect(figures(text, 'en'), text).toBe(false);
  for (const text of ['The town has 2,008 houses.', 'They built 3 of them in 2010.', 'It moved 1.5 degrees.'])
    expect(figures(text, 'en'), text).toBe(true);
  expect(figures('Elle a été élue en 2014, à 44 ans.', 'fr')).toBe(false);
  expect(figures('La commune compte 2 014 maisons.', 'fr')).toBe(true);
});

test('questions and greetings are not offered', () => {
  expect(offered('Good evening and welcome. How are you?', 'en')).toEqual([]);
});

test('sentences keep their place in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const { start, end, text: words } of splitSentences(text)) expect(text.slice(start, end)).toBe(words);
      for (const { worthiness } of rateSentences(splitSentences(text), 'en')) {
        expect(worthiness).toBeGreaterThanOrEqual(0);
        expect(worthiness).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('abbreviations and initials end no sentence', () => {
  expect(splitSentences('Dr. J. Reed met Sen. Hale. They spoke.').map((each) => each.text)).toEqual([
    'Dr. J. Reed met Sen. Hale.',
    'They spoke.',
  ]);
});
