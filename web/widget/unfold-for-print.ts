/** Paper cannot be unfolded: what is folded is open while the page is printed, and folded again after. */
export function unfoldForPrint(root: ParentNode, signal: AbortSignal): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener(
    'beforeprint',
    () => {
      opened = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const details of opened) details.open = true;
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      for (const details of opened) details.open = false;
      opened = [];
    },
    { signal },
  );
}
