import * as v from 'valibot';
import { name, shortText } from '../model/fields';
import { COLOURS } from '../model/vocabulary';

const list = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(8192))), v.maxLength(10_000));

/** A verdict scale of the reader's own. Its id is its name, so that a verdict says by itself what it was measured on. */
export const ownScaleSchema = v.object({
  id: v.pipe(name, v.maxLength(100)),
  /** The best rating first; `value` is null for a label outside the order. */
  steps: v.pipe(
    v.array(v.object({ label: name, value: v.nullable(v.pipe(v.number(), v.finite())) })),
    v.minLength(1),
    v.maxLength(30),
  ),
});

const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650));
const changes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** What a reader can set, each declared once. */
export const settingsSchema = v.object({
  /** Hosts on which nothing is detected unasked. */
  mutedSites: list,
  /** Addresses that the detector took for news articles and the reader did not. */
  notArticles: list,
  /** Addresses that the reader called articles although the detector did not. */
  articlesAnyway: list,
  /** The colour that a new highlight gets. */
  colour: v.picklist(COLOURS),
  /** The scale on which verdicts are offered first. */
  scaleId: shortText,
  /** Whether sentences worth checking are suggested. */
  suggestClaims: v.boolean(),
  /** Verdict scales beside those that ship. */
  scales: v.pipe(v.array(ownScaleSchema), v.maxLength(50)),
  /** What the reader calls the colours; one without a name keeps ours. */
  colourNames: v.partial(v.object(v.entriesFromList(COLOURS, v.pipe(v.string(), v.maxLength(40))))),
  /** When to remind of a backup: after so many days, or so many changes; 0 is never. */
  backupDays: days,
  backupChanges: changes,
  /** The reader's own Markdown for a quote; null is the default. */
  markdownTemplate: v.nullable(v.pipe(v.string(), v.maxLength(20_000))),
  /** Who publishes the reader's checks, for ClaimReview. */
  publisher: v.object({ name: shortText, url: v.pipe(v.string(), v.maxLength(8192)) }),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  mutedSites: [],
  notArticles: [],
  articlesAnyway: [],
  colour: 'yellow',
  scaleId: 'neutral',
  suggestClaims: true,
  scales: [],
  colourNames: {},
  backupDays: 30,
  backupChanges: 200,
  markdownTemplate: null,
  publisher: { name: '', url: '' },
};

/** Changes to settings; what is not named stays. */
export const settingsPatchSchema = v.partial(settingsSchema);
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>;

/** What the reader decided about a page, against the detector or with it. */
export function decisionFor(
  settings: Settings,
  address: string,
  canonicalUrl: string,
): 'muted' | 'not' | 'anyway' | null {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  const named = (addresses: readonly string[]): boolean =>
    addresses.includes(address) || addresses.includes(canonicalUrl);
  if (named(settings.articlesAnyway)) return 'anyway';
  if (named(settings.notArticles)) return 'not';
  return settings.mutedSites.includes(host) ? 'muted' : null;
}
