import { COLOURS, type Colour } from '../model/vocabulary';

/** The name under which a colour is registered; the page's own highlights have other names. */
export const highlightName = (colour: Colour, edited: boolean): string =>
  `pressmark-${colour}${edited ? '-edited' : ''}`;
export const FOCUS_NAME = 'pressmark-focus';

/** Opaque shades with dark ink: legible on light and dark pages alike, since both colours are ours. */
const SHADES: Readonly<Record<Colour, string>> = {
  yellow: '#ffe58a',
  green: '#b9e8b4',
  blue: '#b5d9fb',
  pink: '#fbc3da',
  orange: '#ffcd9e',
};

/** Rules for every colour and state, for `scripting.insertCSS`: the page can't remove them. */
export function highlightCss(): string {
  const rules = COLOURS.flatMap((colour) => [
    `::highlight(${highlightName(colour, false)}) { background-color: ${SHADES[colour]}; color: #1a1a1a; }`,
    `::highlight(${highlightName(colour, true)}) { background-color: ${SHADES[colour]}; color: #1a1a1a; text-decoration: underline wavy #8a1c1c; }`,
  ]);
  const forced = [...COLOURS.map((c) => highlightName(c, false)), ...COLOURS.map((c) => highlightName(c, true))].map(
    (name) => `::highlight(${name}) { background-color: Mark; color: MarkText; }`,
  );
  return `${rules.join('\n')}
::highlight(${FOCUS_NAME}) { background-color: #1f3a5f; color: #ffffff; }
@media (forced-colors: active) { ${forced.join(' ')} ::highlight(${FOCUS_NAME}) { background-color: Highlight; color: HighlightText; } }`;
}
