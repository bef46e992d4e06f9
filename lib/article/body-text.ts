/** What the reading of an article's text does to the characters. */

/** Whether a text is written in signs for syllables and words, by eight of its signs. */
export function isWide(text: string): boolean {
  const step = (text.length >> 3) + 1;
  for (let i = step >> 1; i < text.length; i += step) {
    const code = text.charCodeAt(i);
    if (code > 0x303f && code < 0xd7b0 && (code < 0x3100 || code > 0x33ff) && (code < 0xa000 || code > 0xabff))
      return true;
  }
  return false;
}

/** Length in characters as a reader of letters would count: signs for syllables and words count double and a half. */
export const weigh = (text: string): number => (isWide(text) ? text.length * 2.5 : text.length);

/** Rarer white space, and signs that nobody sees. */
const RARE = /[\v\f\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/**
 * White space folded to single spaces and line breaks, signs that nobody sees gone, trimmed. Without patterns for what
 * most texts hold: on a fresh page compiling one costs as much as running it over the whole article.
 */
export function tidy(raw: string): string {
  let text = raw.trim();
  if (text.includes('\t')) text = text.replaceAll('\t', ' ');
  if (text.includes('\u00a0')) text = text.replaceAll('\u00a0', ' ');
  if (text.includes('\r')) text = text.replaceAll('\r', ' ');
  if (RARE.test(text))
    text = text
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replace(/[^\S\n ]/g, ' ')
      .trim();
  while (text.includes('  ')) text = text.replaceAll('  ', ' ');
  return text.includes('\n') ? text.replaceAll(' \n', '\n').replaceAll('\n ', '\n') : text;
}
