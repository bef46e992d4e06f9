import type { QuoteSuggestion } from '../../lib/messages/suggestions';
import type { Annotation } from '../../lib/model/annotation';
import type { Selectors } from '../../lib/model/selectors';
import { quoteMark } from './dismissed';

/** A saved quote or a suggestion, at its place in the article. */
export type Entry =
  | { readonly kind: 'saved'; readonly key: string; readonly annotation: Annotation; readonly role: string | null }
  | { readonly kind: 'suggested'; readonly key: string; readonly suggestion: QuoteSuggestion };

/** What tells one suggestion from another: its place and its words. */
export const keyOf = ({ position, quote }: Selectors): string => `${position.start} ${quote.exact.slice(0, 80)}`;

const covers = (saved: Annotation, { position, quote }: Selectors): boolean =>
  (saved.quote.exact === quote.exact && Math.abs(saved.position.start - position.start) < 2_000) ||
  (saved.position.start <= position.start && saved.position.end >= position.end);

/** Whether these words are saved already. */
export const isSaved = (annotations: readonly Annotation[], selectors: Selectors): boolean =>
  annotations.some((one) => covers(one, selectors));

/** Saved quotes and what is suggested beside them, in reading order. */
export function entriesOf(
  annotations: readonly Annotation[],
  suggestions: readonly QuoteSuggestion[],
  dismissed: ReadonlySet<string>,
): Entry[] {
  const saved = annotations.map((annotation): [number, Entry] => {
    const offered = suggestions.find((one) => covers(annotation, one.selectors) && one.speaker === annotation.speaker);
    return [annotation.position.start, { kind: 'saved', key: annotation.id, annotation, role: offered?.role ?? null }];
  });
  const open = suggestions
    .filter(({ selectors }) => !dismissed.has(quoteMark(selectors)) && !isSaved(annotations, selectors))
    .map((suggestion): [number, Entry] => [
      suggestion.selectors.position.start,
      { kind: 'suggested', key: keyOf(suggestion.selectors), suggestion },
    ]);
  return [...saved, ...open].sort((a, b) => a[0] - b[0]).map(([, entry]) => entry);
}

const startOf = (entry: Entry): number =>
  entry.kind === 'saved' ? entry.annotation.position.start : entry.suggestion.selectors.position.start;

/** The entry nearest to where the reader is. */
export function currentEntry(entries: readonly Entry[], point: number | null): string | null {
  if (point === null) return null;
  let best: Entry | null = null;
  for (const entry of entries) {
    if (best === null || Math.abs(startOf(entry) - point) < Math.abs(startOf(best) - point)) best = entry;
  }
  return best?.key ?? null;
}
