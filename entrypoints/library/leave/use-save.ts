import { useRef, useState } from 'preact/hooks';
import type { ExportRequest } from '../../../lib/exchange/export-file';
import { formatBytes, t } from '../../../lib/i18n/translate';
import { saveFile } from './save-file';

export interface Saving {
  /** Rows and bytes written so far; null where nothing is being written. */
  readonly progress: { readonly rows: number; readonly bytes: number } | null;
  /** What became of the last file. */
  readonly said: { readonly text: string; readonly failed: boolean } | null;
  /** Writes a file; true once it is there. */
  save(request: ExportRequest): Promise<boolean>;
  cancel(): void;
}

/** Writing one file at a time, with progress, a way to stop, and what became of it in words. */
export function useSave(): Saving {
  const [progress, setProgress] = useState<Saving['progress']>(null);
  const [said, setSaid] = useState<Saving['said']>(null);
  const stop = useRef(new AbortController());
  const save = async (request: ExportRequest): Promise<boolean> => {
    stop.current = new AbortController();
    setSaid(null);
    const result = await saveFile(request, {
      onStart: () => setProgress({ rows: 0, bytes: 0 }),
      onProgress: (rows, bytes) => setProgress({ rows, bytes }),
      signal: stop.current.signal,
    });
    setProgress(null);
    if (!result) return false;
    if (result.ok) setSaid({ text: t('exportDone', result.name, formatBytes(result.bytes)), failed: false });
    else if (result.why === 'cancelled') setSaid({ text: t('exportCancelled'), failed: false });
    else setSaid({ text: t(result.why === 'full' ? 'exportFull' : 'transferExportFailed'), failed: true });
    return result.ok;
  };
  return { progress, said, save, cancel: () => stop.current.abort() };
}
