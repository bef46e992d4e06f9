/** Why a sentence was suggested, or spoken against; a stable key that the interface puts into words. */
export type ClaimReason =
  | 'figure'
  | 'percentage'
  | 'money'
  | 'comparison'
  | 'change'
  | 'cause'
  | 'law'
  | 'record'
  | 'prediction'
  | 'attributed'
  | 'past-action'
  | 'universal'
  | 'personal'
  | 'question'
  | 'opinion'
  | 'address'
  | 'short';

/** A sign to look for in a sentence. */
export interface ClaimCue {
  readonly reason: ClaimReason;
  readonly pattern: RegExp;
  /** Log-odds that it adds; negative speaks against. */
  readonly weight: number;
}

/** A pattern of whole words or phrases, in any case. */
export function anyOf(phrases: string): RegExp {
  const list = phrases.split('|').map((phrase) => phrase.trim().replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
