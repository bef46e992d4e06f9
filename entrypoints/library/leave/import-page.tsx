import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ImportIcon } from '../../../components/icons';
import { StatusMessage } from '../../../components/status-message';
import type { ImportProgress } from '../../../lib/exchange/import-file';
import type { FileProblem, ImportCounts } from '../../../lib/exchange/import-report';
import { type MessageKey, t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import { ImportPlan } from './import-plan';
import { type ImportHandle, startImport } from './jobs';
import { problemText } from './refusal-text';
import { ShareProgress } from './save-progress';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'working'; readonly name: string; readonly progress: ImportProgress }
  | { readonly at: 'asking'; readonly name: string; readonly counts: ImportCounts }
  | { readonly at: 'done'; readonly name: string; readonly counts: ImportCounts }
  | { readonly at: 'refused'; readonly name: string; readonly problem: FileProblem };

const PHASES: Readonly<Record<ImportProgress['phase'], MessageKey>> = {
  reading: 'importReading',
  comparing: 'importComparing',
  writing: 'importWriting',
};

/** Reads a file back in: first what would happen, row by row; then all of it, or nothing. */
export function ImportPage(): JSX.Element {
  const { step, read, commit, cancel } = useImport();
  return (
    <div class="leave-import">
      <p class="leave-intro">{t('importIntro')}</p>
      {step.at === 'choose' || step.at === 'done' || step.at === 'refused' ? <FileChoice onFile={read} /> : null}
      {step.at === 'choose' ? <Kinds /> : null}
      {step.at === 'working' ? (
        <>
          <p dir="auto">
            <strong>{step.name}</strong>
          </p>
          <ShareProgress label={t(PHASES[step.progress.phase])} {...step.progress} onCancel={cancel} />
        </>
      ) : null}
      {step.at === 'asking' ? (
        <ImportPlan name={step.name} counts={step.counts} onImport={commit} onCancel={cancel} />
      ) : null}
      <div role="status">{step.at === 'done' ? <ImportPlan name={step.name} counts={step.counts} done /> : null}</div>
      {step.at === 'refused' ? (
        <StatusMessage tone={step.problem.code === 'cancelled' ? 'info' : 'error'}>
          <p>
            <strong>{t('transferRefused')}</strong> {problemText(step.problem)}
          </p>
        </StatusMessage>
      ) : null}
    </div>
  );
}

interface Importing {
  readonly step: Step;
  readonly read: (file: File) => void;
  readonly commit: (leaveOut: boolean) => void;
  readonly cancel: () => void;
}

function useImport(): Importing {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const running = useRef<{ readonly handle: ImportHandle; readonly name: string } | null>(null);
  // Leaving the room is leaving the import: what was put aside goes with its worker.
  useEffect(() => () => running.current?.handle.cancel(), []);
  const end = (next: Step): void => {
    running.current?.handle.end();
    running.current = null;
    setStep(next);
  };
  const read = async (file: File): Promise<void> => {
    const { name } = file;
    const show = (progress: ImportProgress): void => setStep({ at: 'working', name, progress });
    show({ phase: 'reading', done: 0, total: file.size });
    const handle = startImport(file, new Date().toISOString(), show);
    running.current = { handle, name };
    const prepared = await handle.prepared;
    if (running.current?.handle !== handle) return;
    if (prepared.ok) setStep({ at: 'asking', name, counts: prepared.value });
    else end({ at: 'refused', name, problem: prepared.problem });
  };
  const commit = async (leaveOut: boolean): Promise<void> => {
    const job = running.current;
    if (!job) return;
    setStep({ at: 'working', name: job.name, progress: { phase: 'writing', done: 0, total: 1 } });
    const result = await job.handle.commit(leaveOut);
    const { ok } = result;
    if (ok && result.value.added + result.value.updated + result.value.settings.length > 0)
      await ask('store.changed', {});
    end(
      result.ok
        ? { at: 'done', name: job.name, counts: result.value }
        : { at: 'refused', name: job.name, problem: result.problem },
    );
  };
  const cancel = (): void => {
    const job = running.current;
    if (!job) return;
    job.handle.cancel();
    // While it reads or writes, the worker itself says how it ended; nothing else is pending otherwise.
    if (step.at === 'asking') {
      running.current = null;
      setStep({ at: 'choose' });
    }
  };
  return { step, read: (file) => void read(file), commit: (leaveOut) => void commit(leaveOut), cancel };
}

const KINDS = ['native', 'w3c', 'hypothesis', 'csv'] as const;

/** What can be read, and what of it comes in. */
function Kinds(): JSX.Element {
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('importKinds')}</h2>
      <ul class="leave-kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <strong>{t(`importKind_${kind}`)}</strong>
            <span class="help">{t(`importKindHelp_${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileChoice({ onFile }: { readonly onFile: (file: File) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut for the button
    <div
      class={`drop leave-drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".json,.jsonld,.csv,application/json,application/ld+json,text/csv"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again once it was corrected.
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="button primary" onClick={() => input.current?.click()}>
        <ImportIcon />
        {t('importChoose')}
      </button>
      <p class="help">{t('importDrop')}</p>
    </div>
  );
}
