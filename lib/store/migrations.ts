import type { Transaction } from 'dexie';

/** One version of the database: what it indexes, and how rows of the version before become rows of this one. */
export interface Schema {
  readonly version: number;
  readonly stores: Record<string, string | null>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/**
 * Every version that was ever released, the oldest first. A released one is never edited: add another. Each upgrade is
 * tested from a database that was written by the old version (tests/unit/store-migrations.test.ts).
 */
export const SCHEMAS: readonly Schema[] = [
  {
    version: 1,
    stores: {
      articles: 'id, *urls, canonicalUrl, lastSeenAt',
      snapshots: 'id, articleId, takenAt',
      annotations: 'id, articleId, claimId, *tags, createdAt, deletedAt',
      claims: 'id, createdAt, deletedAt',
      drafts: '[page+composer], updatedAt',
      settings: 'key',
      staging: '[importId+seq]',
    },
  },
  {
    // What was done to many rows at once, for as long as it can be undone.
    version: 2,
    stores: { operations: 'id, at', changes: '[operationId+seq]' },
  },
  {
    // What changed since the last backup is counted in an index, however many rows there are.
    version: 3,
    stores: {
      annotations: 'id, articleId, claimId, *tags, createdAt, updatedAt, deletedAt',
      claims: 'id, createdAt, updatedAt, deletedAt',
    },
  },
  {
    // Articles whose deletion can be undone are found without reading their quotes, of which there may be very many.
    version: 4,
    stores: { articles: 'id, *urls, canonicalUrl, lastSeenAt, deletedAt' },
  },
  {
    // Every write is noted, so that the search can be kept in the store and brought up to date. Deleted rows that still
    // have their words are found by a field that tombstones lack: those are never read again.
    version: 5,
    stores: {
      annotations: 'id, articleId, claimId, *tags, createdAt, updatedAt, deletedAt, [deletedAt+articleId]',
      claims: 'id, createdAt, updatedAt, deletedAt, [deletedAt+progress]',
      journal: '++seq',
      searchParts: '[edition+number]',
    },
  },
  {
    // The claims of an article are found without a quote of them, and a deleted article without any quote is purged too.
    version: 6,
    stores: {
      claims: 'id, createdAt, updatedAt, deletedAt, [deletedAt+progress], *appearsAt',
      articles: 'id, *urls, canonicalUrl, lastSeenAt, deletedAt, [deletedAt+lastSeenAt]',
    },
  },
];
