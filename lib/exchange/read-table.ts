import type { PressmarkDatabase } from '../store/database';
import { CsvCutter } from './csv-cutter';
import { fromCells, isOwnHeader } from './foreign-rows';
import { ImportStopped, type Refusals, type RowName } from './import-report';
import { QuoteStager } from './quote-stager';
import type { Staging } from './staging';

/** Reads a table of our own as it streams in: a row is a quote. */
export class TableReader {
  readonly #cutter = new CsvCutter();
  readonly #quotes: QuoteStager;
  readonly #now: string;
  #header: readonly string[] | null = null;
  #number = 0;

  constructor(db: PressmarkDatabase, staging: Staging, refusals: Refusals, now: string) {
    this.#quotes = new QuoteStager(db, now, staging, refusals);
    this.#now = now;
  }

  async take(text: string): Promise<void> {
    for (const cells of this.#cutter.feed(text)) await this.#row(cells);
  }

  async finish(): Promise<void> {
    for (const cells of this.#cutter.finish()) await this.#row(cells);
    if (!this.#header) throw new ImportStopped({ code: 'not-pressmark' });
  }

  async #row(cells: readonly string[]): Promise<void> {
    this.#number += 1;
    if (this.#header) {
      const row: RowName = { list: 'table', number: this.#number, id: null };
      return this.#quotes.stage(fromCells(this.#header, cells, this.#now), row, false);
    }
    if (!isOwnHeader(cells)) throw new ImportStopped({ code: 'not-pressmark' });
    this.#header = cells;
  }
}
