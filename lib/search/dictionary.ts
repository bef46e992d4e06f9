import { fold } from './fold';

/**
 * Values that many rows share, by number: the rows keep the numbers, and a search looks at each value once. Numbers are
 * never given twice; a value that no row has any more costs its name.
 */
export class Dictionary {
  readonly values: string[] = [];
  private readonly folded: string[] = [];
  private readonly codes = new Map<string, number>();

  /** `namesOf` gives what a value is called besides its own text, for searching. */
  constructor(private readonly namesOf: (value: string) => readonly string[] = (value) => [value]) {}

  /** The number of a value, given to it now if it had none. */
  code(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    // Folded names begin and end with a space: a phrase never reaches from one into the next.
    this.folded.push(this.namesOf(value).map(fold).join(''));
    this.codes.set(value, code);
    return code;
  }

  /** The number of a value; undefined where no row ever had it. */
  find(value: string): number | undefined {
    return this.codes.get(value);
  }

  /** For each number, whether its value has a word that begins with the pattern (ends with it too, if `whole`). */
  matching(pattern: string, whole: boolean): { readonly hits: Uint8Array; readonly any: boolean } {
    const wanted = whole ? ` ${pattern} ` : ` ${pattern}`;
    let any = false;
    const hits = Uint8Array.from(this.folded, (text) => {
      const hit = text.includes(wanted);
      any ||= hit;
      return hit ? 1 : 0;
    });
    return { hits, any };
  }
}
