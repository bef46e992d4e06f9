import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ClaimForm, claimFormOf, claimFormSchema } from '../../components/claim-form';
import { emptyComposer } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Claim } from '../../lib/model/claim';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { Work } from './article-panel';
import type { Seed } from './claim-work';

/** What is typed on a claim, kept in the store at every keystroke except in private windows. */
export interface ClaimDraft {
  /** Null until the draft was looked for. */
  readonly form: ClaimForm | null;
  /** Something was typed that the claim does not have. */
  readonly dirty: boolean;
  /** It was taken up from an earlier opening of the panel. */
  readonly restored: boolean;
  readonly write: (form: ClaimForm) => void;
  /** Gives up what was typed, or takes over what was saved. */
  readonly reset: (claim: Claim | null) => void;
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

function parse(text: string | undefined): ClaimForm | null {
  try {
    const parsed = v.safeParse(claimFormSchema, JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.output : null;
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

/** The form of one claim; it follows the claim as long as nothing was typed. */
export function useClaimDraft({ db, draftKey, claim, scaleId, work, keeps }: ClaimDraftOptions): ClaimDraft {
  const [form, setForm] = useState<ClaimForm | null>(null);
  const [restored, setRestored] = useState(false);
  const base = claimFormOf(claim, scaleId);
  const seen = useRef(base);
  const applied = useRef(0);
  const put = (next: ClaimForm): void => {
    setForm(next);
    if (!keeps) return;
    const { words } = emptyComposer();
    void ask('draft.put', {
      page: draftKey,
      composer: 'panel',
      annotationId: null,
      selectors: null,
      words,
      claim: null,
      form: JSON.stringify(next),
      updatedAt: new Date().toISOString(),
    });
  };
  useEffect(() => {
    const stored = keeps ? db.drafts.get([draftKey, 'panel']).catch(() => undefined) : Promise.resolve(undefined);
    void stored.then((draft) => {
      const found = parse(draft?.form);
      setRestored(found !== null && !equal(found, base));
      applied.current = work.turn;
      const next = withSeed(found ?? base, work.seed);
      if (work.seed) put(next);
      else setForm(next);
    });
  }, [draftKey]);
  useEffect(() => {
    // The claim changed elsewhere: follow it, unless something was typed here.
    setForm((now) => (now !== null && equal(now, seen.current) ? base : now));
    seen.current = base;
  }, [claim?.updatedAt]);
  useEffect(() => {
    if (form === null || applied.current === work.turn) return;
    applied.current = work.turn;
    if (work.seed) put(withSeed(form, work.seed));
  }, [work.turn]);
  return {
    form,
    dirty: form !== null && !equal(form, base),
    restored,
    write: put,
    reset: (saved) => {
      setForm(claimFormOf(saved, scaleId));
      setRestored(false);
      if (keeps) void ask('draft.clear', { page: draftKey, composer: 'panel' });
    },
  };
}
