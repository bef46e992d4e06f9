/** A cell has no end, or is larger than any of ours. */
export class MalformedTable extends Error {
  constructor(
    readonly kind: 'broken-off' | 'too-large',
    /** The row in which it happened; the header is row 1. */
    readonly row: number,
  ) {
    super(`${kind} in row ${row}`);
  }
}

/** No cell is larger; bounds memory where a quote never closes. */
const LARGEST_CELL = 4_000_000;

/** Cuts a CSV file (RFC 4180) into rows of cells without ever holding the whole. Takes bare line feeds too. */
export class CsvCutter {
  #row: string[] = [];
  #cell = '';
  #state: 'begin' | 'plain' | 'quoted' | 'closing' = 'begin';
  #afterReturn = false;
  #rows = 0;

  /** Takes the next stretch of text and gives the rows that are complete with it; empty lines are none. */
  feed(chunk: string): string[][] {
    const rows: string[][] = [];
    let i = 0;
    while (i < chunk.length) {
      if (this.#state === 'quoted') i = this.#quoted(chunk, i);
      else i = this.#plain(chunk, i, rows);
      if (this.#cell.length > LARGEST_CELL) throw new MalformedTable('too-large', this.#rows + 1);
    }
    return rows;
  }

  /** Says that the text is over and gives the row that had no line end. Throws where a quote never closed. */
  finish(): string[][] {
    if (this.#state === 'quoted') throw new MalformedTable('broken-off', this.#rows + 1);
    const rows: string[][] = [];
    if (this.#state !== 'begin' || this.#row.length > 0) this.#endRow(rows);
    return rows;
  }

  #quoted(chunk: string, from: number): number {
    const end = chunk.indexOf('"', from);
    this.#cell += chunk.slice(from, end < 0 ? undefined : end);
    if (end < 0) return chunk.length;
    this.#state = 'closing';
    return end + 1;
  }

  #plain(chunk: string, from: number, rows: string[][]): number {
    const char = chunk.charAt(from);
    if (char === '"' && this.#state !== 'plain') {
      if (this.#state === 'closing') this.#cell += '"';
      this.#state = 'quoted';
      this.#afterReturn = false;
      return from + 1;
    }
    if (char === ',') {
      this.#row.push(this.#cell);
      this.#cell = '';
      this.#state = 'begin';
      this.#afterReturn = false;
      return from + 1;
    }
    if (char === '\n' || char === '\r') {
      if (!(char === '\n' && this.#afterReturn)) this.#endRow(rows);
      this.#afterReturn = char === '\r';
      return from + 1;
    }
    let end = from + 1;
    while (end < chunk.length && !',\r\n'.includes(chunk.charAt(end))) end += 1;
    this.#cell += chunk.slice(from, end);
    this.#state = 'plain';
    this.#afterReturn = false;
    return end;
  }

  #endRow(rows: string[][]): void {
    this.#row.push(this.#cell);
    this.#rows += 1;
    if (this.#row.length > 1 || this.#cell !== '') rows.push(this.#row);
    this.#row = [];
    this.#cell = '';
    this.#state = 'begin';
  }
}
