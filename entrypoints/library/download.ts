/** Offers a file for saving, without the permission that the downloads API would need. */
export function downloadFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after this turn; a minute is ample and the page's end frees it anyway.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
