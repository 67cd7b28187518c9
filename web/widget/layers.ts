const KEY = 'bekostigingswijzer';

/** What covers the page in this entry of the browser's history, the lowest first. */
export function layersIn(state: unknown): string[] {
  const layers = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[KEY] : undefined;
  return Array.isArray(layers) ? layers.filter((layer) => typeof layer === 'string') : [];
}

/** A state of the host page with our layers in it; what the host keeps there stays. */
export function withLayers(state: unknown, layers: readonly string[]): object {
  return { ...(typeof state === 'object' && state !== null ? state : {}), [KEY]: layers };
}
