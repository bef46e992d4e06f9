import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { CloseIcon } from './icons';

interface CardFrameProps {
  readonly title: string;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly takeFocus: boolean;
  readonly before: JSX.Element | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What every card on the page has: its name, the way out, and the focus where it is due. */
export function CardFrame({ title, frame, takeFocus, before, onClose, children }: CardFrameProps): JSX.Element {
  const id = useId();
  useEffect(() => {
    if (takeFocus) frame.current?.focus({ preventScroll: true });
  }, [takeFocus]);
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      ref={frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div class="card-head">
        <span class="row">
          {before}
          <h2 id={id}>{title}</h2>
        </span>
        <button type="button" class="button quiet small only-icon" aria-label={t('close')} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {children}
    </div>
  );
}
