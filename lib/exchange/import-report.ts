/** Why a file was refused; each code has a sentence in `_locales` (`import_CODE`). */
export type ImportProblem =
  | { readonly code: 'not-json'; readonly at: number }
  | { readonly code: 'not-pressmark' }
  | { readonly code: 'newer-version'; readonly version: number }
  | { readonly code: 'bad-row'; readonly row: string; readonly detail: string }
  | { readonly code: 'duplicate-id'; readonly row: string }
  | { readonly code: 'missing-article'; readonly row: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'storage'; readonly detail: string };

export type ImportReport =
  | { readonly ok: true; readonly added: number; readonly updated: number; readonly unchanged: number }
  | { readonly ok: false; readonly problem: ImportProblem };
