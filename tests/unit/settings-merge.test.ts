import { describe, expect, it } from 'vitest';
import { changedSettings, fillSettings } from '../../lib/settings/merge';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';

const SCALE = {
  id: 'Harbour scale',
  steps: [
    { label: 'Sound', value: 2 },
    { label: 'Sunk', value: 1 },
  ],
};
const SET: Settings = {
  ...DEFAULT_SETTINGS,
  mutedSites: ['noise.example'],
  notArticles: ['https://courier.example/weather'],
  articlesAnyway: ['https://courier.example/letters'],
  colour: 'pink',
  scaleId: 'Harbour scale',
  suggestClaims: false,
  scales: [SCALE],
  colourNames: { yellow: 'to be checked' },
  backupDays: 0,
  backupChanges: 7,
  markdownTemplate: '* {{quote}}',
  publisher: { name: 'Harbour Check', url: 'https://check.example/' },
};

describe('settings in a file', () => {
  it('are those that the reader set', () => {
    expect(changedSettings(DEFAULT_SETTINGS)).toEqual({});
    expect(changedSettings({ ...DEFAULT_SETTINGS, colour: 'pink' })).toEqual({ colour: 'pink' });
  });

  it('come back whole where nothing was set', () => {
    const back = Object.assign(structuredClone(DEFAULT_SETTINGS), fillSettings(DEFAULT_SETTINGS, changedSettings(SET)));
    expect(back).toEqual(SET);
    expect(fillSettings(back, changedSettings(SET))).toEqual({});
  });

  it('overwrite nothing that was set here', () => {
    const own: Settings = {
      ...SET,
      mutedSites: ['other.example'],
      notArticles: ['https://courier.example/letters'],
      articlesAnyway: [],
      colour: 'blue',
      scales: [{ id: 'harbour SCALE', steps: [{ label: 'Afloat', value: null }] }],
      colourNames: { yellow: 'mine', pink: 'theirs' },
      publisher: { name: 'Mine', url: '' },
    };
    expect(fillSettings(own, { ...SET, scales: [SCALE, { id: 'Second', steps: SCALE.steps }] })).toEqual({
      mutedSites: ['other.example', 'noise.example'],
      notArticles: ['https://courier.example/letters', 'https://courier.example/weather'],
      scales: [...own.scales, { id: 'Second', steps: SCALE.steps }],
      publisher: { name: 'Mine', url: 'https://check.example/' },
    });
  });
});
