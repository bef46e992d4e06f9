import type { DrawnQuote } from './hit-test';

/**
 * The quote after (`1`) or before (`-1`) the current one in reading order, round at the ends. With none current, the
 * first one after the top of the viewport going forward, the last one before it going back. Null where none is drawn.
 */
export function neighbourQuote(quotes: readonly DrawnQuote[], current: string | null, step: 1 | -1): string | null {
  const count = quotes.length;
  if (count === 0) return null;
  const at = quotes.findIndex(({ id }) => id === current);
  if (at >= 0) return quotes[(at + step + count) % count]?.id ?? null;
  const below = quotes.findIndex(({ range }) => range.getBoundingClientRect().top >= 0);
  const first = below < 0 ? count : below;
  return quotes[step === 1 ? first % count : (first - 1 + count) % count]?.id ?? null;
}
