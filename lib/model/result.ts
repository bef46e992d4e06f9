/**
 * Errors are values: they travel between contexts, which exceptions don't survive, and the compiler makes the caller
 * look at them. `code` names a sentence in `_locales` (`error_CODE`); `detail` is for that sentence's placeholder.
 */
export type ErrorCode =
  | 'bad-request'
  | 'not-allowed'
  | 'private-window'
  | 'page-not-reachable'
  | 'page-restricted'
  | 'page-permission'
  | 'address-too-long'
  | 'nothing-selected'
  | 'selection-unusable'
  | 'selection-in-form'
  | 'selection-in-frame'
  | 'selection-in-widget'
  | 'selection-forbidden'
  | 'selection-too-long'
  | 'page-without-text'
  | 'not-found'
  | 'quote-deleted'
  | 'copy-refused'
  | 'interface-covered'
  | 'panel-refused'
  | 'storage-full'
  | 'storage-failed'
  | 'storage-private'
  | 'extension-reloaded';

export interface Failure {
  readonly code: ErrorCode;
  readonly detail?: string;
}

export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = (code: ErrorCode, detail?: string): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});
