import { useState } from 'preact/hooks';
import { type ClaimForm, claimFormOf, claimWordsOf, problemOf, withFieldsOf } from '../../components/claim-form';
import { useVerdictScales } from '../../components/settings-context';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { PageFacts } from '../../lib/messages/protocol';
import type { Claim } from '../../lib/model/claim';
import type { ClaimField, SavedClaim } from '../../lib/model/claim-merge';
import { newId } from '../../lib/model/new-id';
import type { Failure, Result } from '../../lib/model/result';
import type { VerdictScale } from '../../lib/model/vocabulary';
import { useAttempts } from './use-attempts';
import type { ClaimDraft } from './use-claim-form';
import type { Undo } from './work';

/** Where a claim is worked on, and who is told what came of it. */
export interface ClaimPlace {
  /** Nothing is stored in a private window unless the reader says so each time. */
  readonly privateWindow: boolean;
  /** The language of a claim that has none yet. */
  readonly language: string | null;
  readonly scaleId: string;
  /** The page that a new one appears on without a quote; null where it was not begun on one. */
  readonly appearsOn: PageFacts | null;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onSaid: (text: string) => void;
  readonly onUndo: (undo: Undo | null) => void;
  /** Opens a claim. */
  readonly onWork: (id: string) => void;
  /** Leaves a claim that is gone. */
  readonly onList: () => void;
}

/** A claim that was changed elsewhere in the same fields as here. */
export interface ClaimConflict {
  readonly fields: readonly ClaimField[];
  readonly theirs: Claim;
}

export interface ClaimActions {
  readonly saving: boolean;
  readonly consent: boolean;
  readonly setConsent: (consent: boolean) => void;
  readonly conflict: ClaimConflict | null;
  readonly keepMine: (form: ClaimForm) => Promise<void>;
  readonly takeTheirs: (form: ClaimForm) => void;
  readonly save: (form: ClaimForm) => Promise<Claim | null>;
  readonly remove: (claim: Claim) => Promise<void>;
  readonly join: (form: ClaimForm, other: Claim) => Promise<void>;
}

/** Saves what is typed: a change, or a new claim, which is made once however often it is pressed without an answer. */
function usePut(place: ClaimPlace, claim: Claim | null, draft: ClaimDraft) {
  const attempts = useAttempts();
  const scales = useVerdictScales();
  return async (form: ClaimForm): Promise<Result<SavedClaim>> => {
    const { words, base } = wordsFor(form, claim, draft, place, scales);
    if (claim) return ask('claim.put', { id: claim.id, words, base });
    const on = place.appearsOn ? { page: place.appearsOn } : {};
    const made = await ask('claim.make', { id: attempts.idOf(form), words, ...on });
    if (made.ok) attempts.done(form);
    return made;
  };
}

/** What can be done with a claim that is being worked on, each with its report and its undo. */
export function useClaimActions(place: ClaimPlace, claim: Claim | null, draft: ClaimDraft): ClaimActions {
  const { onFailure, onSaid, onUndo } = place;
  const [saving, setSaving] = useState(false);
  const [consent, setConsent] = useState(false);
  const [conflict, setConflict] = useState<ClaimConflict | null>(null);
  const put = usePut(place, claim, draft);
  const check = <T>(result: Result<T>): T | null => {
    onFailure(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  };
  const save = async (form: ClaimForm): Promise<Claim | null> => {
    if (place.privateWindow && !consent) {
      onFailure({ code: 'private-window' });
      return null;
    }
    setSaving(true);
    const saved = check(await put(form));
    setSaving(false);
    if (!saved) return null;
    if (saved.conflicts.length > 0) {
      setConflict({ fields: saved.conflicts, theirs: saved.claim });
      return null;
    }
    setConflict(null);
    setConsent(false);
    draft.settle(saved.claim, form);
    onSaid(t('claimSaved'));
    if (!claim) place.onWork(saved.claim.id);
    return saved.claim;
  };
  const remove = async ({ id }: Claim): Promise<void> => {
    const gone = await ask('claim.delete', { id });
    onFailure(gone.ok ? null : gone.error);
    if (!gone.ok) return;
    place.onList();
    onUndo({
      text: t('claimDeleted'),
      run: async () => {
        check(await ask('claim.restore', { id }));
      },
    });
  };
  const join = async (form: ClaimForm, other: Claim): Promise<void> => {
    // What is typed is saved first: a join merges what is stored.
    const current = draft.dirty ? (problemOf(form) === null ? await save(form) : null) : claim;
    if (!current) return;
    const record = check(await ask('claim.join', { keep: current.id, gone: other.id }));
    if (!record) return;
    onSaid(t('nearJoined'));
    onUndo({
      text: t('nearJoined'),
      run: async () => {
        const undone = await ask('claim.unjoin', record);
        onFailure(undone.ok ? null : undone.error);
        if (undone.ok) onSaid(t('nearUnjoined'));
      },
    });
  };
  const keepMine = async (form: ClaimForm): Promise<void> => {
    if (!conflict) return;
    draft.acknowledge(conflict.fields, conflict.theirs);
    await save(form);
  };
  const takeTheirs = (form: ClaimForm): void => {
    if (!conflict) return;
    const { fields, theirs } = conflict;
    draft.acknowledge(fields, theirs);
    draft.write(withFieldsOf(form, claimFormOf(theirs, place.scaleId), fields));
    setConflict(null);
  };
  return { saving, consent, setConsent, conflict, keepMine, takeTheirs, save, remove, join };
}

/** Makes an appearance of a claim a claim of its own and opens it; taking that back joins the two again. */
export async function splitOff(
  { onFailure, onSaid, onUndo, onWork }: Pick<ClaimPlace, 'onFailure' | 'onSaid' | 'onUndo' | 'onWork'>,
  whole: Claim,
  annotationId: string,
): Promise<void> {
  const made = await ask('claim.split', { annotationId, part: newId() });
  onFailure(made.ok ? null : made.error);
  if (!made.ok) return;
  onSaid(t('claimSplitDone'));
  onWork(made.value.id);
  onUndo({
    text: t('claimSplitDone'),
    run: async () => {
      const joined = await ask('claim.join', { keep: whole.id, gone: made.value.id });
      onFailure(joined.ok ? null : joined.error);
      if (!joined.ok) return;
      onSaid(t('nearJoined'));
      onWork(whole.id);
    },
  });
}

/** What is typed, and what was there when typing began, both as the form writes them: else its tidying were a change. */
function wordsFor(
  form: ClaimForm,
  claim: Claim | null,
  draft: ClaimDraft,
  { language, scaleId }: ClaimPlace,
  scales: readonly VerdictScale[],
) {
  const now = new Date().toISOString();
  const origin = claim && draft.origin();
  return {
    words: claimWordsOf(form, origin ?? claim, language, scales, now),
    base: origin && claimWordsOf(claimFormOf(origin, scaleId), origin, language, scales, now),
  };
}
