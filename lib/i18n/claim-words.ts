import type { ClaimReason } from '../claims/cues/types';
import type { ClaimDifference } from '../claims/near-duplicates';
import type { Priority, Progress, Stance, Worthiness } from '../model/vocabulary';
import { formatList, type MessageKey, t } from './translate';

/** The words of the claim editor and of suggestions; apart from `words.ts`, so that pages don't carry them. */

const PRIORITY_KEYS: Readonly<Record<Priority, MessageKey>> = {
  'no need to check': 'priority_none',
  'too trivial to check': 'priority_trivial',
  'yes, not urgent': 'priority_later',
  'yes, very urgent': 'priority_urgent',
  'not sure': 'priority_unsure',
};

const PROGRESS_KEYS: Readonly<Record<Progress, MessageKey>> = {
  unstarted: 'progress_unstarted',
  'in progress': 'progress_working',
  checked: 'progress_checked',
  dropped: 'progress_dropped',
};

const REASON_KEYS: Readonly<Record<ClaimReason, MessageKey>> = {
  figure: 'reason_figure',
  percentage: 'reason_percentage',
  money: 'reason_money',
  comparison: 'reason_comparison',
  change: 'reason_change',
  cause: 'reason_cause',
  law: 'reason_law',
  record: 'reason_record',
  prediction: 'reason_prediction',
  attributed: 'reason_attributed',
  'past-action': 'reason_past_action',
  universal: 'reason_universal',
  personal: 'reason_personal',
  question: 'reason_question',
  opinion: 'reason_opinion',
  address: 'reason_address',
  short: 'reason_short',
};

const SOURCE_KEYS: Readonly<Record<string, MessageKey>> = {
  'json-ld': 'source_json_ld',
  'open-graph': 'source_open_graph',
  meta: 'source_meta',
  microdata: 'source_microdata',
  html: 'source_html',
  address: 'source_address',
  link: 'source_link',
  page: 'source_page',
  headline: 'source_page',
};

/** Whether a statement is worth checking. */
export const worthinessLabel = (worthiness: Worthiness): string => t(`worthiness_${worthiness}`);

/** How urgently somebody should look at it. */
export const priorityLabel = (priority: Priority): string => t(PRIORITY_KEYS[priority]);

/** How far the work on a claim is. */
export const progressLabel = (progress: Progress): string => t(PROGRESS_KEYS[progress]);

/** What a piece of evidence does to the claim. */
export const stanceLabel = (stance: Stance): string => t(`stance_${stance}`);

/** What tells two claims with much the same words apart. */
export const differenceLabel = (difference: ClaimDifference): string => t(`nearDiffers_${difference}`);

/** Signs that speak against checking are no reasons for a suggestion. */
const AGAINST: ReadonlySet<ClaimReason> = new Set(['personal', 'question', 'opinion', 'address', 'short']);

/** Why a sentence is suggested, in words. */
export const reasonsText = (reasons: readonly ClaimReason[]): string =>
  t(
    'worthReasons',
    formatList(reasons.filter((reason) => !AGAINST.has(reason)).map((reason) => t(REASON_KEYS[reason]))),
  );

/** Where a fact of the page was read; a place without a name of ours keeps its own. */
export const sourceLabel = (source: string): string => {
  const key = SOURCE_KEYS[source];
  return key ? t(key) : source;
};
