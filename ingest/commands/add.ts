import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { readDocument } from '../readers/read-document.ts';
import { DOCUMENTS_FOLDER, loadKinds, loadSources, parseSources, sha256, SOURCES_FILE, sourcePath } from '../sources.ts';
import { askMetadata, type Ask } from './ask-metadata.ts';
import type { Output } from './output.ts';
import { proposeMetadata } from './propose-metadata.ts';
import { writeAtomically } from './write-atomically.ts';

export interface AddOptions {
  /** Fields given on the command line. */
  given: Partial<Record<keyof SourceMetadata, string>>;
  /** Asks a question with a proposed answer; absent when nobody is there to answer. */
  ask?: Ask;
}

/**
 * Adds a document: reads it (a file that cannot be read is refused before anything is written), proposes metadata from
 * its content, asks for the rest, copies it to the corpus and adds it to `sources.yaml`.
 * @throws DocumentError
 */
export async function add(corpusDir: string, path: string, { given, ask }: AddOptions, output: Output): Promise<number> {
  const sources = await loadSources(corpusDir);
  const kinds = await loadKinds(corpusDir);
  const bytes = await readFile(path).catch(() => {
    throw new DocumentError(`${basename(path)}: het bestand bestaat niet of is niet te lezen. Controleer de naam en de rechten.`);
  });
  const digest = sha256(bytes);
  const same = sources.find((source) => source.sha256 === digest);
  if (same) throw new DocumentError(`${basename(path)}: dit document staat al in het corpus, als ${same.id}.`);

  const text = await readDocument(path, bytes);
  for (const warning of text.warnings ?? []) output.line(`Let op: ${warning}`);
  const metadata = await askMetadata({ ...proposeMetadata(path, text, kinds), ...definedOnly(given), sha256: digest }, given, { sources, kinds }, ask);
  const target = sourcePath(corpusDir, metadata);
  if (sources.some((source) => source.file === metadata.file) || existsSync(target)) {
    throw new DocumentError(`${metadata.file}: dit bestand staat al in corpus/${DOCUMENTS_FOLDER}/. Kies een ander id, of verwijder het oude document eerst.`);
  }

  const sourcesPath = join(corpusDir, SOURCES_FILE);
  const yaml = `${(await readFile(sourcesPath, 'utf8')).replace(/\n*$/, '\n\n')}${stringify([metadata], { lineWidth: 0 })}`;
  parseSources(yaml, kinds);
  await mkdir(join(corpusDir, DOCUMENTS_FOLDER), { recursive: true });
  await copyFile(path, target);
  try {
    await writeAtomically(sourcesPath, yaml);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  output.line(`${metadata.id} is toegevoegd. Controleer de tekst met "npm run ingest -- report" en bouw de index met "npm run ingest".`);
  return 0;
}

const definedOnly = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
