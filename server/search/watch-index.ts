import { currentVersion } from './index-pointer.ts';

/** How often the pointer file is read; polling works on every file system, a watcher does not. */
const EVERY_MS = 1000;

/**
 * Calls `onChange` when another version is put to use. `onChange` returns the version it took
 * over, or undefined when it refused it; a refused version is not tried again.
 * @returns stops watching
 */
export function watchIndex(
  indexDir: string,
  version: string,
  onChange: () => Promise<string | undefined>,
  everyMs = EVERY_MS,
): () => void {
  let seen = version;
  let busy = false;
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const now = await currentVersion(indexDir);
      if (now === undefined || now === seen) return;
      seen = now;
      seen = (await onChange()) ?? now;
    } finally {
      busy = false;
    }
  }
  return () => clearInterval(timer);
}
