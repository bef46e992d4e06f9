import * as v from 'valibot';
import { mark } from '../model/fields';
import type { PressmarkDatabase } from './database';

const KEY = 'dismissed';
/** The least recently used articles fall out, so that this never grows into a record of what was read. */
const MOST_ARTICLES = 200;
const MOST_ON_ARTICLE = 500;

/** Fingerprints alone: neither addresses nor words are kept here. */
const rowsSchema = v.array(v.object({ article: mark, keys: v.array(mark) }));
type Row = v.InferOutput<typeof rowsSchema>[number];

async function rows(db: PressmarkDatabase): Promise<Row[]> {
  const stored = v.safeParse(rowsSchema, (await db.settings.get(KEY))?.value ?? []);
  return stored.success ? stored.output : [];
}

/** The suggestions that the reader dismissed on an article, as fingerprints of their words. */
export async function dismissedOn(db: PressmarkDatabase, article: string): Promise<ReadonlySet<string>> {
  return new Set((await rows(db)).find((row) => row.article === article)?.keys ?? []);
}

/** Remembers that a suggestion is not wanted on this article any more. */
export function dismiss(db: PressmarkDatabase, article: string, key: string): Promise<void> {
  return change(db, article, (keys) => [...keys.filter((one) => one !== key), key].slice(-MOST_ON_ARTICLE));
}

/** Forgets what was dismissed on an article. */
export function bringBack(db: PressmarkDatabase, article: string): Promise<void> {
  return change(db, article, () => []);
}

function change(db: PressmarkDatabase, article: string, to: (keys: string[]) => string[]): Promise<void> {
  return db.transaction('rw', db.settings, async () => {
    const all = await rows(db);
    const keys = to(all.find((row) => row.article === article)?.keys ?? []);
    const others = all.filter((row) => row.article !== article);
    const value = keys.length === 0 ? others : [...others, { article, keys }].slice(-MOST_ARTICLES);
    if (value.length === 0) await db.settings.delete(KEY);
    else await db.settings.put({ key: KEY, value });
  });
}
