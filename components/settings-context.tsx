import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type ColourNames, colourLabel } from '../lib/i18n/words';
import { type Colour, VERDICT_SCALES, type VerdictScale } from '../lib/model/vocabulary';
import { scalesOf } from '../lib/settings/scales';
import type { Settings } from '../lib/settings/settings';

/** The reader's settings that views draw with: the scales of their own, and what they call the colours. */
export type ViewSettings = Pick<Settings, 'scales' | 'colourNames'>;

interface Known {
  readonly scales: readonly VerdictScale[];
  readonly colourNames: ColourNames;
}

const SHIPPED: ViewSettings = { scales: [], colourNames: {} };

/** Without a provider, and until the settings were read, views draw with what ships. */
const Context = createContext<Known>({ scales: VERDICT_SCALES, colourNames: {} });

interface SettingsProviderProps {
  /** Without them, what ships. */
  readonly settings: ViewSettings | undefined;
  readonly children: ComponentChildren;
}

/** Gives the views within it the reader's scales and colour names. What says the same stays the same object. */
export function SettingsProvider({ settings = SHIPPED, children }: SettingsProviderProps): JSX.Element {
  const { scales, colourNames } = settings;
  const known = useMemo(
    () => ({ scales: scalesOf(scales), colourNames }),
    [JSON.stringify(scales), JSON.stringify(colourNames)],
  );
  return <Context.Provider value={known}>{children}</Context.Provider>;
}

/** All scales that a verdict can be given on: those that ship, then the reader's own. */
export const useVerdictScales = (): readonly VerdictScale[] => useContext(Context).scales;

/** What the reader calls the colours. */
export const useColourNames = (): ColourNames => useContext(Context).colourNames;

/** Names a colour as the reader does. */
export function useColourLabel(): (colour: Colour) => string {
  const names = useColourNames();
  return (colour) => colourLabel(colour, names);
}
