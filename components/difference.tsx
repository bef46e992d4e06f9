import type { JSX } from 'preact';
import { type Comparison, compareQuotes } from '../lib/anchor/compare';
import { t } from '../lib/i18n/translate';

/** What a fact-checker looks at first in a difference, as sentences. */
export function pointsOf({
  numbersChanged,
  namesChanged,
  negationChanged,
  minor,
}: Omit<Comparison, 'parts'>): string[] {
  return [
    numbersChanged ? t('diffNumbers') : null,
    namesChanged ? t('diffNames') : null,
    negationChanged ? t('diffNegation') : null,
    minor ? t('diffMinor') : null,
  ].filter((point) => point !== null);
}

/** Those sentences; nothing where there are none. */
export function Points({ points }: { readonly points: readonly string[] }): JSX.Element | null {
  if (points.length === 0) return null;
  return (
    <ul class="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

/** Two texts word by word, removed and added, with what matters in the difference. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  const comparison = compareQuotes(before, after);
  return (
    <>
      <p class="difference" dir="auto">
        {comparison.parts.map(({ kind, text }, i) => {
          // The parts of one difference never change places: their number names them.
          const key = `${i}-${kind}`;
          if (kind === 'removed') return <del key={key}>{text}</del>;
          return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
        })}
      </p>
      <Points points={pointsOf(comparison)} />
    </>
  );
}
