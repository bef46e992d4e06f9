/**
 * The next or previous of a list in reading order. From nowhere one starts at the first (or last) below the given
 * place, so that walking begins where the reader is. Wraps around; null for an empty list.
 */
export function walk(ids: readonly string[], current: string | null, step: 1 | -1, firstBelow = 0): string | null {
  if (ids.length === 0) return null;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) {
    const start = step === 1 ? firstBelow : firstBelow - 1;
    return ids[(start + ids.length) % ids.length] ?? null;
  }
  return ids[(at + step + ids.length) % ids.length] ?? null;
}
