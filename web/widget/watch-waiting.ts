/** After so long without an answer the user is told that it takes longer than normal. */
export const slowAfterMs = 8000;

/** Calls back once when something takes long. */
export function watchWaiting(onSlow: () => void): { stop: () => void } {
  const timer = setTimeout(onSlow, slowAfterMs);
  return { stop: () => clearTimeout(timer) };
}
