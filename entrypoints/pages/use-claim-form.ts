import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ClaimForm, claimFormOf, claimFormSchema, fieldsTyped, withFieldsOf } from '../../components/claim-form';
import { emptyComposer } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import { type Claim, type ClaimWords, claimWordsSchema } from '../../lib/model/claim';
import { type ClaimField, wordsOfClaim } from '../../lib/model/claim-merge';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { Seed, Work } from './work';

/** What is typed on a claim, kept in the store at every keystroke except in private windows. */
export interface ClaimDraft {
  /** Null until the draft was looked for. */
  readonly form: ClaimForm | null;
  /** Something was typed that the claim does not have. */
  readonly dirty: boolean;
  /** It was taken up from an earlier opening of the page. */
  readonly restored: boolean;
  /** The words that were there when typing began: what was saved elsewhere since is told by them. Null for a new one. */
  origin(): ClaimWords | null;
  readonly write: (form: ClaimForm) => void;
  /** Takes note of how some fields stand elsewhere: what is typed there is meant to replace that. */
  readonly acknowledge: (fields: readonly ClaimField[], theirs: Claim) => void;
  /** Gives up what was typed, or takes over what was saved. */
  readonly reset: (claim: Claim | null) => void;
  /** What was `sent` is saved. What was typed since is not, and stays. */
  readonly settle: (saved: Claim, sent: ClaimForm) => void;
}

interface ClaimDraftOptions {
  readonly db: PressmarkDatabase;
  /** Under which the draft is kept: the claim's id, or the page's address for a new one. */
  readonly draftKey: string;
  readonly claim: Claim | null;
  readonly scaleId: string;
  readonly work: Work;
  readonly keeps: boolean;
}

const equal = (a: ClaimForm, b: ClaimForm): boolean => JSON.stringify(a) === JSON.stringify(b);

const storedSchema = v.object({ ...claimFormSchema.entries, origin: v.nullish(claimWordsSchema) });

interface Stored {
  readonly form: ClaimForm;
  readonly origin: ClaimWords | null;
}

function parse(text: string | undefined): Stored | null {
  try {
    const parsed = v.safeParse(storedSchema, JSON.parse(text ?? 'null'));
    if (!parsed.success) return null;
    const { origin, ...form } = parsed.output;
    return { form, origin: origin ?? null };
  } catch {
    return null;
  }
}

/** Puts more into a form without replacing what stands there. */
function withSeed(form: ClaimForm, seed: Seed | null): ClaimForm {
  if (!seed) return form;
  return {
    ...form,
    text: form.text || (seed.text ?? ''),
    claimant: form.claimant || (seed.claimant ?? ''),
    evidence: [...form.evidence, ...(seed.evidence ?? [])],
  };
}

const withFields = (words: ClaimWords, other: ClaimWords, fields: readonly ClaimField[]): ClaimWords => ({
  ...words,
  ...Object.fromEntries(fields.map((field) => [field, other[field]])),
});

/** The fields of a claim in which nothing was typed. */
function fieldsUntouched(now: ClaimForm, before: ClaimForm, words: ClaimWords): ClaimField[] {
  const typed = new Set(fieldsTyped(now, before));
  return (Object.keys(words) as ClaimField[]).filter((field) => !typed.has(field));
}

/** The last writing of each draft: what is read before it has ended would lack what was typed last. */
const writing = new Map<string, Promise<unknown>>();

function keep(draftKey: string, form: ClaimForm, origin: ClaimWords | null): void {
  const { words } = emptyComposer();
  const put = ask('draft.put', {
    page: draftKey,
    composer: 'panel',
    annotationId: null,
    selectors: null,
    words,
    claim: null,
    form: JSON.stringify({ ...form, origin }),
    updatedAt: new Date().toISOString(),
  });
  writing.set(draftKey, put);
}

/** Seeds that went into a draft: one that is taken up again, after another tab was looked at, has them already. */
const sown = new WeakSet<Seed>();

/** Gives what is to be put into the form, once. */
function useSeed({ seed }: Work, keeps: boolean): () => Seed | null {
  // Where no draft is kept, the form starts anew with the page's part and so does what went into it.
  const mine = useRef(new WeakSet<Seed>());
  return () => {
    const done = keeps ? sown : mine.current;
    if (!seed || done.has(seed)) return null;
    done.add(seed);
    return seed;
  };
}

/** The form of one claim; what is not typed on follows the claim when it is changed elsewhere. */
export function useClaimDraft({ db, draftKey, claim, scaleId, work, keeps }: ClaimDraftOptions): ClaimDraft {
  const [form, setForm] = useState<ClaimForm | null>(null);
  const [restored, setRestored] = useState(false);
  const base = claimFormOf(claim, scaleId);
  const origin = useRef<ClaimWords | null>(claim && wordsOfClaim(claim));
  const latest = useRef<ClaimForm | null>(null);
  const show = (next: ClaimForm): void => {
    latest.current = next;
    setForm(next);
  };
  const put = (next: ClaimForm): void => {
    show(next);
    if (keeps) keep(draftKey, next, origin.current);
  };
  const takeSeed = useSeed(work, keeps);
  useEffect(() => {
    const read = async () => {
      await writing.get(draftKey);
      return db.drafts.get([draftKey, 'panel']);
    };
    const stored = keeps ? read().catch(() => undefined) : Promise.resolve(undefined);
    void stored.then((draft) => {
      const found = parse(draft?.form);
      if (found?.origin) origin.current = found.origin;
      setRestored(found !== null && !equal(found.form, base));
      const seed = takeSeed();
      const next = withSeed(found?.form ?? base, seed);
      if (seed) put(next);
      else show(next);
    });
  }, [draftKey]);
  useEffect(() => {
    // Effects come late on a busy machine: what was typed since the last drawing counts too.
    const now = latest.current;
    if (now === null || claim === null || origin.current === null) return;
    // The claim may have changed elsewhere: fields that nothing was typed in follow it.
    const others = fieldsUntouched(now, claimFormOf(origin.current, scaleId), wordsOfClaim(claim));
    origin.current = withFields(origin.current, wordsOfClaim(claim), others);
    show(withFieldsOf(now, base, others));
  }, [claim?.updatedAt, form === null]);
  useEffect(() => {
    const seed = form && takeSeed();
    if (seed) put(withSeed(form, seed));
  }, [work.seed, form === null]);
  const clear = (): void => {
    if (keeps) writing.set(draftKey, ask('draft.clear', { page: draftKey, composer: 'panel' }));
  };
  const reset = (saved: Claim | null): void => {
    origin.current = saved && wordsOfClaim(saved);
    show(claimFormOf(saved, scaleId));
    setRestored(false);
    clear();
  };
  return {
    form,
    dirty: form !== null && !equal(form, base),
    restored,
    origin: () => origin.current,
    write: put,
    acknowledge: (fields, theirs) => {
      if (origin.current !== null) origin.current = withFields(origin.current, wordsOfClaim(theirs), fields);
    },
    reset,
    settle: (saved, sent) => {
      const typed = latest.current;
      if (typed === null || equal(typed, sent)) return reset(saved);
      origin.current = wordsOfClaim(saved);
      // A new claim is worked on under its own id from now on.
      if (draftKey !== saved.id && claim === null) {
        clear();
        if (keeps) keep(saved.id, typed, origin.current);
      } else put(typed);
    },
  };
}
