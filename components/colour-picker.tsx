import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { COLOURS, type Colour } from '../lib/model/vocabulary';
import { TickIcon } from './icons';
import { useColourLabel } from './settings-context';

interface ColourPickerProps {
  readonly value: Colour;
  /** What the colours are for, where it is not the highlight at hand. */
  readonly label?: string;
  readonly onChange: (colour: Colour) => void;
}

/** The highlight's colour, as native radio buttons: the browser brings the arrow keys. */
export function ColourPicker({ value, label, onChange }: ColourPickerProps): JSX.Element {
  const name = useId();
  const colourLabel = useColourLabel();
  return (
    <fieldset class="field">
      <legend class="label">{label ?? t('composerColour')}</legend>
      <div class="colours">
        {COLOURS.map((colour) => (
          <label class="swatch" key={colour} data-colour={colour} title={colourLabel(colour)}>
            <input
              type="radio"
              name={name}
              value={colour}
              checked={colour === value}
              aria-label={colourLabel(colour)}
              onChange={() => onChange(colour)}
            />
            <span class="swatch-dot">
              <TickIcon />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
