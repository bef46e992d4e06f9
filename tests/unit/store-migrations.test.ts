import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { PressmarkDatabase } from '../../lib/store/database';
import { SCHEMAS, type Schema } from '../../lib/store/migrations';
import { annotation, article, claim } from './rows';

/** Fills a database the way the code of `version` did, and closes it. */
async function writtenBy(version: number, name: string): Promise<void> {
  const old = new PressmarkDatabase(
    name,
    SCHEMAS.filter((schema) => schema.version <= version),
  );
  await old.articles.add(article());
  await old.annotations.add(annotation({ tags: ['harbour'] }));
  await old.claims.add(claim());
  old.close();
}

describe('the database of an older version', () => {
  it.each(SCHEMAS.map(({ version }) => version))(
    'of version %i opens in this one with all its rows',
    async (version) => {
      const name = `migrate-${version}`;
      await writtenBy(version, name);
      const db = new PressmarkDatabase(name);
      expect(await db.articles.toArray()).toEqual([article()]);
      expect(await db.annotations.where('tags').equals('harbour').count()).toBe(1);
      expect(await db.claims.toArray()).toEqual([claim()]);
      expect(db.verno).toBe(SCHEMAS.at(-1)?.version);
      await db.delete();
    },
  );

  it('is brought up to date row by row, in one transaction', async () => {
    await writtenBy(1, 'migrate-next');
    const next: Schema = {
      version: 99,
      stores: { annotations: 'id, articleId, claimId, *tags, createdAt, deletedAt, colour' },
      upgrade: (transaction) =>
        transaction
          .table('annotations')
          .toCollection()
          .modify((row: { note: string }) => {
            row.note = `${row.note}!`;
          }),
    };
    const db = new PressmarkDatabase('migrate-next', [...SCHEMAS, next]);
    expect((await db.annotations.where('colour').equals('yellow').toArray())[0]).toMatchObject({ note: '!' });
    await db.delete();
  });

  it('stays as it was when an upgrade fails', async () => {
    await writtenBy(1, 'migrate-broken');
    const broken: Schema = {
      version: 99,
      stores: {},
      upgrade: async (transaction) => {
        await transaction.table('annotations').clear();
        throw new Error('power cut');
      },
    };
    const db = new PressmarkDatabase('migrate-broken', [...SCHEMAS, broken]);
    await expect(db.open()).rejects.toThrow('power cut');
    db.close();
    const same = new PressmarkDatabase('migrate-broken');
    expect(await same.annotations.count()).toBe(1);
    await same.delete();
  });

  it('names its versions in order', () => {
    const versions = SCHEMAS.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });
});
