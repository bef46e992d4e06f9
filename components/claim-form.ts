import * as v from 'valibot';
import type { ClaimWords, Evidence, Verdict } from '../lib/model/claim';
import { publisherTime, webAddress } from '../lib/model/fields';
import {
  CLAIM_TYPES,
  CLAIMANT_KINDS,
  PRIORITIES,
  PROGRESS,
  STANCES,
  scaleBounds,
  type VerdictScale,
  WORTHINESS,
} from '../lib/model/vocabulary';

const typed = v.pipe(v.string(), v.maxLength(200_000));

/** A piece of evidence as it is typed: unfinished addresses are allowed until it is saved. */
export const evidenceFormSchema = v.object({
  url: typed,
  archiveUrl: typed,
  title: typed,
  stance: v.picklist(STANCES),
  quote: typed,
  annotationId: v.nullable(v.string()),
  addedAt: v.string(),
});
export type EvidenceForm = v.InferOutput<typeof evidenceFormSchema>;

/** A claim as it is typed, finished or not: what a draft keeps. */
export const claimFormSchema = v.object({
  text: typed,
  claimant: typed,
  kind: v.picklist(CLAIMANT_KINDS),
  role: typed,
  sameAs: typed,
  claimDate: typed,
  type: v.nullable(v.picklist(CLAIM_TYPES)),
  worthiness: v.nullable(v.picklist(WORTHINESS)),
  priority: v.nullable(v.picklist(PRIORITIES)),
  progress: v.picklist(PROGRESS),
  scaleId: v.string(),
  verdict: typed,
  explanation: typed,
  /** Drafts of before have no such fields. */
  reviewUrl: v.optional(typed, ''),
  reviewDate: v.optional(typed, ''),
  evidence: v.array(evidenceFormSchema),
});
export type ClaimForm = v.InferOutput<typeof claimFormSchema>;

/** A claim opened for work, or an empty one. */
export function claimFormOf(claim: ClaimWords | null, scaleId: string): ClaimForm {
  return {
    text: claim?.text ?? '',
    claimant: claim?.claimant?.name ?? '',
    kind: claim?.claimant?.kind ?? 'Person',
    role: claim?.claimant?.role ?? '',
    sameAs: claim?.claimant?.sameAs ?? '',
    claimDate: claim?.claimDate ?? '',
    type: claim?.type ?? null,
    worthiness: claim?.worthiness ?? null,
    priority: claim?.priority ?? null,
    progress: claim?.progress ?? 'unstarted',
    scaleId: claim?.verdict?.scaleId ?? scaleId,
    verdict: claim?.verdict?.label ?? '',
    explanation: claim?.verdict?.explanation ?? '',
    reviewUrl: claim?.reviewUrl ?? '',
    reviewDate: claim?.reviewDate ?? '',
    evidence: (claim?.evidence ?? []).map((one) => ({ ...one, url: one.url ?? '', archiveUrl: one.archiveUrl ?? '' })),
  };
}

/** The form fields that a field of the claim is typed in. */
const TYPED_IN = {
  text: ['text'],
  claimant: ['claimant', 'kind', 'role', 'sameAs'],
  claimDate: ['claimDate'],
  type: ['type'],
  worthiness: ['worthiness'],
  priority: ['priority'],
  progress: ['progress'],
  verdict: ['scaleId', 'verdict', 'explanation'],
  evidence: ['evidence'],
  reviewUrl: ['reviewUrl'],
  reviewDate: ['reviewDate'],
  language: [],
  sameAs: [],
} as const satisfies Record<keyof ClaimWords, readonly (keyof ClaimForm)[]>;

const CLAIM_FIELDS = Object.keys(TYPED_IN) as (keyof ClaimWords)[];

/** A form with some of the claim's fields as they stand in another one, and the rest as it is typed. */
export function withFieldsOf(form: ClaimForm, other: ClaimForm, fields: readonly (keyof ClaimWords)[]): ClaimForm {
  const taken = fields.flatMap((field): readonly (keyof ClaimForm)[] => TYPED_IN[field]);
  return { ...form, ...Object.fromEntries(taken.map((key) => [key, other[key]])) };
}

