import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { ClaimIcon, HighlightIcon, NoteIcon, PanelIcon } from './icons';

export interface SelectionToolbarProps {
  /** Saves the selection as it is. */
  readonly onHighlight: () => void;
  /** Opens the form of a claim. */
  readonly onClaim: () => void;
  /** Opens the form of a note. */
  readonly onNote: () => void;
  /** Opens the panel, or says how this browser opens it; the label says it too. Left out: no such button. */
  readonly panel?: { readonly label: string; readonly onOpen: () => void } | undefined;
  /** Escape, from inside the toolbar. */
  readonly onDismiss: () => void;
}

/** The small toolbar at a selection: one stop for Tab, arrow keys inside (WAI-ARIA toolbar). It never takes the focus. */
export function SelectionToolbar({
  onHighlight,
  onClaim,
  onNote,
  panel,
  onDismiss,
}: SelectionToolbarProps): JSX.Element {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const buttons = [
    { label: t('toolbarHighlight'), Icon: HighlightIcon, act: onHighlight, short: false },
    { label: t('toolbarClaim'), Icon: ClaimIcon, act: onClaim, short: false },
    { label: t('toolbarNote'), Icon: NoteIcon, act: onNote, short: false },
    ...(panel ? [{ label: panel.label, Icon: PanelIcon, act: panel.onOpen, short: true }] : []),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      onDismiss();
      return;
    }
    const rtl = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = rtl ? 'ArrowRight' : 'ArrowLeft';
    const next = { [forward]: current + 1, [backward]: current - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const wrapped = (next + buttons.length) % buttons.length;
    setCurrent(wrapped);
    bar.current?.querySelectorAll('button')[wrapped]?.focus();
  };
  return (
    <div
      class="toolbar"
      role="toolbar"
      ref={bar}
      tabIndex={-1}
      aria-label={t('toolbarLabel')}
      onKeyDown={onKeyDown}
      // A press here must not take the page's selection away before the click comes.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {buttons.map(({ label, Icon, act, short }, i) => (
        <button
          type="button"
          class={short ? 'button only-icon' : 'button'}
          aria-label={short ? label : undefined}
          title={short ? label : undefined}
          key={label}
          tabIndex={i === current ? 0 : -1}
          onFocus={() => setCurrent(i)}
          onClick={act}
        >
          <Icon />
          {short ? null : label}
        </button>
      ))}
    </div>
  );
}
