import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexUnusableError } from '../../server/errors.ts';
import { FORMAT_VERSION, MANIFEST, Manifest } from '../../server/search/index-manifest.ts';
import { currentVersion, point } from '../../server/search/index-pointer.ts';
import { fileSha256 } from '../../server/search/verified-file.ts';
import { loadKinds, parseSources, readSource, SOURCES_FILE } from '../sources.ts';
import type { Output } from './output.ts';
import { writeAtomically } from './write-atomically.ts';

/** Beside a version: the `sources.yaml` that it was made from, so that going back to it takes the corpus along. */
const snapshotPath = (indexDir: string, version: string): string => join(indexDir, `bronnen-${version}.yaml`);

export interface Version {
  version: string;
  createdAt: string;
  documents: number;
  passages: number;
  current: boolean;
}

/** Called after a build. Copies of versions that are gone go too. */
export async function keepSources(indexDir: string, corpusDir: string, version: string): Promise<void> {
  await writeAtomically(snapshotPath(indexDir, version), await readFile(join(corpusDir, SOURCES_FILE)));
  const names = await readdir(indexDir);
  for (const name of names) {
    const of = /^bronnen-(v[\w-]+)\.yaml$/.exec(name)?.[1];
    if (of !== undefined && !names.includes(of)) await rm(join(indexDir, name), { force: true });
  }
}

/** Newest first. */
export async function versionsOf(indexDir: string): Promise<Version[]> {
  const current = await currentVersion(indexDir);
  const names = (await readdir(indexDir).catch(() => [])).filter((name) => /^v\d+-[\w-]+$/.test(name));
  const found = await Promise.all(
    names.map(async (version): Promise<Version[]> => {
      const manifest = await manifestOf(indexDir, version);
      if (manifest?.formatVersion !== FORMAT_VERSION) return [];
      return [{ version, createdAt: manifest.createdAt, documents: manifest.counts.documents, passages: manifest.counts.passages, current: version === current }];
    }),
  );
  return found.flat().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export async function versions(indexDir: string, { json = false }: { json?: boolean }, output: Output): Promise<number> {
  const found = await versionsOf(indexDir);
  if (json) output.line(JSON.stringify(found));
  else for (const { version, createdAt, documents, passages, current } of found) output.line(`${current ? '* ' : '  '}${version}  ${createdAt}  ${documents} documenten, ${passages} passages`);
  return 0;
}

/**
 * Puts an earlier version to use, and the list of sources that it was made from back into the corpus. Files of documents stay,
 * so that going forward again loses nothing.
 * @throws IndexUnusableError for a version that is not there or is damaged, DocumentError for a document whose file is gone
 */
export async function rollback(dirs: { corpusDir: string; indexDir: string }, version: string, output: Output): Promise<number> {
  const { corpusDir, indexDir } = dirs;
  const manifest = /^v\d+-[\w-]+$/.test(version) ? await manifestOf(indexDir, version) : undefined;
  if (manifest?.formatVersion !== FORMAT_VERSION) throw new IndexUnusableError(`Er is geen index "${version}". Zie welke er zijn: npm run ingest -- versions`);
  const intact = await Promise.all(Object.entries(manifest.files).map(async ([name, expected]) => (await fileSha256(join(indexDir, version, ...name.split('/'))).catch(() => '')) === expected));
  if (!intact.every(Boolean)) throw new IndexUnusableError(`De index "${version}" is beschadigd. De index in gebruik is niet gewijzigd.`);

  const before = await currentVersion(indexDir);
  const snapshot = await readFile(snapshotPath(indexDir, version), 'utf8').catch(() => undefined);
  if (snapshot === undefined) output.line('Let op: bij deze index is geen bronnenlijst bewaard; corpus/ blijft zoals het is. De volgende "npm run ingest" bouwt dus weer de nieuwste.');
  else {
    for (const source of parseSources(snapshot, await loadKinds(corpusDir))) await readSource(corpusDir, source);
    if (before !== undefined) await keepSources(indexDir, corpusDir, before);
    await writeAtomically(join(corpusDir, SOURCES_FILE), snapshot);
  }
  await point(indexDir, version);
  output.line(`De index van ${manifest.createdAt.slice(0, 16).replace('T', ' ')} (${manifest.counts.documents} documenten) is weer in gebruik.`);
  return 0;
}

async function manifestOf(indexDir: string, version: string): Promise<Manifest | undefined> {
  const text = await readFile(join(indexDir, version, MANIFEST), 'utf8').catch(() => '');
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
