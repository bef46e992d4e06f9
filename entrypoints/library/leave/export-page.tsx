import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { ExportIcon } from '../../../components/icons';
import { StatusMessage } from '../../../components/status-message';
import { FORMATS, type Format, type Preview } from '../../../lib/exchange/export-file';
import type { Scope } from '../../../lib/exchange/scope';
import { formatBytes, type MessageKey, plural, t } from '../../../lib/i18n/translate';
import { isTombstone } from '../../../lib/model/tombstone';
import type { Settings } from '../../../lib/settings/settings';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { askPreview } from './jobs';
import { PublisherFields } from './publisher-fields';
import { requestFor } from './save-file';
import { SaveProgress } from './save-progress';
import { TemplateField } from './template-field';
import { UnreviewedList } from './unreviewed-list';
import { useSave } from './use-save';

interface ExportPageProps {
  readonly db: PressmarkDatabase;
  readonly scope: Scope;
  readonly settings: Settings;
}

/** What a file will be, shown before it is written. */
export function ExportPage({ db, scope, settings }: ExportPageProps): JSX.Element {
  const [format, setFormat] = useState<Format>('native');
  const preview = usePreview(format, scope, settings);
  const saving = useSave();
  const nothing = preview !== null && preview.rows === 0;
  return (
    <div class="leave-columns">
      <div class="leave-form">
        <ScopeLine db={db} scope={scope} />
        <FormatChoice value={format} onChange={setFormat} />
        {format === 'notes' || format === 'markdown' ? <TemplateField settings={settings} /> : null}
        {format === 'claimreview' ? <PublisherFields settings={settings} /> : null}
        <div class="row">
          <button
            type="button"
            class="button primary"
            disabled={saving.progress !== null || nothing}
            onClick={() => void saving.save(requestFor(format, scope, settings))}
          >
            <ExportIcon />
            {t('exportSave')}
          </button>
          {preview && preview.rows > 0 ? <span class="meta">{sizeText(format, preview)}</span> : null}
        </div>
        <SaveProgress saving={saving} rows={preview?.rows ?? null} />
      </div>
      <PreviewPane preview={preview} format={format} />
    </div>
  );
}

/** How much a file will hold: an exact size only where all of it was looked at. */
function sizeText(format: Format, { rows, bytes, exact }: Preview): string {
  const size = t(exact ? 'exportSize' : 'exportSizeAbout', formatBytes(bytes));
  const count =
    format === 'native'
      ? plural('exportRows', rows)
      : format === 'claimreview'
        ? plural('exportReviews', rows)
        : plural('libraryQuotes', rows);
  return `${count} · ${size}`;
}

/** The preview of the file as it is set now; null while it is not there yet. */
function usePreview(format: Format, scope: Scope, settings: Settings): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const { markdownTemplate, publisher } = settings;
  useEffect(() => {
    const stop = new AbortController();
    setPreview(null);
    void askPreview(requestFor(format, scope, settings), stop.signal).then((found) => {
      if (!stop.signal.aborted) setPreview(found);
    });
    return () => stop.abort();
  }, [format, scope, markdownTemplate, publisher.name, publisher.url]);
  return preview;
}

function ScopeLine({ db, scope }: { readonly db: PressmarkDatabase; readonly scope: Scope }): JSX.Element {
  const [title, setTitle] = useState('');
  const article = scope.kind === 'articles' ? scope.ids[0] : undefined;
  useEffect(() => {
    if (article === undefined) return;
    void db.articles.get(article).then((row) => setTitle(row && !isTombstone(row) ? row.title : ''));
  }, [article]);
  const text =
    scope.kind === 'all'
      ? t('exportScopeAll')
      : scope.kind === 'annotations'
        ? plural('exportScopeChosen', scope.ids.length)
        : t('exportScopeArticle', title === '' ? t('headerNoTitle') : title);
  return (
    <p class="leave-scope">
      <span dir="auto">{text}</span>
      {scope.kind === 'all' ? null : (
        <>
          {' '}
          <a href="#/export">{t('exportEverythingInstead')}</a>
        </>
      )}
    </p>
  );
}

interface FormatChoiceProps {
  readonly value: Format;
  readonly onChange: (format: Format) => void;
}

function FormatChoice({ value, onChange }: FormatChoiceProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="leave-formats">
      <legend class="section-title">{t('exportFormat')}</legend>
      {FORMATS.map((format) => (
        <label key={format} class="leave-format">
          <input
            type="radio"
            name={name}
            value={format}
            checked={format === value}
            onChange={() => onChange(format)}
            aria-describedby={`${name}-${format}`}
          />
          <span>
            <strong>{t(`exportFormat_${format}`)}</strong>
            <span class="help" id={`${name}-${format}`}>
              {t(`exportHelp_${format}`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function nothingText(format: Format, { unreviewedCount }: Preview): MessageKey {
  if (format !== 'claimreview') return 'exportNothing';
  return unreviewedCount > 0 ? 'exportNoReview' : 'exportNoClaim';
}

interface PreviewPaneProps {
  readonly preview: Preview | null;
  readonly format: Format;
}

function PreviewPane({ preview, format }: PreviewPaneProps): JSX.Element {
  const id = useId();
  return (
    <section class="leave-preview" aria-labelledby={id} aria-busy={preview === null}>
      <h2 class="section-title" id={id}>
        {t('exportPreview')}
      </h2>
      {preview === null ? <p class="help">{t('exportPreviewWait')}</p> : null}
      {preview && preview.rows === 0 ? (
        <StatusMessage tone="info">
          <p>{t(nothingText(format, preview))}</p>
        </StatusMessage>
      ) : null}
      {preview && preview.rows > 0 ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre class="leave-file" dir="auto" tabIndex={0}>
            {preview.text}
            {preview.whole ? '' : '…'}
          </pre>
        </>
      ) : null}
      {preview && preview.unreviewedCount > 0 ? <UnreviewedList preview={preview} /> : null}
    </section>
  );
}
