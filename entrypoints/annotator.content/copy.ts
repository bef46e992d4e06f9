import { asHtml, asMarkdown, asText, type QuoteWithSource } from '../../lib/exchange/quote-text';

/**
 * Puts a quote with its source on the clipboard, as rich and as plain text or as Markdown. Pages without TLS have no clipboard API;
 * there the browser's copy command does it, inside our own root. False where neither is allowed.
 */
export async function copyQuote(quote: QuoteWithSource, root: ShadowRoot, kind: 'rich' | 'markdown'): Promise<boolean> {
  const plain = kind === 'rich' ? asText(quote) : asMarkdown(quote);
  // Markdown is text: an editor that takes rich text would drop its marks.
  const rich = kind === 'rich' ? asHtml(quote) : null;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        ...(rich === null ? {} : { 'text/html': new Blob([rich], { type: 'text/html' }) }),
      }),
    ]);
    return true;
  } catch {
    return copyByCommand(plain, rich, root);
  }
}

/** Puts plain words on the clipboard. False where neither way is allowed. */
export async function copyWords(plain: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    return copyByCommand(plain, null, root);
  }
}

function copyByCommand(plain: string, rich: string | null, root: ShadowRoot): boolean {
  const doc = root.ownerDocument;
  const field = doc.createElement('textarea');
  field.value = plain;
  field.setAttribute('style', 'position:fixed;opacity:0;pointer-events:none');
  root.append(field);
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', plain);
    if (rich !== null) event.clipboardData?.setData('text/html', rich);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  field.addEventListener('copy', onCopy);
  field.select();
  const done = doc.execCommand('copy');
  field.remove();
  return done;
}
