import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { ClaimEditor } from '../../components/claim-editor';
import { type ClaimForm, claimWordsOf, type EvidenceForm, problemOf } from '../../components/claim-form';
import { NearClaims } from '../../components/near-claims';
import { PrivateWindowNotice } from '../../components/notices';
import { StatusMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { indexClaims } from '../../lib/claims/near-duplicates';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Claim, Claimant } from '../../lib/model/claim';
import type { Result } from '../../lib/model/result';
import { appearancesOf } from '../../lib/store/claim-views';
import { Appearances } from './appearances';
import type { TabProps, Work } from './article-panel';
import { type ClaimDraft, useClaimDraft } from './use-claim-form';

/** What goes into a claim's form besides what stands there. */
export interface Seed {
  readonly text?: string;
  readonly claimant?: string;
  readonly evidence?: readonly EvidenceForm[];
}

interface ClaimWorkProps extends TabProps {
  readonly work: Work;
  readonly onList: () => void;
}

const MOST_NEAR = 5;

/** One claim being worked on: the editor, claims that say nearly the same, and where it appears. */
export function ClaimWork(props: ClaimWorkProps): JSX.Element | null {
  const { db, page, address, data, work } = props;
  const claim = data.allClaims.find(({ id }) => id === work.id) ?? null;
  const draft = useClaimDraft({
    db,
    draftKey: `claim ${work.id ?? address}`,
    claim,
    scaleId: data.settings.scaleId,
    work,
    keeps: !page.privateWindow,
  });
  const known = useMemo(() => claimantsOf(data.allClaims), [data.allClaims]);
  const doing = useClaimActions(props, claim, draft);
  const { form } = draft;
  if (form === null) return null;
  return (
    <>
      {draft.restored ? (
        <StatusMessage tone="info">
          <p>{t('claimRestored')}</p>
        </StatusMessage>
      ) : null}
      <ClaimEditor
        form={form}
        history={claim?.history ?? []}
        known={known}
        saving={doing.saving}
        dirty={draft.dirty}
        takeFocus={work.id === null}
        onChange={draft.write}
        onSave={() => void doing.save(form)}
        onDiscard={() => draft.reset(claim)}
        onDelete={claim ? () => void doing.remove(claim) : undefined}
        beside={<Near {...props} form={form} claim={claim} onJoin={(other) => void doing.join(form, other)} />}
      >
        {page.privateWindow ? <PrivateWindowNotice consent={doing.consent} onConsent={doing.setConsent} /> : null}
      </ClaimEditor>
      {claim ? <ClaimAppearances {...props} claim={claim} /> : null}
    </>
  );
}

/** The people and organisations that claims were made by, each once, the latest first. */
function claimantsOf(claims: readonly Claim[]): Claimant[] {
  const byName = new Map<string, Claimant>();
  for (const { claimant } of claims) if (claimant && !byName.has(claimant.name)) byName.set(claimant.name, claimant);
  return [...byName.values()];
}

interface NearProps extends ClaimWorkProps {
  readonly form: ClaimForm;
  readonly claim: Claim | null;
  readonly onJoin: (other: Claim) => void;
}

function Near({ data, form, claim, onWork, onJoin }: NearProps): JSX.Element {
  const index = useMemo(
    () =>
      indexClaims(
        data.allClaims
          .filter(({ id }) => id !== claim?.id)
          .map((row) => ({ text: row.text, claimant: row.claimant?.name ?? null, row })),
      ),
    [data.allClaims, claim?.id],
  );
  const near = useMemo(
    () => (form.text.trim() === '' ? [] : index.find({ text: form.text, claimant: form.claimant.trim() || null })),
    [index, form.text, form.claimant],
  );
  return (
    <NearClaims
      near={near.slice(0, MOST_NEAR)}
      onJoin={claim ? onJoin : undefined}
      onOpen={(other) => onWork(other.id)}
    />
  );
}

interface ClaimActions {
  readonly saving: boolean;
  readonly consent: boolean;
  readonly setConsent: (consent: boolean) => void;
  readonly save: (form: ClaimForm) => Promise<Claim | null>;
  readonly remove: (claim: Claim) => Promise<void>;
  readonly join: (form: ClaimForm, other: Claim) => Promise<void>;
}

function useClaimActions(props: ClaimWorkProps, claim: Claim | null, draft: ClaimDraft): ClaimActions {
  const { page, data, onFailure, onSaid, onUndo, onWork, onList } = props;
  const [saving, setSaving] = useState(false);
  const [consent, setConsent] = useState(false);
  const check = <T,>(result: Result<T>): T | null => {
    onFailure(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  };
  const save = async (form: ClaimForm): Promise<Claim | null> => {
    if (page.privateWindow && !consent) {
      onFailure({ code: 'private-window' });
      return null;
    }
    setSaving(true);
    const language = data.article?.language ?? page.state.page.facts.language;
    const words = claimWordsOf(form, claim, language, new Date().toISOString());
    const saved = check(await ask('claim.put', { id: claim?.id ?? null, words }));
    setSaving(false);
    if (!saved) return null;
    setConsent(false);
    draft.reset(saved);
    onSaid(t('claimSaved'));
    if (!claim) onWork(saved.id);
    return saved;
  };
  const remove = async ({ id }: Claim): Promise<void> => {
    const gone = await ask('claim.delete', { id });
    onFailure(gone.ok ? null : gone.error);
    if (!gone.ok) return;
    onList();
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
  return { saving, consent, setConsent, save, remove, join };
}

function ClaimAppearances({ db, claim, onFailure, onSaid, onWork }: ClaimWorkProps & { claim: Claim }) {
  const live = useLive(() => liveQuery(() => appearancesOf(db, claim.id)), claim.id);
  const split = async (annotationId: string): Promise<void> => {
    const made = await ask('claim.split', { annotationId });
    onFailure(made.ok ? null : made.error);
    if (!made.ok) return;
    onSaid(t('claimSplitDone'));
    onWork(made.value.id);
  };
  return live.state === 'ready' ? (
    <Appearances appearances={live.value} onSplit={(annotationId) => void split(annotationId)} />
  ) : null;
}
