import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { QuoteIcon } from '../../components/icons';
import { EmptyState } from '../../components/notices';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { DeletedList, UndoBar } from '../../components/undo-bar';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Failure, Result } from '../../lib/model/result';
import type { PressmarkDatabase } from '../../lib/store/database';
import { ArticlePage } from './article-page';
import { Overview } from './overview';
import { ExportButton, ImportControl, StorageNote } from './transfer';
import { type Library, useLibrary, useRoute } from './use-library';

type Deletion = { readonly kind: 'article' | 'annotation'; readonly id: string };

/** The library: every article, quote and claim. */
export function LibraryApp({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const live = useLibrary(db);
  return (
    <div class="library">
      {live.state === 'loading' ? <p class="help">{t('libraryLoading')}</p> : null}
      {live.state === 'failed' ? (
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      ) : null}
      {live.state === 'ready' ? <LibraryRoom db={db} library={live.value} /> : null}
    </div>
  );
}

interface RoomProps {
  readonly db: PressmarkDatabase;
  readonly library: Library;
}

function LibraryRoom({ db, library }: RoomProps): JSX.Element {
  const route = useRoute();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState({ text: '', failed: false });
  const [undoable, setUndoable] = useState<Deletion | null>(null);
  const say = (text: string, failed: boolean): void => setSaid({ text, failed });
  const attempt = async (answer: Promise<Result<unknown>>, then: () => void): Promise<void> => {
    const result = await answer;
    setFailure(result.ok ? null : result.error);
    if (result.ok) then();
  };
  const remove = ({ kind, id }: Deletion): void => {
    void attempt(ask(`${kind}.delete`, { id }), () => {
      setUndoable({ kind, id });
      if (kind === 'article') location.hash = '#/';
    });
  };
  const restore = ({ kind, id }: Deletion): void => {
    const answer: Promise<Result<unknown>> = ask(`${kind}.restore`, { id });
    void attempt(answer, () => {
      setUndoable(null);
      say(t(kind === 'article' ? 'libraryArticleRestored' : 'quoteRestored'), false);
    });
  };
  const entry = library.entries.find(({ article }) => article.id === route);
  return (
    <>
      <TopBar db={db} empty={library.entries.length === 0} onSaid={say} />
      <main>
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
        {entry ? (
          <ArticlePage
            key={entry.article.id}
            db={db}
            id={entry.article.id}
            back="#/"
            onDeleteArticle={({ id }) => remove({ kind: 'article', id })}
            onDeleteQuote={({ id }) => remove({ kind: 'annotation', id })}
            onSaid={say}
            onFailure={setFailure}
          />
        ) : (
          <MainRoom library={library} lost={route !== null && undoable === null} />
        )}
        <DeletedList
          items={library.deleted
            .filter(({ id }) => id !== undoable?.id)
            .map(({ id, title }) => ({ id, text: title === '' ? t('headerNoTitle') : title }))}
          onRestore={(id) => restore({ kind: 'article', id })}
        />
      </main>
      <footer>
        <StorageNote version={`${library.entries.length}`} />
      </footer>
    </>
  );
}

interface TopBarProps {
  readonly db: PressmarkDatabase;
  readonly empty: boolean;
  readonly onSaid: (text: string, failed: boolean) => void;
}

function TopBar({ db, empty, onSaid }: TopBarProps): JSX.Element {
  return (
    <header class="library-top">
      <p class="library-name">
        <img src="/icon/48.png" alt="" width="28" height="28" />
        Pressmark
      </p>
      <div class="row transfer">
        {empty ? null : <ExportButton db={db} onDone={onSaid} />}
        <ImportControl db={db} />
      </div>
    </header>
  );
}

function MainRoom({ library, lost }: { readonly library: Library; readonly lost: boolean }): JSX.Element {
  return (
    <>
      {lost ? (
        <StatusMessage tone="caution">
          <p>{t('libraryNotFound')}</p>
        </StatusMessage>
      ) : null}
      {library.entries.length === 0 ? (
        <>
          <h1 class="hidden-visually">{t('libraryHeading')}</h1>
          <EmptyState icon={<QuoteIcon />} title={t('libraryEmptyTitle')}>
            <p>{t('libraryEmptyText')}</p>
            <p>{t('libraryEmptyImport')}</p>
          </EmptyState>
        </>
      ) : (
        <Overview library={library} />
      )}
    </>
  );
}
