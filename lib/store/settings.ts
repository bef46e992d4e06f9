import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings, type SettingsPatch, settingsPatchSchema } from '../settings/settings';
import type { PressmarkDatabase } from './database';

const KEY = 'settings';

/** The reader's settings. What was never set, or is not readable any more, has its default. */
export async function getSettings(db: PressmarkDatabase): Promise<Settings> {
  const row = await db.settings.get(KEY);
  const stored = v.safeParse(settingsPatchSchema, row?.value ?? {});
  return stored.success ? { ...DEFAULT_SETTINGS, ...defined(stored.output) } : DEFAULT_SETTINGS;
}

/** Changes some settings and leaves the others. */
export function patchSettings(db: PressmarkDatabase, patch: SettingsPatch): Promise<Settings> {
  return db.transaction('rw', db.settings, async () => {
    const settings = { ...(await getSettings(db)), ...defined(patch) };
    await db.settings.put({ key: KEY, value: settings });
    return settings;
  });
}

function defined(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