/** The fields of a claim whose form says something else than another form of it does. */
export const fieldsTyped = (form: ClaimForm, other: ClaimForm): (keyof ClaimWords)[] =>
  CLAIM_FIELDS.filter((field) =>
    TYPED_IN[field].some((key) => JSON.stringify(form[key]) !== JSON.stringify(other[key])),
  );

/** What keeps a claim from being saved. */
export type ClaimProblem = 'text' | 'verdict' | 'address';

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const dateOf = (text: string): string | null => (v.is(publisherTime, text.trim()) ? text.trim() : null);
const isAddress = (text: string): boolean => text.trim() === '' || v.is(webAddress, text.trim());

/** Why a form can't be saved yet; null where it can. */
export function problemOf(form: ClaimForm): ClaimProblem | null {
  if (form.text.trim() === '') return 'text';
  // An explanation lives in its verdict: without one it would be lost.
  if (form.verdict.trim() === '' && form.explanation.trim() !== '') return 'verdict';
  const addresses = [form.sameAs, form.reviewUrl, ...form.evidence.flatMap(({ url, archiveUrl }) => [url, archiveUrl])];
  return addresses.every(isAddress) ? null : 'address';
}

/**
 * The verdict that is typed, null where there is none. Words outside a scale have no number; a rating that was there
 * before keeps its own, whether or not its scale is known here.
 */
function verdictOf(
  { scaleId, verdict, explanation }: ClaimForm,
  before: Verdict | null,
  scales: readonly VerdictScale[],
  now: string,
): Verdict | null {
  const label = verdict.trim();
  if (label === '') return null;
  if (before?.scaleId === scaleId && before.label === label) return { ...before, explanation, setAt: now };
  const scale = scales.find(({ id }) => id === scaleId);
  const step = scale?.steps.find((one) => one.label === label);
  const bounds = scale && step && step.value !== null ? scaleBounds(scale) : { best: null, worst: null };
  return { scaleId, label: label.slice(0, 500), value: step?.value ?? null, ...bounds, explanation, setAt: now };
}

/**
 * What is saved of a form; give it only what `problemOf` has no objection to. `before` keeps what has no field, `scales`
 * are all that a verdict can be on.
 */
export function claimWordsOf(
  form: ClaimForm,
  before: ClaimWords | null,
  language: string | null,
  scales: readonly VerdictScale[],
  now: string,
): ClaimWords {
  const { type, worthiness, priority, progress } = form;
  const name = filled(form.claimant);
  return {
    text: form.text.trim(),
    language: before?.language ?? language,
    type,
    worthiness,
    priority,
    progress,
    claimant:
      name === null
        ? null
        : { name: name.slice(0, 500), kind: form.kind, role: filled(form.role), sameAs: filled(form.sameAs) },
    claimDate: dateOf(form.claimDate),
    verdict: verdictOf(form, before?.verdict ?? null, scales, now),
    evidence: form.evidence
      .filter(({ url, title, quote }) => [url, title, quote].some((text) => text.trim() !== ''))
      .map((one): Evidence => ({ ...one, url: filled(one.url), archiveUrl: filled(one.archiveUrl) })),
    sameAs: before?.sameAs ?? [],
    reviewUrl: filled(form.reviewUrl),
    reviewDate: dateOf(form.reviewDate),
  };
}

/** A saved quote as evidence: its article with the archived copy, its words, and which quote it is. */
export function evidenceOfQuote(
  annotation: { readonly id: string; readonly exact: string },
  source: { readonly url: string | null; readonly title: string; readonly archiveUrl: string | null } | null,
  now: string,
): EvidenceForm {
  return {
    ...evidenceFrom('', now, source?.title ?? ''),
    url: source?.url ?? '',
    archiveUrl: source?.archiveUrl ?? '',
    quote: annotation.exact,
    annotationId: annotation.id,
  };
}

/** Evidence out of what was pasted or dropped: a link by itself, or words. */
export function evidenceFrom(dropped: string, now: string, title = ''): EvidenceForm {
  const text = dropped.trim();
  const isLink = /^https?:\/\/\S+$/i.test(text) && v.is(webAddress, text);
  return {
    url: isLink ? text : '',
    archiveUrl: '',
    title,
    stance: 'context',
    quote: isLink ? '' : text.slice(0, 200_000),
    annotationId: null,
    addedAt: now,
  };
}
