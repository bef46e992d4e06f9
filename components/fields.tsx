import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** The fields that forms are made of, each with its label. */

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Stored value and shown words. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** A labelled native select. */
export function Choice({ label, value, options, onChange }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select id={id} class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([stored, shown]) => (
          <option key={stored} value={stored} selected={stored === value}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (typed: string) => void;
  readonly hint?: string | undefined;
  readonly kind?: 'text' | 'url' | 'date' | undefined;
  readonly max?: number | undefined;
}

/** A labelled line of text. */
export function Text({ label, value, onInput, hint, kind = 'text', max }: TextProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type={kind}
        // Addresses are checked when the claim is saved, with a sentence of ours.
        inputMode={kind === 'url' ? 'url' : undefined}
        autocomplete="off"
        dir={kind === 'url' ? 'ltr' : 'auto'}
        // Preact's types tell the roles of inputs apart by whether they have a list.
        list={undefined}
        maxLength={max}
        placeholder={hint}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

interface AreaProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (typed: string) => void;
  readonly hint?: string | undefined;
  readonly rows?: number | undefined;
  readonly focusKey?: string | undefined;
}

/** A labelled field of several lines. */
export function Area({ label, value, onInput, hint, rows = 2, focusKey }: AreaProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="textarea"
        rows={rows}
        dir="auto"
        placeholder={hint}
        value={value}
        data-focus={focusKey}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
