import type { Annotation } from '../model/annotation';
import type { PressmarkDatabase } from '../store/database';
import { ForeignRows, type Found } from './foreign-rows';
import type { Reason, Refusals, RowName } from './import-report';
import type { Staging } from './staging';

/** Puts another tool's quote aside with its article, or says why it can't be. */
export class QuoteStager {
  readonly #rows: ForeignRows;
  #articles = 0;

  constructor(
    db: PressmarkDatabase,
    now: string,
    readonly staging: Staging,
    readonly refusals: Refusals,
  ) {
    this.#rows = new ForeignRows(db, now);
  }

  async stage(found: Found | Reason, row: RowName, again: boolean): Promise<void> {
    if ('code' in found) return this.refusals.add(row, found);
    const name = { ...row, id: found.id === '' ? null : found.id.slice(0, 80) };
    const made = await this.#rows.of(found);
    if ('code' in made) return this.refusals.add(name, made);
    const { quote, note } = made.annotation;
    const length = quote.exact.length + quote.prefix.length + quote.suffix.length + note.length;
    if (made.article) {
      this.#articles += 1;
      await this.staging.add('articles', this.#articles, made.article, length);
    }
    const fresh = await this.staging.add('annotations', row.number, made.annotation satisfies Annotation, length);
    if (!fresh && !again) this.refusals.add(name, { code: 'duplicate' });
  }
}
