/**
 * Text that no spreadsheet takes for a formula, whichever separator it cuts our table at. Where the system's separator
 * is `;` a program reads our quotation marks as plain text and begins cells, and with line breaks rows, inside ours. An
 * apostrophe stands before whatever could be run there. It is taken off on import.
 */

/** What a formula begins with; full-width signs are taken for the same where such keyboards are used. */
const SIGNS = '=+\\-@＝＋－＠';
const BEGINS = new RegExp(`^[${SIGNS}\\t\\r']`);
const GUARDED = new RegExp(`^'[${SIGNS}\\t\\r']`);
/** A whole row of separators, white space and quotation marks with a sign behind it, whatever apostrophes are between. */
const INSIDE = new RegExp(`(?<![;\\s"])([;\\s"]+)('*)(?=[${SIGNS}])`, 'g');
/** Where a cell can begin: behind `;`, a tab or a line break. The comma is ours, which every program that cuts at it knows. */
const CUTS = /[;\t\r\n]/;

/** A cell's text with an apostrophe before each thing that a spreadsheet could run. Linear in the text's length. */
export function guard(text: string): string {
  const inside = atEachBeginning(text, (apostrophes) => `${apostrophes}'`);
  return BEGINS.test(inside) ? `'${inside}` : inside;
}

/** Takes the apostrophes of `guard` off: `unguard(guard(text))` is `text`. */
export function unguard(cell: string): string {
  return atEachBeginning(GUARDED.test(cell) ? cell.slice(1) : cell, (apostrophes) => apostrophes.slice(1));
}

function atEachBeginning(text: string, change: (apostrophes: string) => string): string {
  return text.replace(INSIDE, (whole, row: string, apostrophes: string, at: number) =>
    at === 0 || CUTS.test(row) ? row + change(apostrophes) : whole,
  );
}
