import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatNumber } from '../lib/i18n/translate';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** How many things are in it; not shown where it is null. */
  readonly count?: number | null;
}

/** So long something that is dragged rests on a tab before it turns. */
const REST_MS = 400;

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
  readonly children: ComponentChildren;
}

/**
 * Tabs with automatic activation (WAI-ARIA): arrows, Home and End turn, Tab goes on into the panel. What is dragged over
 * a tab turns it too, so that it can be dropped there.
 */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Name>): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const on = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const next = { [on]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus();
  };
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const leave = (): void => clearTimeout(resting.current);
  useEffect(() => leave, []);
  const rest = (name: Name): void => {
    leave();
    resting.current = setTimeout(() => onChoose(name), REST_MS);
  };
  return (
    <>
      <div class="tab-strip" role="tablist" aria-label={label} ref={list} onKeyDown={turn}>
        {tabs.map(({ name, label: words, count = null }) => (
          <button
            type="button"
            role="tab"
            class="tab-button"
            key={name}
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === chosen}
            aria-controls={name === chosen ? `${id}-panel` : undefined}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
            onDragEnter={() => rest(name)}
            onDragLeave={leave}
            onDrop={leave}
          >
            {words}
            {count === null ? null : <span class="tab-count">{formatNumber(count)}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
