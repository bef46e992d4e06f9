import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readDate } from '../../lib/article/dates';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { formatBytes, formatDate, formatStatedDay, plural, t, wireMessages } from '../../lib/i18n/translate';
import { claimTypeLabel, colourLabel, errorText, scaleLabel, verdictLabel } from '../../lib/i18n/words';
import { CLAIM_TYPES, VERDICT_SCALES } from '../../lib/model/vocabulary';
import en from '../../public/_locales/en/messages.json';
import fr from '../../public/_locales/fr/messages.json';

const english: Record<string, { message: string }> = en;
const french: Record<string, { message: string }> = fr;
const placeholders = (text: string | undefined): string[] => [...new Set(text?.match(/\$\d/g) ?? [])].sort();

function* sources(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield readFileSync(path, 'utf8');
  }
}

describe('the catalogues', () => {
  it('have the same sentences', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });

  it('have the same placeholders in each sentence', () => {
    for (const key of Object.keys(english)) {
      expect(placeholders(french[key]?.message), key).toEqual(placeholders(english[key]?.message));
    }
  });

  it('leave no sentence empty', () => {
    for (const [key, { message }] of [...Object.entries(english), ...Object.entries(french)]) {
      expect(message.trim(), key).not.toBe('');
    }
  });

  it('hold every sentence that the code asks for', () => {
    const asked = new Set<string>();
    for (const dir of ['components', 'entrypoints', 'lib']) {
      for (const text of sources(dir)) {
        for (const [, key] of text.matchAll(/\bt\(\s*'([^']+)'/g)) asked.add(key ?? '');
        for (const [, key] of text.matchAll(/\bplural\(\s*'([^']+)'/g)) asked.add(`${key}_other`);
        for (const [, key] of text.matchAll(/\bgetMessage\(\s*'([a-z]\w*)'/gi)) asked.add(key ?? '');
      }
    }
    expect(asked.size).toBeGreaterThan(80);
    expect([...asked].filter((key) => !(key in english))).toEqual([]);
  });

  it('have both forms of every plural', () => {
    for (const key of Object.keys(english).filter((one) => one.endsWith('_one'))) {
      expect(Object.keys(english)).toContain(key.replace(/_one$/, '_other'));
    }
  });

  it('put no break between French marks and their words', () => {
    for (const [key, { message }] of Object.entries(french)) {
      // Names keep their own marks: CheckThat! is spelt so.
      const text = message.replace('CheckThat!', '').replace(/https?:\/\//g, '');
      expect(text, key).not.toMatch(/[^\u202f\u00a0]([;!?:]|»)(\s|$)/);
      expect(text, key).not.toMatch(/«[^\u202f\u00a0]/);
      expect(text, key).not.toMatch(/'/);
    }
  });
});

describe('translation', () => {
  beforeEach(() => wireMessages(fromCatalogue(english), 'en-GB'));

  it('fills placeholders in', () => {
    expect(t('headerByline', 'Ada Lovelace')).toBe('By Ada Lovelace');
  });

  it('chooses the form by the number', () => {
    expect(plural('libraryQuotes', 1)).toBe('1 quote');
    expect(plural('libraryQuotes', 2345)).toBe('2,345 quotes');
    wireMessages(fromCatalogue(french), 'fr');
    expect(plural('libraryQuotes', 0)).toBe('0 citation');
    expect(plural('libraryQuotes', 2_000_000)).toMatch(/citations$/);
  });

  it('keeps a bare day on its day and leaves what is no time', () => {
    expect(formatDate('2024-05-03')).toBe('3 May 2024');
    expect(formatDate('last spring')).toBe('last spring');
  });

  it.each(['America/Los_Angeles', 'Pacific/Auckland'])(
    'keeps the day that a publisher wrote for a reader in %s',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(formatStatedDay('2024-03-05T23:30:00-05:00')).toBe('5 March 2024');
        expect(formatStatedDay('2024-03-05T00:10:00+13:00')).toBe('5 March 2024');
        expect(readDate('5 March 2024, 11.30 pm EST', 'en')).toBe('2024-03-05T23:30:00-05:00');
        expect(readDate('1709681400', 'en')?.slice(0, 10)).toBe('2024-03-05');
        // The zone counts for what happened in the reader's own sight.
        expect(formatDate('2024-03-05T12:00:00.000Z')).toMatch(/March 2024/);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  it('formats in the language of the catalogue where the browser speaks another one', () => {
    wireMessages(fromCatalogue(english), 'de');
    expect(formatDate('2024-05-03')).toMatch(/May/);
  });

  it('calls the colours what the reader calls them', () => {
    const names = { green: 'Checked', pink: ' ' };
    expect([colourLabel('green', names), colourLabel('pink', names)]).toEqual(['Checked', t('colour_pink')]);
    expect(colourLabel('green', {})).toBe(t('colour_green'));
  });

  it('finds a unit that can be read', () => {
    expect(formatBytes(0)).toMatch(/0 bytes?/);
    expect(formatBytes(2_500_000)).toBe('2.5 MB');
  });

  it('names every word of the vocabulary in both languages, and leaves unknown ones as they are', () => {
    for (const [catalogue, locale] of [
      [english, 'en'],
      [french, 'fr'],
    ] as const) {
      wireMessages(fromCatalogue(catalogue), locale);
      for (const type of CLAIM_TYPES) expect(claimTypeLabel(type)).not.toMatch(/^type_/);
      for (const { id, steps } of VERDICT_SCALES) {
        expect(scaleLabel(id)).not.toMatch(/^scale_/);
        for (const { label } of steps) expect(verdictLabel(id, label)).not.toMatch(/^verdict_/);
      }
    }
    expect(verdictLabel('neutral', 'Refuted')).toBe('Réfuté');
    expect(verdictLabel('free', 'Tiré de son contexte')).toBe('Tiré de son contexte');
  });

  it('says in every error what to do', () => {
    expect(errorText({ code: 'nothing-selected' })).toMatch(/Select words/);
    expect(errorText({ code: 'bad-request', detail: 'words.note' })).toContain('words.note');
  });
});
