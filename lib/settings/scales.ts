import type * as v from 'valibot';
import { VERDICT_SCALES, type VerdictScale } from '../model/vocabulary';
import type { ownScaleSchema } from './settings';

/** A verdict scale of the reader's own; its id is its name. */
export type OwnScale = v.InferOutput<typeof ownScaleSchema>;

/** All scales that verdicts can be given on: those that ship, then the reader's own. */
export const scalesOf = (own: readonly OwnScale[]): readonly VerdictScale[] => [...VERDICT_SCALES, ...own];

const MOST_STEPS = 30;

/** The steps of a scale as it is typed, one label in a line: the best rating first, then labels outside the order. */
export function stepsFrom(ordered: string, outside: string): OwnScale['steps'] {
  const seen = new Set<string>();
  const labels = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim().replace(/\s+/gu, ' ').slice(0, 500))
      .filter((line) => {
        const fresh = line !== '' && !seen.has(line.toLowerCase());
        seen.add(line.toLowerCase());
        return fresh;
      });
  const inOrder = labels(ordered);
  return [
    ...inOrder.map((label, i) => ({ label, value: inOrder.length - i })),
    ...labels(outside).map((label) => ({ label, value: null })),
  ].slice(0, MOST_STEPS);
}
