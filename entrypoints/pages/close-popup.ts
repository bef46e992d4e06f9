/** Closes a real popup, which would cover what it has just shown; one in a tab of its own stays, and so does the panel. */
export function closePopup(): void {
  if (location.search === '' && location.pathname.endsWith('/popup.html')) window.close();
}
