/**
 * The field's own words, as closed lists. They are data, so they are stored and exported in English
 * whatever language the interface speaks; the interface translates them by key.
 */

/** What kind of statement a claim is (Konstantinovskiy et al. 2018, Full Fact). */
export const CLAIM_TYPES = [
  'personal experience',
  'quantity in the past or present',
  'correlation or causation',
  'current laws or rules of operation',
  'prediction',
  'other type of claim',
  'not a claim',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Whether a sentence is worth checking (ClaimBuster). */
export const WORTHINESS = ['NFS', 'UFS', 'CFS'] as const;
export type Worthiness = (typeof WORTHINESS)[number];

/** How urgently a professional should look at it (Alam et al., question 5). */
export const PRIORITIES = [
  'no need to check',
  'too trivial to check',
  'yes, not urgent',
  'yes, very urgent',
  'not sure',
] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PROGRESS = ['unstarted', 'in progress', 'checked', 'dropped'] as const;
export type Progress = (typeof PROGRESS)[number];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const CLAIMANT_KINDS = ['Person', 'Organization'] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** What became of a quote on a later visit. The first three are drawn, the others never. */
export const SIGHTINGS = ['unchanged', 'moved', 'edited', 'uncertain', 'missing', 'unseen'] as const;
export type SightingStatus = (typeof SIGHTINGS)[number];

/** Colours a highlight can have; the interface gives each its light and its dark shade. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'orange'] as const;
export type Colour = (typeof COLOURS)[number];

/** One step of a verdict scale; `value` is null where the label stands outside the order. */
export interface ScaleStep {
  readonly label: string;
  readonly value: number | null;
}

export interface VerdictScale {
  readonly id: string;
  readonly steps: readonly ScaleStep[];
}

const ordered = (labels: readonly string[]): ScaleStep[] =>
  labels.map((label, i) => ({ label, value: labels.length - i }));
const unordered = (labels: readonly string[]): ScaleStep[] => labels.map((label) => ({ label, value: null }));

/** The scales that ship, the best rating first. `free` takes any label and has no numbers. */
export const VERDICT_SCALES: readonly VerdictScale[] = [
  {
    id: 'neutral',
    steps: [
      ...ordered(['Supported', 'Mostly supported', 'Mixed', 'Mostly unsupported', 'Refuted']),
      ...unordered(['Not enough evidence', 'Not checkable']),
    ],
  },
  {
    id: 'politifact',
    steps: ordered(['True', 'Mostly True', 'Half True', 'Mostly False', 'False', 'Pants on Fire']),
  },
  { id: 'meta', steps: unordered(['True', 'Missing Context', 'Partly False', 'Altered', 'Satire', 'False']) },
  { id: 'checkthat-2025', steps: ordered(['True', 'Conflicting', 'False']) },
  { id: 'free', steps: [] },
];

/** The highest and lowest number of a scale, null where it has none. */
export function scaleBounds(scale: VerdictScale): { best: number | null; worst: number | null } {
  const values = scale.steps.flatMap((step) => (step.value === null ? [] : [step.value]));
  return values.length === 0 ? { best: null, worst: null } : { best: Math.max(...values), worst: Math.min(...values) };
}
