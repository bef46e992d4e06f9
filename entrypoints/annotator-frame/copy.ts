/**
 * Puts a text on the clipboard, as plain and, where given, as rich text. Pages that forbid the clipboard to their frames
 * leave the browser's copy command. False where neither is allowed.
 */
export async function copyToClipboard(doc: Document, plain: string, rich: string | null): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        ...(rich === null ? {} : { 'text/html': new Blob([rich], { type: 'text/html' }) }),
      }),
    ]);
    return true;
  } catch {
    return copyByCommand(doc, plain, rich);
  }
}

function copyByCommand(doc: Document, plain: string, rich: string | null): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', plain);
    if (rich !== null) event.clipboardData?.setData('text/html', rich);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  doc.addEventListener('copy', onCopy, { capture: true, once: true });
  const done = doc.execCommand('copy');
  doc.removeEventListener('copy', onCopy, { capture: true });
  return done;
}
