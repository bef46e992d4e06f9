import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scalesOf, stepsFrom } from '../../lib/settings/scales';
import { DEFAULT_SETTINGS, decisionFor } from '../../lib/settings/settings';
import { quickVerdict } from '../../lib/store/claims';
import { PressmarkDatabase } from '../../lib/store/database';
import { getSettings, patchSettings } from '../../lib/store/settings';

describe('what the reader decided about a page', () => {
  const page = 'https://courier.example/a';
  const canonical = 'https://courier.example/canonical';
  const decide = (part: Partial<typeof DEFAULT_SETTINGS>) =>
    decisionFor({ ...DEFAULT_SETTINGS, ...part }, page, canonical);

  it('is nothing at first', () => expect(decide({})).toBeNull());
  it('holds under the canonical address too', () => expect(decide({ notArticles: [canonical] })).toBe('not'));
  it('mutes a whole site', () => expect(decide({ mutedSites: ['courier.example'] })).toBe('muted'));
  it('lets one page of a muted site in', () =>
    expect(decide({ mutedSites: ['courier.example'], articlesAnyway: [page] })).toBe('anyway'));
});

describe('settings', () => {
  let db: PressmarkDatabase;
  beforeEach(() => {
    db = new PressmarkDatabase('settings');
  });
  afterEach(() => db.delete());

  it('are the defaults until something is set', async () => expect(await getSettings(db)).toEqual(DEFAULT_SETTINGS));
  it('keep what a change does not name', async () => {
    await patchSettings(db, { colour: 'blue' });
    await patchSettings(db, { mutedSites: ['courier.example'] });
    expect(await getSettings(db)).toEqual({ ...DEFAULT_SETTINGS, colour: 'blue', mutedSites: ['courier.example'] });
  });
  it('fall back to the defaults where what is stored cannot be read', async () => {
    await db.settings.put({ key: 'settings', value: { colour: 5 } });
    expect(await getSettings(db)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('scales of the reader’s own', () => {
  it('give a quick verdict its numbers', async () => {
    const scales = scalesOf([{ id: 'Harbour scale', steps: stepsFrom('Sound\n Leaky \nSunk\nsunk', 'Afloat') }]);
    const quick = { claimant: '', claimantKind: 'Person', type: null, scaleId: 'Harbour scale' } as const;
    expect(quickVerdict({ ...quick, verdict: 'Leaky' }, null, scales, '2026-05-03T08:00:00Z')).toMatchObject({
      scaleId: 'Harbour scale',
      label: 'Leaky',
      value: 2,
      best: 3,
      worst: 1,
    });
    expect(quickVerdict({ ...quick, verdict: 'Afloat' }, null, scales, '2026-05-03T08:00:00Z')).toMatchObject({
      value: null,
    });
  });
});
