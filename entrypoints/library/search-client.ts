import { progressLabel } from '../../lib/i18n/claim-words';
import { currentLocale } from '../../lib/i18n/translate';
import { type ColourNames, claimTypeLabel, colourLabel, sightingLabel, verdictLabel } from '../../lib/i18n/words';
import { CLAIM_TYPES, COLOURS, PROGRESS, SIGHTINGS, VERDICT_SCALES } from '../../lib/model/vocabulary';
import type { Answers, Found, FromWorker, NameTable, Question, SomeIds, ToWorker } from '../../lib/search/protocol';
import type { Item } from '../../lib/search/search';
import type { SearchState } from '../../lib/search/state';
import { portions } from '../../lib/store/portions';

interface Waiting {
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (error: Error) => void;
}

/** So many ids come in one message: they are taken in within a few milliseconds. */
const IDS_AT_ONCE = 5_000;

/** The page's end of the search worker. */
export class SearchClient {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(read: number) => void>();
  private asked = 0;

  /** `colourNames` are those that the reader searches by; `onBroken` is called where the worker cannot read the store. */
  constructor(
    private readonly colourNames: ColourNames,
    private readonly onBroken: () => void,
  ) {}

  /**
   * Starts the worker, which reads the whole library: not before the first lines are on screen, if they can be had
   * without it. A question starts it too.
   */
  start(): Worker {
    if (this.worker !== null) return this.worker;
    const worker = new Worker('/search-worker.js');
    this.worker = worker;
    worker.addEventListener('error', this.onBroken);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('changed' in data) for (const listener of this.listeners) listener(data.read);
      else if ('broken' in data) this.onBroken();
      else this.settle(data);
    });
    const start: ToWorker = { ask: 'start', names: nameTable(this.colourNames), locale: currentLocale() };
    worker.postMessage(start);
    return worker;
  }

  /** Runs a search; the promise gives its numbers and its lines from one place up to another. */
  search(state: SearchState, from: number, to: number): Promise<Found> {
    return this.ask<'search'>({ ask: 'search', state, from, to });
  }

  /** Further lines of a run; none where another search was run since. */
  items(run: number, from: number, to: number): Promise<readonly Item[]> {
    return this.ask<'items'>({ ask: 'items', run, from, to });
  }

  /** The ids of everything that a search finds in its view, in order. */
  async allIds(state: SearchState): Promise<readonly string[]> {
    const all: string[] = [];
    for (let run: number | null = null; ; ) {
      const from = all.length;
      const some: SomeIds = await this.ask<'allIds'>({ ask: 'allIds', state, from, to: from + IDS_AT_ONCE });
      if (run !== null && some.run !== run) all.length = 0;
      else for (const id of some.ids) all.push(id);
      run = some.run;
      if (all.length >= some.total) return all;
    }
  }

  /** The ids of the quotes that a search finds in these articles or claims; of quotes, themselves. */
  async quoteIds(state: SearchState, ids: readonly string[]): Promise<readonly string[]> {
    if (state.view === 'quotes') return ids;
    const found: string[] = [];
    for (const some of portions(ids)) {
      for (const id of await this.ask<'quoteIds'>({ ask: 'quoteIds', state, ids: some })) found.push(id);
    }
    return found;
  }

  /** Calls back whenever the library changed or more of it was read. Gives the way to stop that. */
  onChanged(listener: (read: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Lets the worker go, with what it keeps. */
  end(): void {
    this.worker?.terminate();
  }

  private ask<Ask extends keyof Answers>(question: Extract<Question, { ask: Ask }>): Promise<Answers[Ask]> {
    this.asked += 1;
    const id = this.asked;
    return new Promise<Answers[keyof Answers]>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const message: ToWorker = { id, question };
      this.start().postMessage(message);
      // The worker answers a question with the answer of its own kind.
    }) as Promise<Answers[Ask]>;
  }

  private settle(reply: Extract<FromWorker, { id: number }>): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('answer' in reply) waiting?.resolve(reply.answer);
    else waiting?.reject(new Error(reply.failed));
  }
}

/** What the closed lists' values are called in the reader's language, so that `verdict:réfuté` finds them too. */
function nameTable(names: ColourNames): NameTable {
  const table = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    Object.fromEntries(values.map((value) => [value, label(value)]));
  const verdicts = VERDICT_SCALES.flatMap(({ id, steps }) =>
    steps.map(({ label }) => [`${id}/${label}`, verdictLabel(id, label)] as const),
  );
  return {
    colour: table(COLOURS, (colour) => colourLabel(colour, names)),
    type: table(CLAIM_TYPES, claimTypeLabel),
    progress: table(PROGRESS, progressLabel),
    status: table(SIGHTINGS, sightingLabel),
    verdict: Object.fromEntries(verdicts),
  };
}
