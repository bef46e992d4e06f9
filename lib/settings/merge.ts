import { DEFAULT_SETTINGS, type Settings, type SettingsPatch, settingsSchema } from './settings';

/** Settings in a file: what is written, and what reading it back may change. */

type Name = keyof Settings;

const NAMES = Object.keys(settingsSchema.entries).filter((name): name is Name => name in DEFAULT_SETTINGS);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the reader set: everything that differs from how Pressmark ships. */
export function changedSettings(settings: Settings): SettingsPatch {
  return Object.fromEntries(
    NAMES.filter((name) => !same(settings[name], DEFAULT_SETTINGS[name])).map((name) => [name, settings[name]]),
  );
}

const MOST_ENTRIES = 10_000;
const MOST_SCALES = 50;

/** Addresses of both, without those that were decided otherwise here. */
const joined = (own: string[], more: readonly string[] = [], against: readonly string[] = []): string[] =>
  [...new Set([...own, ...more.filter((entry) => !against.includes(entry))])].slice(0, MOST_ENTRIES);

const known = ({ scales }: Settings): Set<string> => new Set(scales.map(({ id }) => id.toLowerCase()));

/**
 * What the settings of a file would change: they fill in what was never set here, and add to lists. Nothing that the
 * reader set here is overwritten, since no setting says when it was made.
 */
export function fillSettings(own: Settings, incoming: SettingsPatch): SettingsPatch {
  const ids = known(own);
  const filled: Settings = {
    ...own,
    ...Object.fromEntries(
      NAMES.filter((name) => incoming[name] !== undefined && same(own[name], DEFAULT_SETTINGS[name])).map((name) => [
        name,
        incoming[name],
      ]),
    ),
    mutedSites: joined(own.mutedSites, incoming.mutedSites),
    notArticles: joined(own.notArticles, incoming.notArticles, own.articlesAnyway),
    articlesAnyway: joined(own.articlesAnyway, incoming.articlesAnyway, own.notArticles),
    scales: [...own.scales, ...(incoming.scales ?? []).filter(({ id }) => !ids.has(id.toLowerCase()))].slice(
      0,
      MOST_SCALES,
    ),
    colourNames: { ...incoming.colourNames, ...own.colourNames },
    publisher: {
      name: own.publisher.name || (incoming.publisher?.name ?? ''),
      url: own.publisher.url || (incoming.publisher?.url ?? ''),
    },
  };
  return Object.fromEntries(NAMES.filter((name) => !same(filled[name], own[name])).map((name) => [name, filled[name]]));
}
