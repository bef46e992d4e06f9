import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ExportIcon, ImportIcon } from '../../components/icons';
import { StatusMessage } from '../../components/status-message';
import type { ImportProblem, ImportReport } from '../../lib/exchange/import-report';
import { formatBytes, formatNumber, formatShare, t } from '../../lib/i18n/translate';
import type { PressmarkDatabase } from '../../lib/store/database';
import { exportAs, exportToFile, importFromFile } from './exchange';
import { FOREIGN_FORMATS } from './formats';

/** Why a file was refused, in a sentence that names the row. */
export function problemText(problem: ImportProblem): string {
  switch (problem.code) {
    case 'not-json':
      return t('import_not_json', formatNumber(problem.at));
    case 'newer-version':
      return t('import_newer_version', problem.version);
    case 'bad-row':
      return t('import_bad_row', problem.row, problem.detail);
    case 'duplicate-id':
      return t('import_duplicate_id', problem.row);
    case 'missing-article':
      return t('import_missing_article', problem.row);
    case 'storage':
      return t('import_storage', problem.detail);
    case 'not-pressmark':
      return t('import_not_pressmark');
    case 'cancelled':
      return t('import_cancelled');
  }
}

interface ExportButtonProps {
  readonly db: PressmarkDatabase;
  /** Only this article. */
  readonly articleId?: string;
  readonly onDone: (text: string, failed: boolean) => void;
}

/** Writes the file and says where it went; other tools' formats wait behind a second button. */
export function ExportButton({ db, articleId, onDone }: ExportButtonProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const run = async (write: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      onDone(t('transferExported', await write()), false);
    } catch {
      onDone(t('transferExportFailed'), true);
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void run(() => exportToFile(db, articleId))}>
        <ExportIcon />
        {t(busy ? 'transferExporting' : articleId === undefined ? 'transferExportAll' : 'transferExportArticle')}
      </button>
      <details class="formats">
        <summary class="button">{t('exportMore')}</summary>
        <ul>
          {FOREIGN_FORMATS.map((format) => (
            <li key={format}>
              <button
                type="button"
                class="button quiet small"
                disabled={busy}
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  void run(() => exportAs(db, format, articleId));
                }}
              >
                {t(`exportFormat_${format}`)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Reads a file back in, with progress, a way to stop, and a report in plain words. */
export function ImportControl({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<{ name: string; share: number; stop: AbortController } | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const read = async (file: File): Promise<void> => {
    const stop = new AbortController();
    const show = (bytes: number): void =>
      setRunning({ name: file.name, share: file.size === 0 ? 1 : bytes / file.size, stop });
    show(0);
    setReport(await importFromFile(db, file, show, stop.signal));
    setRunning(null);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,.jsonld,.csv,application/json,application/ld+json,text/csv"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void read(file);
          // The same file can be chosen again once it was corrected.
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="button" disabled={running !== null} onClick={() => input.current?.click()}>
        <ImportIcon />
        {t('transferImport')}
      </button>
      {running ? (
        <span class="row" role="status">
          {t('transferImporting', running.name, formatShare(running.share))}
          <button type="button" class="button small" onClick={() => running.stop.abort()}>
            {t('cancel')}
          </button>
        </span>
      ) : null}
      {report ? <ImportReportText report={report} /> : null}
    </>
  );
}

/** What an import did, or why it did nothing. */
export function ImportReportText({ report }: { readonly report: ImportReport }): JSX.Element {
  return (
    <div class="transfer-report">
      {report.ok ? (
        <div role="status">
          <StatusMessage tone="info">
            <p>
              {t(
                'transferImported',
                formatNumber(report.added),
                formatNumber(report.updated),
                formatNumber(report.unchanged),
              )}
            </p>
          </StatusMessage>
        </div>
      ) : (
        <StatusMessage tone="error">
          <p>
            <strong>{t('transferRefused')}</strong> {problemText(report.problem)}
          </p>
        </StatusMessage>
      )}
    </div>
  );
}

/** Where the data lies, how much it is, and what would erase it. */
export function StorageNote({ version }: { readonly version: string }): JSX.Element {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    void navigator.storage.estimate().then(
      ({ usage }) => setUsed(usage ?? null),
      () => setUsed(null),
    );
  }, [version]);
  return (
    <div class="storage-note">
      <p>{t('transferStays')}</p>
      <p>
        <strong>{t('transferUninstall')}</strong>
      </p>
      {used === null ? null : <p class="meta">{t('transferUsed', formatBytes(used))}</p>}
    </div>
  );
}
