import * as v from 'valibot';
import { shortText } from '../model/fields';
import { COLOURS } from '../model/vocabulary';

const list = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(8192))), v.maxLength(10_000));

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
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  mutedSites: [],
  notArticles: [],
  articlesAnyway: [],
  colour: 'yellow',
  scaleId: 'neutral',
  suggestClaims: true,
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
