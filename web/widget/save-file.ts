/** Offers bytes to the user as a download. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read the bytes after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
