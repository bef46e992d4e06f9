import type { ExportRequest, Preview } from '../../../lib/exchange/export-file';
import type { ImportProgress, ImportResult } from '../../../lib/exchange/import-file';
import type { ImportCounts } from '../../../lib/exchange/import-report';
import type { FromWorker, Target, ToWorker, WriteFailure } from './protocol';

const startWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** A worker for one job: what it answers goes to `hear`, and a worker that breaks is heard as an answer too. */
function job(hear: (answer: FromWorker) => void): { send(message: ToWorker): void; end(): void } {
  const worker = startWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  worker.addEventListener('error', ({ message }) => hear({ kind: 'not-written', why: 'failed', detail: message }));
  return { send: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/** Looks at what a file would be; null where it can't be said, or `signal` said that nobody wants to know any more. */
export function askPreview(request: ExportRequest, signal: AbortSignal): Promise<Preview | null> {
  return new Promise((resolve) => {
    const worker = job((answer) => {
      worker.end();
      resolve(answer.kind === 'preview' ? answer.preview : null);
    });
    signal.addEventListener('abort', () => {
      worker.end();
      resolve(null);
    });
    worker.send({ kind: 'preview', request });
  });
}

export type WriteResult =
  | { readonly ok: true; readonly rows: number; readonly bytes: number; readonly file: Blob | null }
  | { readonly ok: false; readonly why: WriteFailure; readonly detail: string };

/** Writes a file. Cancelling through `signal` leaves no half file behind. */
export function writeExport(
  request: ExportRequest,
  target: Target,
  onProgress: (rows: number, bytes: number) => void,
  signal: AbortSignal,
): Promise<WriteResult> {
  return new Promise((resolve) => {
    const worker = job((answer) => {
      if (answer.kind === 'writing') return onProgress(answer.rows, answer.bytes);
      worker.end();
      if (answer.kind === 'written') resolve({ ...answer, ok: true });
      else if (answer.kind === 'not-written') resolve({ ...answer, ok: false });
    });
    signal.addEventListener('abort', () => worker.send({ kind: 'cancel' }));
    worker.send({ kind: 'write', request, target });
  });
}

/** An import that is under way, or waits for its decision. */
export interface ImportHandle {
  /** What the import would do. */
  readonly prepared: Promise<ImportResult<ImportCounts>>;
  /** Imports what was prepared. */
  commit(leaveOut: boolean): Promise<ImportResult<ImportCounts>>;
  /** Ends it at any moment before the last row is written: nothing changes. */
  cancel(): void;
  /** Frees the worker, once everything was said. */
  end(): void;
}

/** Reads a file for import; nothing changes in the library before `commit`. */
export function startImport(file: File, now: string, onProgress: (progress: ImportProgress) => void): ImportHandle {
  const prepared = Promise.withResolvers<ImportResult<ImportCounts>>();
  const committed = Promise.withResolvers<ImportResult<ImportCounts>>();
  const worker = job((answer) => {
    if (answer.kind === 'importing') onProgress(answer.progress);
    else if (answer.kind === 'prepared') prepared.resolve(answer.result);
    else if (answer.kind === 'committed') committed.resolve(answer.result);
    else if (answer.kind === 'not-written') {
      const failed = { ok: false, problem: { code: 'storage', detail: answer.detail } } as const;
      prepared.resolve(failed);
      committed.resolve(failed);
    }
  });
  worker.send({ kind: 'prepare', file, importId: crypto.randomUUID(), now });
  return {
    prepared: prepared.promise,
    commit: (leaveOut) => {
      worker.send({ kind: 'commit', leaveOut });
      return committed.promise;
    },
    cancel: () => worker.send({ kind: 'cancel' }),
    end: () => worker.end(),
  };
}
