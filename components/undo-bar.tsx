import type { JSX } from 'preact';
import { plural, t } from '../lib/i18n/translate';
import { CloseIcon } from './icons';

interface UndoBarProps {
  /** What was done: "Quote deleted." */
  readonly text: string;
  /** What the button says; without it, that a deletion is undone. */
  readonly undoLabel?: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Offers to take the last deletion back. It stays until it is used or dismissed: nobody has to hurry. */
export function UndoBar({ text, undoLabel, onUndo, onDismiss }: UndoBarProps): JSX.Element {
  return (
    <div class="undo-bar">
      <span role="status">{text}</span>
      <span class="row">
        <button type="button" class="button small" onClick={onUndo}>
          {undoLabel ?? t('undo')}
        </button>
        <button type="button" class="button small only-icon" aria-label={t('dismiss')} onClick={onDismiss}>
          <CloseIcon />
        </button>
      </span>
    </div>
  );
}

interface DeletedListProps {
  /** Rows whose deletion can still be undone. */
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly onRestore: (id: string) => void;
}

/** Deletions of earlier that can still be undone, folded away; nothing where there are none. */
export function DeletedList({ items, onRestore }: DeletedListProps): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <details class="deleted">
      <summary>{plural('deletedTitle', items.length)}</summary>
      <p class="help">{t('deletedHelp')}</p>
      <ul>
        {items.map(({ id, text }) => (
          <li key={id}>
            <span title={text} dir="auto">
              {text}
            </span>
            <button type="button" class="button small" onClick={() => onRestore(id)}>
              {t('restore')}
              <span class="hidden-visually">: {text.slice(0, 60)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
