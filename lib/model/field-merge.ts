/** What becomes of fields that two sides wrote, each beginning from the same words. */
export interface MergedFields<Field> {
  /** Fields that only the other side changed: its value stands. */
  readonly fromTheirs: readonly Field[];
  /** Fields that both changed, each in another way: nobody but a person can say which stands. */
  readonly conflicts: readonly Field[];
}

/** One spelling for a value, whatever order its fields were written in. */
export function spelling(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A list with what one side took out of it taken out, and what either side put in. */
export function mergeLists<Item>(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const [was, kept] = [new Set(base.map(spelling)), new Set(theirs.map(spelling))];
  const own = new Set(mine.map(spelling));
  return [
    ...mine.filter((item) => !was.has(spelling(item)) || kept.has(spelling(item))),
    ...theirs.filter((item) => !was.has(spelling(item)) && !own.has(spelling(item))),
  ];
}

/** Whether two values say the same; a field that is not there says what null says. */
export const isSame = (a: unknown, b: unknown): boolean => spelling(a ?? null) === spelling(b ?? null);

/** Puts `mine`, written by somebody who began from `base`, field by field together with `theirs`, saved in the meantime. */
export function mergeFields<Words, Field extends keyof Words>(
  fields: readonly Field[],
  base: Words,
  mine: Words,
  theirs: Words,
  same: (field: Field, a: Words, b: Words) => boolean = (field, a, b) => isSame(a[field], b[field]),
): MergedFields<Field> {
  const conflicts: Field[] = [];
  const fromTheirs = fields.filter((field) => {
    if (same(field, mine, theirs) || same(field, base, theirs)) return false;
    if (same(field, base, mine)) return true;
    conflicts.push(field);
    return false;
  });
  return { fromTheirs, conflicts };
}
