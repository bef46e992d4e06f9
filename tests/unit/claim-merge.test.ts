import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimWords } from '../../lib/model/claim';
import { mergeClaimWords } from '../../lib/model/claim-merge';
import { claimWords } from './rows';

const base = claimWords();
const verdict = (label: string, setAt = '2026-05-01T08:00:00.000Z') => ({
  scaleId: 'neutral',
  label,
  value: null,
  best: null,
  worst: null,
  explanation: '',
  setAt,
});
const evidence = (title: string) => ({
  url: null,
  archiveUrl: null,
  title,
  stance: 'supports' as const,
  quote: '',
  annotationId: null,
  addedAt: '2026-05-01T08:00:00.000Z',
});

describe('two windows that changed one claim', () => {
  it('keep what each of them changed', () => {
    const merged = mergeClaimWords(
      base,
      { ...base, priority: 'yes, very urgent', evidence: [evidence('mine')] },
      { ...base, verdict: verdict('Mixed'), evidence: [evidence('theirs')] },
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.words).toMatchObject({ priority: 'yes, very urgent', verdict: { label: 'Mixed' } });
    expect(merged.words.evidence.map(({ title }) => title)).toEqual(['mine', 'theirs']);
  });

  it('are told of a field that both changed, each in another way', () => {
    const merged = mergeClaimWords(base, { ...base, text: 'Mine.' }, { ...base, text: 'Theirs.', progress: 'checked' });
    expect(merged.conflicts).toEqual(['text']);
    expect(merged.words).toMatchObject({ text: 'Mine.', progress: 'checked' });
  });

  it('are of one mind where both wrote the same, whenever the verdict was set', () => {
    const mine = { ...base, verdict: verdict('Mixed', '2026-05-02T08:00:00.000Z') };
    expect(mergeClaimWords(base, mine, { ...base, verdict: verdict('Mixed') }).conflicts).toEqual([]);
  });

  it('do not bring back evidence that one of them took out', () => {
    const before = { ...base, evidence: [evidence('old'), evidence('kept')] };
    const { words } = mergeClaimWords(
      before,
      { ...before, evidence: [evidence('kept'), evidence('mine')] },
      { ...before, evidence: [evidence('old'), evidence('kept'), evidence('theirs')] },
    );
    expect(words.evidence.map(({ title }) => title)).toEqual(['kept', 'mine', 'theirs']);
  });

  it('change nothing of what neither touched, and one side’s changes alone stand as they are', () => {
    const some: fc.Arbitrary<ClaimWords> = fc.record({
      ...Object.fromEntries(Object.entries(base).map(([key, value]) => [key, fc.constant(value)])),
      text: fc.constantFrom('One.', 'Two.', 'Three.'),
      progress: fc.constantFrom('unstarted', 'checked', 'dropped'),
      verdict: fc.constantFrom(null, verdict('Mixed'), verdict('Refuted')),
      evidence: fc.uniqueArray(fc.constantFrom('a', 'b', 'c').map(evidence), { selector: ({ title }) => title }),
    }) as fc.Arbitrary<ClaimWords>;
    fc.assert(
      fc.property(some, some, (was, now) => {
        expect(mergeClaimWords(was, now, was)).toEqual({ words: now, conflicts: [] });
        const { words, conflicts } = mergeClaimWords(was, was, now);
        expect(conflicts).toEqual([]);
        expect({ ...words, evidence: null }).toEqual({ ...now, evidence: null });
        expect(new Set(words.evidence.map(({ title }) => title))).toEqual(
          new Set(now.evidence.map(({ title }) => title)),
        );
      }),
    );
  });
});
