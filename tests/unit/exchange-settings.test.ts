import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { exportNative } from '../../lib/exchange/export-native';
import type { Scope } from '../../lib/exchange/scope';
import type { PressmarkDatabase } from '../../lib/store/database';
import { getSettings, patchSettings } from '../../lib/store/settings';
import { dropStores, importFile, NOW, source, store, textOf } from './exchange';
import { annotation, article, uuid } from './rows';

afterEach(dropStores);

const fileOf = (db: PressmarkDatabase, scope: Scope = { kind: 'all' }): Promise<string> =>
  textOf(exportNative(db, { exportedAt: NOW, generator: 'test', scope }));
const fileWith = (settings: unknown): string =>
  JSON.stringify({ format: 'pressmark', version: 1, settings, articles: [article({ id: uuid(1050) })] });

const SET = {
  scales: [{ id: 'Harbour scale', steps: [{ label: 'Sound', value: 1 }] }],
  colourNames: { yellow: 'to be checked' },
  mutedSites: ['noise.example'],
};

describe('the settings in a native file', () => {
  it('come back in an empty store, from a file with everything and from no other', async () => {
    const from = store();
    await from.articles.add(article());
    await from.annotations.add(annotation());
    await patchSettings(from, SET);
    const to = store();
    const { planned, done } = await importFile(to, source(await fileOf(from)));
    expect(planned).toMatchObject({ ok: true, value: { added: 2, settings: ['mutedSites', 'scales', 'colourNames'] } });
    expect(done).toEqual(planned);
    expect(await getSettings(to)).toEqual(await getSettings(from));
    expect(JSON.parse(await fileOf(from, { kind: 'articles', ids: [uuid(1001)] }))).not.toHaveProperty('settings');
  });

  it('are not in a file of somebody who set nothing', async () => {
    expect(JSON.parse(await fileOf(store()))).not.toHaveProperty('settings');
  });

  it.each([
    [{ colour: 'plaid' }, { code: 'field', field: 'colour', problem: 'choice', value: 'plaid' }],
    [{ scales: [{ id: '', steps: [] }] }, { code: 'field', field: 'scales.0.id', problem: 'empty' }],
    ['all of them', { code: 'not-object' }],
    [JSON.parse('{"colourNames":{"__proto__":"x"}}'), { code: 'forbidden-key' }],
  ])('are refused with their reason where they are none: %j', async (settings, reason) => {
    const db = store();
    const { planned, done } = await importFile(db, source(fileWith(settings)));
    expect(planned).toMatchObject({ value: { settings: [], refusals: [{ row: { list: 'settings' }, reason }] } });
    expect(done).toEqual({ ok: false, problem: { code: 'refused-rows' } });
    expect([await db.articles.count(), await db.settings.count()]).toEqual([0, 0]);
    const without = await importFile(db, source(fileWith(settings)), { leaveOut: true });
    expect(without.done).toMatchObject({ ok: true, value: { added: 1 } });
    expect(await db.settings.count()).toBe(0);
  });

  it('of a newer Pressmark are taken as far as they are known', async () => {
    const db = store();
    const { done } = await importFile(db, source(fileWith({ fontSize: 12, colour: 'pink' })));
    expect(done).toMatchObject({ ok: true, value: { settings: ['colour'], refused: 0 } });
    expect(await getSettings(db)).toMatchObject({ colour: 'pink' });
  });
});
