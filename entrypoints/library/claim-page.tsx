import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { ClaimEditor } from '../../components/claim-editor';
import { ClaimLine } from '../../components/claim-line';
import { BackIcon } from '../../components/icons';
import { NearOffer } from '../../components/near-offer';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { formatDate, formatStatedDay, t } from '../../lib/i18n/translate';
import type { Claim } from '../../lib/model/claim';
import type { Failure } from '../../lib/model/result';
import { type ClaimView, claimView } from '../../lib/store/claim-views';
import type { PressmarkDatabase } from '../../lib/store/database';
import { getSettings } from '../../lib/store/settings';
import { splitOff, useClaimActions } from '../pages/claim-actions';
import { Conflict } from '../pages/conflict';
import { useClaimDraft } from '../pages/use-claim-form';
import type { Undo, Work } from '../pages/work';
import { AppearanceTimeline, EvidenceView, VerdictHistory } from './claim-timeline';
import { useClaimIndex } from './use-claim-index';
import '../../components/styles/work.css';
import '../../components/styles/claim-work.css';
import './article.css';
import './claim.css';

interface ClaimPageProps {
  readonly db: PressmarkDatabase;
  readonly id: string;
  /** Where the way back leads. */
  readonly back: string;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onSaid: (text: string) => void;
  readonly onUndo: (undo: Undo | null) => void;
  /** Opens another claim. */
  readonly onOpen: (id: string) => void;
}

/** One claim: what is said and by whom, where it appears, what was found and on what it rests. */
export function ClaimPage(props: ClaimPageProps): JSX.Element {
  const { db, id, back } = props;
  const live = useLive(
    () => liveQuery(async () => ({ view: await claimView(db, id), scaleId: (await getSettings(db)).scaleId })),
    id,
  );
  return (
    <div class="article-page claim-page">
      <p>
        <a class="button quiet small" href={back}>
          <BackIcon />
          {t('libraryBack')}
        </a>
      </p>
      {live.state === 'loading' ? <p class="help">{t('libraryLoading')}</p> : null}
      {live.state === 'failed' ? (
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      ) : null}
      {live.state === 'ready' && live.value.view === null ? (
        <StatusMessage tone="caution">
          <h1 class="hidden-visually">{t('libraryNotFoundTitle')}</h1>
          <p>{t('claimNotFound')}</p>
        </StatusMessage>
      ) : null}
      {live.state === 'ready' && live.value.view !== null ? (
        <ClaimRoom {...props} key={id} view={live.value.view} scaleId={live.value.scaleId} />
      ) : null}
    </div>
  );
}

interface ClaimRoomProps extends ClaimPageProps {
  readonly view: ClaimView;
  readonly scaleId: string;
}

function ClaimRoom(props: ClaimRoomProps): JSX.Element {
  const { claim, appearances, places } = props.view;
  const split = (annotationId: string): Promise<void> =>
    splitOff({ ...props, onWork: props.onOpen }, claim, annotationId);
  return (
    <>
      <header class="page-header">
        <h1 class="headline" dir="auto">
          {claim.text}
        </h1>
        <ClaimLine claim={claim} />
        <p class="meta">
          {[
            claim.claimDate ? t('claimMadeOn', formatStatedDay(claim.claimDate)) : null,
            t('claimChangedOn', formatDate(claim.updatedAt)),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </header>
      <div class="claim-columns">
        <div class="article-main">
          <VerdictHistory claim={claim} />
          <EvidenceView evidence={claim.evidence} />
          <AppearanceTimeline
            appearances={appearances}
            places={places}
            onSplit={(annotationId) => void split(annotationId)}
          />
        </div>
        <section class="claim-work panel" aria-label={t('claimWorkOn')}>
          <Editor {...props} />
        </section>
      </div>
    </>
  );
}

function Editor({ db, view, scaleId, ...place }: ClaimRoomProps): JSX.Element | null {
  const { claim } = view;
  const work: Work = { id: claim.id, seed: null };
  const draft = useClaimDraft({ db, draftKey: `claim ${claim.id}`, claim, scaleId, work, keeps: true });
  const known = useClaimIndex(db, claim.updatedAt);
  const doing = useClaimActions(
    {
      ...place,
      privateWindow: false,
      language: claim.language,
      scaleId,
      appearsOn: null,
      onWork: place.onOpen,
      onList: () => {
        location.hash = place.back;
      },
    },
    claim,
    draft,
  );
  const { form } = draft;
  if (form === null) return null;
  const open = ({ id }: Claim): void => place.onOpen(id);
  return (
    <>
      {draft.restored ? (
        <StatusMessage tone="info">
          <p>{t('claimRestored')}</p>
        </StatusMessage>
      ) : null}
      <ClaimEditor
        form={form}
        history={[]}
        known={known.claimants}
        saving={doing.saving}
        dirty={draft.dirty}
        onChange={draft.write}
        onSave={() => void doing.save(form)}
        onDiscard={() => draft.reset(claim)}
        onDelete={() => void doing.remove(claim)}
        beside={
          <NearOffer
            index={known.index}
            form={form}
            claim={claim}
            onOpen={open}
            onJoin={(other) => void doing.join(form, other)}
          />
        }
      >
        <Conflict doing={doing} form={form} />
      </ClaimEditor>
    </>
  );
}
