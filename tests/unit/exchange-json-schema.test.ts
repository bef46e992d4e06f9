import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exportNative } from '../../lib/exchange/export-native';
import { PressmarkDatabase } from '../../lib/store/database';
import { exportSchema } from '../../scripts/export-schema';
import { annotation, article, claim, uuid } from './rows';

const shipped: object = JSON.parse(readFileSync('public/pressmark-export.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(shipped);

describe('the JSON Schema of the export', () => {
  it('is the one that the import uses', () => expect(shipped).toEqual(JSON.parse(JSON.stringify(exportSchema()))));

  it('accepts what the export writes', async () => {
    const db = new PressmarkDatabase('schema');
    await db.articles.add(article());
    await db.claims.add(claim());
    await db.annotations.bulkAdd([
      annotation({ tags: ['a'], claimId: uuid(3001), speaker: 'Ada Quill' }),
      {
        id: uuid(5),
        createdAt: '2026-05-03T08:00:00Z',
        updatedAt: '2026-05-03T08:00:00Z',
        deletedAt: '2026-05-03T08:00:00Z',
      },
    ]);
    let text = '';
    for await (const chunk of exportNative(db, {
      scope: { kind: 'all' },
      exportedAt: '2026-05-03T08:00:00Z',
      generator: 'test',
    }))
      text += chunk.text;
    await db.delete();
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  });

  it('refuses a row that the import would refuse', () => {
    const file = {
      format: 'pressmark',
      version: 1,
      exportedAt: '',
      generator: '',
      articles: [],
      snapshots: [],
      claims: [],
      annotations: [{ ...annotation(), colour: 'beige' }],
    };
    expect(validate(file)).toBe(false);
  });
});
