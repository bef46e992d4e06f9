import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { PressmarkDatabase } from '../../lib/store/database';
import { bringBack, dismiss, dismissedOn } from '../../lib/store/dismissals';
import { getSettings, patchSettings } from '../../lib/store/settings';
import { fingerprint } from '../../lib/text/fingerprint';

let opened = 0;
const databases: PressmarkDatabase[] = [];
function store(): PressmarkDatabase {
  opened += 1;
  const db = new PressmarkDatabase(`dismissals-${opened}`);
  databases.push(db);
  return db;
}
afterEach(async () => {
  await Promise.all(databases.splice(0).map((db) => db.delete()));
});

const here = fingerprint('https://courier.example/ferry');
const there = fingerprint('https://courier.example/bridge');
const mark = fingerprint('a single penny');

describe('dismissed suggestions', () => {
  it('are kept for their article alone, until they are brought back', async () => {
    const db = store();
    await dismiss(db, here, mark);
    await dismiss(db, here, mark);
    expect([...(await dismissedOn(db, here))]).toEqual([mark]);
    expect((await dismissedOn(db, there)).size).toBe(0);
    await bringBack(db, here);
    expect((await dismissedOn(db, here)).size).toBe(0);
    expect(await db.settings.count()).toBe(0);
  });

  it('leave the settings alone, and the other way round', async () => {
    const db = store();
    await dismiss(db, here, mark);
    await patchSettings(db, { colour: 'blue' });
    expect((await getSettings(db)).colour).toBe('blue');
    expect((await dismissedOn(db, here)).size).toBe(1);
  });

  it('never grow without bounds: the article used longest ago falls out', async () => {
    const db = store();
    for (let n = 0; n < 203; n++) await dismiss(db, fingerprint(`article ${n}`), mark);
    expect((await dismissedOn(db, fingerprint('article 0'))).size).toBe(0);
    expect((await dismissedOn(db, fingerprint('article 202'))).size).toBe(1);
  });

  it('hold neither addresses nor words', async () => {
    const db = store();
    await dismiss(db, here, mark);
    const kept = JSON.stringify(await db.settings.toArray());
    expect(kept).not.toMatch(/courier|penny/);
  });
});

it('a fingerprint tells texts apart and is always the same', () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => `quote number ${n}`);
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  expect(fingerprint('é')).toBe(fingerprint('é'));
  expect(fingerprint('')).toMatch(/^[0-9a-z]+$/);
});
