import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CURRENT, MANIFEST } from './index-manifest.ts';

/** One version of the index, with the sha256 of its manifest, which has that of every file: what is not as it was written is not used. */
export interface VersionPointer {
  version: string;
  /** Absent in a pointer that was written by hand or cut short; such a version is not opened. */
  manifestSha256?: string;
}

/** What `CURRENT` says: the version in use, and the one before it, for when the first cannot be used. */
export interface IndexPointer {
  current: VersionPointer;
  previous?: VersionPointer;
}

const LINE = /^(v[\w-]+)(?: ([0-9a-f]{64}))?$/;

/** Undefined when nothing was built yet, or the file does not say. */
export async function readPointer(indexDir: string): Promise<IndexPointer | undefined> {
  const text = await readFile(join(indexDir, CURRENT), 'utf8').catch(() => '');
  const [current, previous] = text.trimEnd().split('\n').map(parseLine);
  return current && { current, ...(previous && { previous }) };
}

function parseLine(line: string): VersionPointer | undefined {
  const [, version, manifestSha256] = LINE.exec(line) ?? [];
  return version === undefined ? undefined : { version, ...(manifestSha256 !== undefined && { manifestSha256 }) };
}

/** Name of the version in use, or undefined when nothing was built yet. */
export async function currentVersion(indexDir: string): Promise<string | undefined> {
  return (await readPointer(indexDir))?.current.version;
}

/** Puts a version to use by one rename; the one that was in use becomes the one before, unless it is damaged. @returns the one before */
export async function point(indexDir: string, version: string): Promise<VersionPointer | undefined> {
  const old = await readPointer(indexDir);
  const previous = await firstIntact(indexDir, [old?.current, old?.previous].filter((one) => one !== undefined && one.version !== version));
  const current = { version, manifestSha256: await manifestSha256(indexDir, version) };
  const next = join(indexDir, `.${CURRENT}-${process.pid}`);
  const file = await open(next, 'w');
  try {
    await file.writeFile([current, previous].map((one) => (one ? `${one.version} ${one.manifestSha256}\n` : '')).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, join(indexDir, CURRENT));
  return previous;
}

async function firstIntact(indexDir: string, candidates: readonly (VersionPointer | undefined)[]): Promise<VersionPointer | undefined> {
  for (const one of candidates) {
    if (one?.manifestSha256 !== undefined && (await manifestSha256(indexDir, one.version).catch(() => undefined)) === one.manifestSha256) return one;
  }
  return undefined;
}

/** Of the manifest as it lies there now. */
export const manifestSha256 = async (indexDir: string, version: string): Promise<string> => sha256Of(await readFile(join(indexDir, version, MANIFEST)));

export const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
