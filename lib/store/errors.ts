import { fail, type Result } from '../model/result';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** What a failed write means to a person: the disk is full, or the store can't be used. */
export function describeStoreError(error: unknown): Result<never> {
  const inner = error instanceof Error && 'inner' in error ? nameOf(error.inner) : '';
  const full = [nameOf(error), inner].includes('QuotaExceededError');
  return full ? fail('storage-full') : fail('storage-failed', error instanceof Error ? error.message : String(error));
}
