import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ClaimEditor } from '../../components/claim-editor';
import { knownClaim, NearOffer } from '../../components/near-offer';
import { PrivateWindowNotice } from '../../components/notices';
import { StatusMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { indexClaims } from '../../lib/claims/near-duplicates';
import { t } from '../../lib/i18n/translate';
import type { Claim, Claimant } from '../../lib/model/claim';
import { placesOf } from '../../lib/store/claim-places';
import { appearancesOf } from '../../lib/store/claim-views';
import { splitOff, useClaimActions } from '../pages/claim-actions';
import { Conflict } from '../pages/conflict';
import { useClaimDraft } from '../pages/use-claim-form';
import { Appearances } from './appearances';
import { EvidencePicker } from './evidence-picker';
import type { PanelWork, TabProps } from './tab-props';

interface ClaimWorkProps extends TabProps {
  readonly work: PanelWork;
  readonly onList: () => void;
}

/** One claim being worked on; a saved one waits for its row, lest its form start empty. */
export function ClaimWork(props: ClaimWorkProps): JSX.Element {
  const claim = props.data.allClaims.find(({ id }) => id === props.work.id) ?? null;
  if (props.work.id !== null && claim === null) return <NotThere />;
  return <ClaimDesk {...props} claim={claim} />;
}

const ROW_COMES_WITHIN_MS = 1500;

/** A claim that was made just now has no row yet; one that stays away was deleted elsewhere. */
function NotThere(): JSX.Element {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), ROW_COMES_WITHIN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="help" role="status">
      {t(gone ? 'error_not_found' : 'loading')}
    </p>
  );
}

/** The editor, claims that say nearly the same, and where it appears. */
function ClaimDesk(props: ClaimWorkProps & { readonly claim: Claim | null }): JSX.Element | null {
  const { db, page, data, work, claim, onWork } = props;
  const draft = useClaimDraft({
    db,
    draftKey: `claim ${work.id ?? work.address}`,
    claim,
    scaleId: data.settings.scaleId,
    work,
    keeps: !page.privateWindow,
  });
  const known = useMemo(() => claimantsOf(data.allClaims), [data.allClaims]);
  const index = useMemo(() => indexClaims(data.allClaims.map(knownClaim)), [data.allClaims]);
  const doing = useClaimActions(
    {
      ...props,
      privateWindow: page.privateWindow,
      language: work.language,
      scaleId: data.settings.scaleId,
      appearsOn: work.appearsOn,
    },
    claim,
    draft,
  );
  const { form } = draft;
  if (form === null) return null;
  const onJoin = (other: Claim): void => void doing.join(form, other);
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
        beside={<NearOffer index={index} form={form} claim={claim} onOpen={({ id }) => onWork(id)} onJoin={onJoin} />}
        underEvidence={<EvidencePicker db={db} form={form} onChange={draft.write} />}
      >
        {page.privateWindow ? <PrivateWindowNotice consent={doing.consent} onConsent={doing.setConsent} /> : null}
        <Conflict doing={doing} form={form} />
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

function ClaimAppearances({ claim, ...props }: ClaimWorkProps & { claim: Claim }) {
  const { db } = props;
  const read = async () => ({ appearances: await appearancesOf(db, claim.id), places: await placesOf(db, claim) });
  const live = useLive(() => liveQuery(read), `${claim.id} ${claim.appearsAt?.join(' ') ?? ''}`);
  return live.state === 'ready' ? (
    <Appearances {...live.value} onSplit={(annotationId) => void splitOff(props, claim, annotationId)} />
  ) : null;
}
