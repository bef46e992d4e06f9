import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ImportIcon, QuoteIcon } from '../../components/icons';
import { EmptyState } from '../../components/notices';
import { useColourNames } from '../../components/settings-context';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { DeletedList, UndoBar } from '../../components/undo-bar';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Failure, Result } from '../../lib/model/result';
import { EMPTY_SEARCH } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { Undo } from '../pages/work';
import { ArticlePage } from './article-page';
import { ClaimPage } from './claim-page';
import { DamagedNotice } from './damaged-notice';
import { LeaveRoom } from './leave/leave-room';
import { LibraryNotices } from './leave/library-notices';
import { useRoom } from './leave/rooms';
import { RecentOperations, useRecentOperations } from './operation-report';
import { Overview } from './overview';
import { backToSearch, cameBack, go, hashOf, type Route, useRoute } from './route';
import { SearchClient } from './search-client';
import { TagsPage } from './tags-page';
import { type Place, TopBar } from './top-bar';
import { StorageNote } from './transfer';
import { useDeleted, useEmpty } from './use-library';

type Deletion = { readonly kind: 'article' | 'annotation'; readonly id: string };

/** The library: every article, quote and claim. */
export function LibraryApp({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const room = useRoom();
  // Those rooms read nothing of the library that they do not need: they work while it is being filled.
  return room ? <LeaveRoom db={db} room={room} /> : <WholeLibrary db={db} />;
}

function WholeLibrary({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const [broken, setBroken] = useState(false);
  const colourNames = useColourNames();
  const client = useMemo(() => new SearchClient(colourNames, () => setBroken(true)), [colourNames]);
  useEffect(() => () => client.end(), [client]);
  const empty = useEmpty(db);
  return (
    <div class="library">
      {empty.state === 'failed' || broken ? (
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      ) : null}
      <LibraryRoom db={db} client={client} empty={empty.state === 'ready' && empty.value} />
    </div>
  );
}

/** A page that does not search has nothing to wait for. */
const STANDING_MS = 3_000;

/** Whether the library was read, or was long enough in doing so: what is not asked for by anybody can begin. */
function useStanding(client: SearchClient): boolean {
  const [standing, setStanding] = useState(false);
  useEffect(() => {
    if (standing) return;
    const timer = setTimeout(() => setStanding(true), STANDING_MS);
    const stop = client.onChanged((read) => read === 1 && setStanding(true));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, standing]);
  return standing;
}

interface RoomProps {
  readonly db: PressmarkDatabase;
  readonly client: SearchClient;
  readonly empty: boolean;
}

function LibraryRoom({ db, client, empty }: RoomProps): JSX.Element {
  const route = useRoute();
  const deleted = useDeleted(db);
  const recent = useRecentOperations(db);
  const standing = useStanding(client);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState({ text: '', failed: false });
  const [undoable, setUndoable] = useState<Deletion | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const say = (text: string, failed: boolean): void => setSaid({ text, failed });
  const attempt = async (answer: Promise<Result<unknown>>, then: () => void): Promise<void> => {
    const result = await answer;
    setFailure(result.ok ? null : result.error);
    if (result.ok) then();
  };
  const remove = ({ kind, id }: Deletion): void => {
    void attempt(ask(`${kind}.delete`, { id }), () => {
      setUndoable({ kind, id });
      if (kind === 'article') location.hash = backToSearch();
    });
  };
  const restore = ({ kind, id }: Deletion): void => {
    const answer: Promise<Result<unknown>> = ask(`${kind}.restore`, { id });
    void attempt(answer, () => {
      setUndoable(null);
      say(t(kind === 'article' ? 'libraryArticleRestored' : 'quoteRestored'), false);
    });
  };
  return (
    <>
      <TopBar here={hereOf(route)} />
      <main>
        {standing ? <LibraryNotices db={db} /> : null}
        {standing ? <DamagedNotice db={db} /> : null}
        {failure ? <FailureMessage failure={failure} /> : null}
        <div role="status">
          {said.text === '' ? null : <StatusMessage tone={said.failed ? 'caution' : 'info'}>{said.text}</StatusMessage>}
        </div>
        {undoable ? (
          <UndoBar
            text={t(undoable.kind === 'article' ? 'libraryArticleDeleted' : 'quoteDeleted')}
            onUndo={() => restore(undoable)}
            onDismiss={() => setUndoable(null)}
          />
        ) : null}
        {undo ? (
          <UndoBar
            text={undo.text}
            onUndo={() => void undo.run().then(() => setUndo(null))}
            onDismiss={() => setUndo(null)}
          />
        ) : null}
        <RouteRoom
          db={db}
          client={client}
          empty={empty}
          route={route}
          onRemove={remove}
          onSaid={say}
          onFailure={setFailure}
          onUndo={setUndo}
        />
        <DeletedList
          items={(deleted.state === 'ready' ? deleted.value : [])
            .filter(({ id, deletedAt }) => id !== undoable?.id && !recent.some(({ at }) => at === deletedAt))
            .map(({ id, title }) => ({ id, text: title === '' ? t('headerNoTitle') : title }))}
          onRestore={(id) => restore({ kind: 'article', id })}
        />
        <RecentOperations db={db} />
      </main>
      <footer>
        <StorageNote version={`${empty}`} />
      </footer>
    </>
  );
}

interface RouteRoomProps extends RoomProps {
  readonly route: Route;
  readonly onRemove: (deletion: Deletion) => void;
  readonly onSaid: (text: string, failed: boolean) => void;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onUndo: (undo: Undo | null) => void;
}

/** What the address names: an article, a claim, or a search. */
function RouteRoom({ db, client, empty, route, onRemove, onSaid, onFailure, onUndo }: RouteRoomProps): JSX.Element {
  const address = hashOf(route);
  useLayoutEffect(() => {
    // A list keeps its own place; whatever else is opened begins at its top.
    if (route.page !== 'search' && !cameBack()) scrollTo({ top: 0 });
  }, [address]);
  if (route.page === 'article') {
    return (
      <ArticlePage
        key={route.id}
        db={db}
        id={route.id}
        quote={route.quote}
        back={backToSearch()}
        onDeleteArticle={({ id }) => onRemove({ kind: 'article', id })}
        onDeleteQuote={({ id }) => onRemove({ kind: 'annotation', id })}
        onSaid={onSaid}
        onFailure={onFailure}
      />
    );
  }
  if (route.page === 'claim') {
    return (
      <ClaimPage
        key={route.id}
        db={db}
        id={route.id}
        back={backToSearch()}
        onSaid={(text) => onSaid(text, false)}
        onFailure={onFailure}
        onUndo={onUndo}
        onOpen={(id) => go({ page: 'claim', id })}
      />
    );
  }
  if (route.page === 'tags') return <TagsPage db={db} back={backToSearch()} />;
  if (empty) return <EmptyLibrary />;
  return <Overview db={db} client={client} state={route.page === 'search' ? route.state : EMPTY_SEARCH} />;
}

/** The way of the top bar that leads to where the reader is. */
function hereOf({ page }: Route): Place | null {
  return page === 'search' || page === 'tags' ? page : null;
}

function EmptyLibrary(): JSX.Element {
  return (
    <>
      <h1 class="hidden-visually">{t('libraryHeading')}</h1>
      <EmptyState icon={<QuoteIcon />} title={t('libraryEmptyTitle')}>
        <p>{t('libraryEmptyText')}</p>
        <p>
          <a class="button primary" href="/welcome.html">
            {t('libraryEmptyHow')}
          </a>
        </p>
        <p>{t('libraryEmptyImport')}</p>
        <p>
          <a class="button" href="#/import">
            <ImportIcon />
            {t('transferImport')}
          </a>
        </p>
      </EmptyState>
    </>
  );
}
