import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { PressmarkDatabase } from '../../lib/store/database';
import { findQuotes } from '../../lib/store/quote-search';
import { annotation, article, uuid } from './rows';

const db = new PressmarkDatabase('quote-search');
afterEach(() => db.delete());

it('finds the latest quotes by all the words typed, whatever their case and accents', async () => {
  const source = article();
  await db.articles.put(source);
  const row = (n: number, exact: string, createdAt: string, deletedAt: string | null = null) =>
    annotation({ id: uuid(n), createdAt, deletedAt, quote: { exact, prefix: '', suffix: '' } });
  await db.annotations.bulkPut([
    row(1, 'L’été sera chaud.', '2026-01-01T00:00:00Z'),
    row(2, 'The ferry is safe.', '2026-01-02T00:00:00Z'),
    row(3, 'The ferry is late.', '2026-01-03T00:00:00Z'),
    row(4, 'The ferry is gone.', '2026-01-04T00:00:00Z', '2026-01-05T00:00:00Z'),
  ]);
  const words = async (typed: string, most = 8) =>
    (await findQuotes(db, typed, most)).map(({ annotation: found }) => found.quote.exact);
  expect(await words('FERRY is')).toEqual(['The ferry is late.', 'The ferry is safe.']);
  expect(await words("l'ete")).toEqual(['L’été sera chaud.']);
  expect(await words('', 1)).toEqual(['The ferry is late.']);
  expect(await words('submarine')).toEqual([]);
  expect((await findQuotes(db, 'late', 8))[0]?.article?.title).toBe(source.title);
});
