import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareClaims, findNearDuplicates } from '../../lib/claims/near-duplicates';

const CLAIM = 'The harbour bridge cost 90 million euros';

test('order, spelling and marks do not make another claim', () => {
  expect(compareClaims(CLAIM, 'The cost of the harbor bridge: 90 million euros.').same).toBe(true);
  expect(
    compareClaims('L’usine a rejeté 11 000 tonnes de déchets', "L'usine a rejeté 11000 tonnes de déchets").same,
  ).toBe(true);
});

test.each([
  ['number', 'The harbour bridge cost 140 million euros'],
  ['negation', 'The harbour bridge did not cost 90 million euros'],
] as const)('another %s makes another claim and is named', (difference, other) => {
  const comparison = compareClaims(CLAIM, other);
  expect(comparison).toMatchObject({ alike: true, same: false, differs: [difference] });
});

test('another claimant makes another claim', () => {
  const comparison = compareClaims({ text: CLAIM, claimant: 'Ann Reed' }, { text: CLAIM, claimant: 'Tom Hale' });
  expect(comparison).toMatchObject({ alike: true, same: false, differs: ['speaker'] });
});

test('a figure in common is shown with little wording in common, and is not called the same', () => {
  const closed = 'The library closed for 40 days because of mould';
  expect(compareClaims(closed, 'Fungus on the walls kept readers out of the library for 40 days')).toMatchObject({
    alike: true,
    same: false,
    differs: [],
  });
  expect(compareClaims(closed, 'Fungus on the walls kept readers out of the library for 25 days').differs).toContain(
    'number',
  );
  expect(compareClaims('Crime in the suburbs halved after 2015', 'Few trams run to the harbour after 2015').alike).toBe(
    false,
  );
});

test('the saved claims come most alike first, other subjects not at all', () => {
  const saved = [
    { text: 'Wolves killed 63 sheep' },
    { text: 'The harbour bridge cost 140 million euros' },
    { text: CLAIM },
  ];
  expect(findNearDuplicates(CLAIM, saved).map(({ claim }) => claim.text)).toEqual([
    CLAIM,
    'The harbour bridge cost 140 million euros',
  ]);
});

test('any two texts compare, alike in both directions', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(compareClaims(a, b)).toEqual(compareClaims(b, a));
    }),
  );
});
