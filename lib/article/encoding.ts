/** What windows-1252 has from byte 0x80 to 0x9F; unassigned bytes stand for themselves. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * A text as its author meant it: a page that does not name its encoding is taken for windows-1252, and where it was
 * UTF-8 each accent comes out as two or three signs (“PremiÃ¨re”). Such text is read again. Any other text is returned
 * as it is: it would hardly happen to be valid UTF-8 byte by byte.
 */
export function asMeant(text: string): string {
  const bytes = new Uint8Array(text.length);
  let high = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const place = code < 0x100 ? -1 : HIGH.indexOf(text.charAt(i));
    if (code >= 0x100 && place < 0) return text;
    bytes[i] = place < 0 ? code : 0x80 + place;
    if (code >= 0x80) high = true;
  }
  if (!high) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return text;
  }
}
