import { describe, expect, it } from 'vitest';
import { problemText, reasonText, rowText } from '../../entrypoints/library/leave/refusal-text';
import type { FieldProblem, FileProblem, Reason, RowList } from '../../lib/exchange/import-report';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import en from '../../public/_locales/en/messages.json';
import fr from '../../public/_locales/fr/messages.json';

const row = { list: 'annotations', number: 57, id: null } as const;
const FIELD_PROBLEMS: readonly FieldProblem[] = [
  ...(['missing', 'unknown', 'kind', 'choice', 'long', 'empty', 'time', 'date', 'address', 'id', 'value'] as const),
];
const REASONS: readonly Reason[] = [
  ...FIELD_PROBLEMS.map((problem) => ({ code: 'field', field: 'note', problem, value: 'plaid' }) as const),
  ...(['not-json', 'not-object', 'forbidden-key', 'duplicate', 'no-article', 'no-quote', 'no-address'] as const).map(
    (code) => ({ code }),
  ),
  { code: 'cells', found: 3, wanted: 23 },
];
const OF_THE_FILE: readonly FileProblem[] = [
  { code: 'not-json', at: 12_345, row: null },
  { code: 'broken-off', row: null },
  { code: 'row-too-large', row: null },
  { code: 'not-utf8', at: 9 },
  { code: 'not-pressmark' },
  { code: 'newer-version', version: 3 },
  { code: 'refused-rows' },
  { code: 'busy' },
  { code: 'cancelled' },
  { code: 'storage-full' },
  { code: 'storage', detail: 'UnknownError' },
];
const OF_A_ROW: readonly FileProblem[] = [
  { code: 'not-json', at: 12_345, row },
  { code: 'broken-off', row },
  { code: 'row-too-large', row },
];
const LISTS: readonly RowList[] = ['articles', 'snapshots', 'claims', 'annotations', 'table', 'settings'];

describe.each([
  ['en', en],
  ['fr', fr],
] as const)('what is said of a file that does not come in (%s)', (locale, catalogue) => {
  const said = <Value>(values: readonly Value[], text: (value: Value) => string): string[] => {
    wireMessages(fromCatalogue(catalogue), locale);
    return values.map(text);
  };

  it('is a sentence for each thing that can be wrong, and each its own', () => {
    for (const texts of [said(REASONS, reasonText), said([...OF_THE_FILE, ...OF_A_ROW], problemText)]) {
      expect(new Set(texts).size).toBe(texts.length);
      // No name of a sentence, no empty place in it.
      for (const text of texts) expect(text).toMatch(/^(?!import)[^$]{10,}$/);
    }
  });

  it('names the row wherever there is one', () => {
    for (const text of said(OF_A_ROW, problemText)) expect(text).toContain('57');
    for (const text of said(LISTS.slice(0, 5), (list) => rowText({ ...row, list }))) expect(text).toContain('57');
    expect(said(['settings'] as const, (list) => rowText({ ...row, list }))[0]).toMatch(/settings|réglages/i);
    expect(said([row], (one) => rowText({ ...one, id: 'ab-1' }))[0]).toContain('ab-1');
  });
});
