import type { ComponentChildren, JSX } from 'preact';
import { plural, t } from '../../lib/i18n/translate';
import type { Selection } from './selection';

interface BulkBarProps {
  readonly selection: Selection;
  /** How many the search found in this view; null while that is not known. */
  readonly total: number | null;
  /** What can be done with the selection. */
  readonly children?: ComponentChildren;
}

/** The bar goes with the selection, and what has the focus in it with the bar: the list is where to go on. */
export function focusList(): void {
  document.querySelector<HTMLElement>('.virtual [data-focus]:not([tabindex="-1"])')?.focus({ preventScroll: true });
}

/** Stands above the list while something is selected. */
export function BulkBar({ selection, total, children }: BulkBarProps): JSX.Element | null {
  const { size } = selection.ids;
  if (size === 0) return null;
  return (
    <section class="bulk-bar" aria-label={plural('librarySelected', size)}>
      <p role="status">{plural('librarySelected', size)}</p>
      {total !== null && total > size ? (
        <button type="button" class="button small" onClick={() => void selection.selectAll()}>
          {plural('librarySelectAll', total)}
        </button>
      ) : null}
      <button
        type="button"
        class="button small"
        onClick={() => {
          selection.clear();
          focusList();
        }}
      >
        {t('librarySelectNone')}
      </button>
      {children}
    </section>
  );
}
