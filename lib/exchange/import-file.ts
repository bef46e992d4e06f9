import { fillSettings } from '../settings/merge';
import { type Settings, type SettingsPatch, settingsSchema } from '../settings/settings';
import type { PressmarkDatabase } from '../store/database';
import { getSettings, patchSettings } from '../store/settings';
import { type FileProblem, type ImportCounts, ImportStopped, NAMED_REFUSALS, Refusals } from './import-report';
import { Merge } from './merge';
import { type ImportSource, readFile } from './read-file';
import { Staging } from './staging';

export interface ImportProgress {
  /** Reading counts bytes of the file, the others rows. */
  readonly phase: 'reading' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  readonly importId: string;
  readonly now: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export type ImportResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * One import in two steps. `prepare` reads the file, validates every row, puts them aside and says what an import
 * would do. `commit` moves them into the library in one transaction that awaits nothing but the store: all of them or
 * nothing. `clear` forgets what was put aside. None of them throws.
 */
export class ImportJob {
  readonly #db: PressmarkDatabase;
  readonly #options: ImportOptions;
  readonly #staging: Staging;
  readonly #refusals = new Refusals();

  constructor(db: PressmarkDatabase, options: ImportOptions) {
    this.#db = db;
    this.#options = options;
    this.#staging = new Staging(db, options.importId);
  }

  /** Reads the file and counts what its import would do. Nothing in the library changes. */
  prepare(source: ImportSource): Promise<ImportResult<ImportCounts>> {
    const { now, signal } = this.#options;
    return guarded(async () => {
      await readFile(this.#db, source, this.#staging, this.#refusals, {
        now,
        signal,
        onProgress: (done) => this.#tell('reading', done, source.size),
      });
      return this.#counts(await this.#merge(false), await this.#newSettings());
    });
  }

  /**
   * Imports what was prepared. Where rows were refused, the others are imported only with `leaveOut`; without it
   * nothing is, and the problem is `refused-rows`.
   */
  commit(leaveOut: boolean): Promise<ImportResult<ImportCounts>> {
    return guarded(async () => {
      const { articles, snapshots, claims, annotations, staging, settings } = this.#db;
      const tables = [articles, snapshots, claims, annotations, staging, settings];
      return this.#db.transaction('rw', tables, async () => {
        if (!(await this.#staging.isComplete())) throw new ImportStopped({ code: 'storage', detail: 'staging' });
        const done = await this.#merge(true);
        if (!leaveOut && this.#refusals.count + done.refusals.count > 0)
          throw new ImportStopped({ code: 'refused-rows' });
        const patch = await this.#newSettings();
        if (Object.keys(patch).length > 0) await patchSettings(this.#db, patch);
        return this.#counts(done, patch);
      });
    });
  }

  /** Forgets what was put aside; what is left after a crash is cleared at the next start. */
  async clear(): Promise<void> {
    await this.#staging.clear().catch(() => {
      // The background clears what is left at its next start.
    });
  }

  async #merge(write: boolean): Promise<Merge> {
    const phase = write ? 'writing' : 'comparing';
    const merge = new Merge(this.#db, this.#staging, {
      write,
      signal: this.#options.signal,
      onProgress: (done) => this.#tell(phase, done, this.#staging.size),
    });
    await merge.run();
    return merge;
  }

  /** What the file's settings change here. */
  async #newSettings(): Promise<SettingsPatch> {
    return fillSettings(await getSettings(this.#db), this.#staging.settings ?? {});
  }

  #tell(phase: ImportProgress['phase'], done: number, total: number): void {
    this.#options.onProgress?.({ phase, done, total });
  }

  #counts(merge: Merge, settings: SettingsPatch): ImportCounts {
    return {
      ...merge.counts,
      settings: Object.keys(settings).filter((name): name is keyof Settings => name in settingsSchema.entries),
      refused: this.#refusals.count + merge.refusals.count,
      refusals: [...this.#refusals.named, ...merge.refusals.named].slice(0, NAMED_REFUSALS),
    };
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<ImportResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): FileProblem {
  if (error instanceof ImportStopped) return error.problem;
  const names = [error, error instanceof Error ? error.cause : null, innerOf(error)].map((one) =>
    one instanceof Error || one instanceof DOMException ? one.name : '',
  );
  if (names.includes('QuotaExceededError')) return { code: 'storage-full' };
  return { code: 'storage', detail: error instanceof Error ? error.message.slice(0, 300) : String(error) };
}

/** Dexie wraps the browser's errors. */
const innerOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'inner' in error ? error.inner : null;
