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
