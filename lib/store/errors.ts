import { fail, type Result } from '../model/result';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** What a failed write means to a person: the disk is full, a private window has no store, or it can't be used. */
export function describeStoreError(error: unknown): Result<never> {
  const inner = error instanceof Error && 'inner' in error ? nameOf(error.inner) : '';
  // Firefox's answer in private windows, by its words in English; its name alone has other causes.
  const text = error instanceof Error ? error.message : '';
  if (/did not allow mutations/.test(text)) return fail('storage-private');
  const full = [nameOf(error), inner].includes('QuotaExceededError');
  return full ? fail('storage-full') : fail('storage-failed', error instanceof Error ? error.message : String(error));
}
