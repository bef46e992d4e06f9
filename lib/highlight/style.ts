import { COLOURS, type Colour } from '../model/vocabulary';
import { FOCUS_NAME, highlightName } from './names';

/** Background and text per scheme. Each pair has a contrast of at least 7:1, whatever the page's own text colour is. */
const SHADES: Record<Colour, { light: string; dark: string; line: string }> = {
  yellow: { light: '#ffe98a', dark: '#5c4a00', line: '#b08900' },
  green: { light: '#bdf0c4', dark: '#12512a', line: '#2e8b4a' },
  blue: { light: '#c4e1ff', dark: '#123f6e', line: '#2f78c4' },
  pink: { light: '#ffd0e2', dark: '#6b1740', line: '#c2487f' },
  orange: { light: '#ffd9b0', dark: '#643100', line: '#c46a14' },
};

/**
 * Where colours are forced there is one background for all: the line tells them apart. What is drawn outside of the
 * background is not seen, which rules out thick and double lines.
 */
const FORCED: Record<Colour, string> = {
  yellow: 'underline 1px solid',
  green: 'underline overline 1px solid',
  blue: 'underline 2px dotted',
  pink: 'underline 2px dashed',
  orange: 'overline 1px solid',
};

const INK = '#1a1a1a';
const PAPER = '#f5f5f5';

function shade(colour: Colour, scheme: 'light' | 'dark'): string {
  const { light, dark, line } = SHADES[colour];
  const background = scheme === 'light' ? light : dark;
  const text = scheme === 'light' ? INK : PAPER;
  const paint = `background-color:${background};color:${text};text-shadow:none;`;
  // Underlines say it again without colour: dotted where the words are no longer those that were saved.
  return [
    `::highlight(${highlightName(colour, false)}){${paint}text-decoration:underline 1px solid ${line}}`,
    `::highlight(${highlightName(colour, true)}){${paint}text-decoration:underline 2px wavy ${line}}`,
  ].join('\n');
}

function scheme(name: 'light' | 'dark'): string {
  const focus = name === 'light' ? '#1f4e9c' : '#9cc3ff';
  const text = name === 'light' ? '#ffffff' : '#101010';
  return [
    ...COLOURS.map((colour) => shade(colour, name)),
    `::highlight(${FOCUS_NAME}){background-color:${focus};color:${text};text-decoration:underline 2px solid ${text}}`,
  ].join('\n');
}

/**
 * The rules of all our highlights, to be inserted as extension CSS, which neither the page's policy nor its scripts
 * can take away. Each sets background and text together, so that it is legible on light and dark pages alike; where
 * colours are forced, the system's own marking is used.
 */
export function highlightCss(): string {
  const marked = 'background-color:Mark;color:MarkText;text-decoration:';
  const forced = [
    ...COLOURS.flatMap((colour) => [
      `::highlight(${highlightName(colour, false)}){${marked}${FORCED[colour]} MarkText}`,
      `::highlight(${highlightName(colour, true)}){${marked}underline 2px wavy MarkText}`,
    ]),
    `::highlight(${FOCUS_NAME}){background-color:Highlight;color:HighlightText}`,
  ];
  return [
    scheme('light'),
    `@media (prefers-color-scheme:dark){\n${scheme('dark')}\n}`,
    `@media (forced-colors:active){\n${forced.join('\n')}\n}`,
  ].join('\n');
}
