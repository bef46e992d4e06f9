import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hasWords } from '../../components/composer-value';
import { Detection } from '../../components/detection';
import { ExportIcon } from '../../components/icons';
import { LiveRegion } from '../../components/live-region';
import { PrivateWindowNotice } from '../../components/notices';
import { PageHeader } from '../../components/page-header';
import { FailureMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Failure } from '../../lib/model/result';
import { decisionFor, type Settings } from '../../lib/settings/settings';
import type { PressmarkDatabase } from '../../lib/store/database';
import { closePopup } from '../pages/close-popup';
import { NewQuote } from '../pages/new-quote';
import type { OpenPage } from '../pages/open-page';
import { NOTHING_SAVED, readSaved, type Saved } from '../pages/saved';
import { SavedQuotes } from '../pages/saved-quotes';
import { tellsStory } from '../pages/tells-story';
import { useComposer } from '../pages/use-composer';
import { Decisions } from './decisions';
import { PopupFooter } from './footer';
import { Suggested } from './suggested';

interface ArticleViewProps {
  readonly db: PressmarkDatabase;
  readonly page: OpenPage;
}

/** The popup on a page that the annotator is in. */
export function ArticleView({ db, page }: ArticleViewProps): JSX.Element {
  const { url: address, canonicalUrl } = page.state.page;
  const live = useLive(() => liveQuery(() => readSaved(db, [address, canonicalUrl])), `${address} ${canonicalUrl}`);
  if (live.state === 'loading') return <p class="help">{t('loading')}</p>;
  if (live.state === 'failed') return <Unreadable />;
  return <Workbench db={db} page={page} address={address} saved={live.value} />;
}

function Unreadable(): JSX.Element {
  return (
    <div class="popup">
      <main>
        <h1 class="hidden-visually">Pressmark</h1>
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      </main>
      <PopupFooter />
    </div>
  );
}

interface WorkbenchProps extends ArticleViewProps {
  readonly address: string;
  readonly saved: Saved;
}

function Workbench({ db, page, address, saved = NOTHING_SAVED }: WorkbenchProps): JSX.Element {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, say] = useState('');
  const [anyway, annotateAnyway] = useAnyway(page, address, saved.settings);
  const composer = useComposer(db, address, offered(page, saved), saved.settings.colour, page.privateWindow);
  const decision = decisionFor(saved.settings, address, page.state.page.canonicalUrl);
  const recognised =
    (page.detection?.newsArticle === true && decision !== 'not') || anyway || saved.annotations.length > 0;
  const { writing } = composer;
  const engaged = writing !== null && (writing.annotationId !== null || hasWords(writing.value));
  return (
    <div class="popup">
      <main>
        <PageHeader
          facts={page.state.page.facts}
          host={URL.canParse(page.state.page.url) ? new URL(page.state.page.url).host : ''}
          paywalled={page.state.paywalled}
          recognised={recognised}
          tellsStory={recognised || tellsStory(page)}
          onAnnotateAnyway={annotateAnyway}
        >
          {page.detection ? (
            <Detection report={page.detection}>
              {page.privateWindow ? null : (
                <Decisions
                  address={address}
                  canonicalUrl={page.state.page.canonicalUrl}
                  settings={saved.settings}
                  newsArticle={page.detection.newsArticle}
                />
              )}
            </Detection>
          ) : null}
        </PageHeader>
        {failure ? <FailureMessage failure={failure} /> : null}
        {recognised || engaged ? (
          <NewQuote page={page} saved={saved} composer={composer} onFailure={setFailure} onSaid={say} />
        ) : null}
        {recognised && writing !== null && !writing.selectors && writing.annotationId === null ? (
          <Suggested page={page} saved={saved} onFailure={setFailure} onSaid={say} />
        ) : null}
        {page.privateWindow && !writing?.selectors ? (
          <PrivateWindowNotice consent={null} onConsent={() => undefined} />
        ) : null}
        <SavedQuotes
          page={page}
          saved={saved}
          composer={composer}
          engaged={engaged}
          onFailure={setFailure}
          onSaid={say}
        />
        <LiveRegion text={said} />
      </main>
      <PopupFooter>
        {saved.article ? <ExportButton articleId={saved.article.id} /> : null}
        {saved.backupDue ? <BackupButton /> : null}
      </PopupFooter>
    </div>
  );
}

/** Exporting happens in the library: a popup dies when the browser asks where to put a file. */
function ExportButton({ articleId }: { readonly articleId: string }): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet small"
      onClick={() => void ask('library.open', { article: articleId }).then(closePopup)}
    >
      <ExportIcon />
      {t('exportArticle')}
    </button>
  );
}

/** A word that a backup is due, and the way to it. */
function BackupButton(): JSX.Element {
  const open = (): void => {
    void browser.tabs.create({ url: browser.runtime.getURL('library.html#/backup') }).then(closePopup);
  };
  return (
    <button type="button" class="link-button help" onClick={open}>
      {t('backupPopup')}
    </button>
  );
}

/** Whether the reader calls this page an article, against the detector; remembered except in private windows. */
function useAnyway(page: OpenPage, address: string, settings: Settings): [boolean, () => void] {
  const [now, setNow] = useState(false);
  const before = decisionFor(settings, address, page.state.page.canonicalUrl) === 'anyway';
  const decide = (): void => {
    setNow(true);
    if (!page.privateWindow) void ask('settings.patch', { articlesAnyway: [...settings.articlesAnyway, address] });
  };
  return [now || before, decide];
}

/** The page's selection, unless those very words are saved already: they stay selected after saving. */
function offered(page: OpenPage, saved: Saved) {
  const { selection } = page.state;
  if (selection.kind !== 'quote') return null;
  const { selectors, marks } = selection;
  const known = saved.annotations.some(({ quote, position }) =>
    [selectors, marks?.with, marks?.without].some(
      (one) => one?.quote.exact === quote.exact && one.position.start === position.start,
    ),
  );
  return known ? null : selectors;
}
