/** Whether a key goes into a field, where letters are letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (target instanceof Element && target.closest('input:not([type="checkbox"]),textarea,select') !== null)
  );
}
