import type { JSX } from 'preact';

interface ActionButtonProps {
  readonly icon: JSX.Element;
  readonly label: string;
  /** Shows the icon alone, where there is little room; the label is heard and shown on pointing at it. */
  readonly compact?: boolean | undefined;
  readonly danger?: boolean;
  readonly onClick: () => void;
}

/** One of the quiet buttons in a row of actions. */
export function ActionButton({
  icon,
  label,
  compact = false,
  danger = false,
  onClick,
}: ActionButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button quiet small${compact ? ' only-icon' : ''}${danger ? ' danger' : ''}`}
      aria-label={compact ? label : undefined}
      title={compact ? label : undefined}
      onClick={onClick}
    >
      {icon}
      {compact ? null : label}
    </button>
  );
}
