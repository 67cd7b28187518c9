import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { filesOf, readCandidate, type Candidate, type Given } from '../adding/candidate.ts';
import { previewAll } from '../adding/preview.ts';
import { printPreview, printSuperseded } from '../adding/print-preview.ts';
import { checkSuperseding, withEnd, type Supersedes } from '../adding/supersede.ts';
import { DOCUMENTS_FOLDER, loadKinds, loadSources, parseSources, sha256, SOURCES_FILE, sourcePath } from '../sources.ts';
import type { Ask, Known } from './ask-metadata.ts';
import type { Output } from './output.ts';
import { writeAtomically } from './write-atomically.ts';

export interface AddOptions {
  /** Fields given on the command line; several documents share them. */
  given: Given;
  /** Asks a question with a proposed answer; absent when nobody is there to answer. */
  ask?: Ask;
  /** The document that the new one replaces. */
  supersedes?: Supersedes;
  /** The index is built right after it. */
  building?: boolean;
}

/** Only one document can have these. */
const OF_ONE_DOCUMENT = ['id', 'title', 'shortTitle', 'address'] as const;

/** @returns exit status: 1 if something keeps a document from being added */
export async function previewDocuments(corpusDir: string, paths: readonly string[], options: AddOptions & { json?: boolean }, output: Output): Promise<number> {
  const known = await knownOf(corpusDir);
  const { candidates, faults } = await readAll(paths, options, known);
  const previews = await previewAll(corpusDir, candidates, known.sources, options.supersedes);
  if (options.json) {
    output.line(JSON.stringify({ documents: previews, faults }));
    return faults.length > 0 || previews.some(({ fault }) => fault !== undefined) ? 1 : 0;
  }
  for (const one of previews) printPreview(one, output);
  for (const fault of [...faults, ...previews.flatMap(({ fault, name }) => (fault === undefined ? [] : [`${name}: ${fault}`]))]) output.error(fault);
  const ready = previews.filter(({ fault }) => fault === undefined).length;
  output.line(
    ready === previews.length && faults.length === 0
      ? `Er is niets geschreven. Klopt het? Geef dezelfde opdracht met --yes${previews.length > 1 ? `; dan worden ${ready} documenten toegevoegd` : ''}.`
      : 'Er is niets geschreven. Vul eerst aan wat hierboven ontbreekt.',
  );
  return ready === previews.length && faults.length === 0 ? 0 : 1;
}

/**
 * Adds documents, all or none: reads them (a file that cannot be read is refused before anything is written), proposes metadata
 * from their content, asks for the rest if somebody can be asked, copies them to the corpus and adds them to `sources.yaml`.
 * @throws DocumentError that names every fault
 */
export async function addDocuments(corpusDir: string, paths: readonly string[], options: AddOptions, output: Output): Promise<number> {
  const known = await knownOf(corpusDir);
  const { candidates, faults } = await readAll(paths, options, known);
  for (const { text } of candidates) for (const warning of text.warnings ?? []) output.line(`Let op: ${warning}`);
  faults.push(...candidates.flatMap(({ fault, name }) => (fault === undefined ? [] : [candidates.length > 1 ? `${name}: ${fault}` : fault])));
  if (faults.length > 0) throw new DocumentError(faults.join('\n'));

  const replaced = options.supersedes && candidates[0] && checkSuperseding(options.supersedes, candidates[0].metadata, known.sources);
  const changes = replaced && (await previewAll(corpusDir, candidates, known.sources, options.supersedes))[0]?.supersedes;
  await write(corpusDir, candidates, known, replaced && ((yaml, by) => withEnd(yaml, replaced.old.id, replaced.on, by)));
  for (const { metadata } of candidates) output.line(`${metadata.id} is toegevoegd.${options.building ? '' : ' Controleer de tekst met "npm run ingest -- report" en bouw de index met "npm run ingest".'}`);
  if (changes) printSuperseded(changes, output);
  return 0;
}

/** One document. @throws DocumentError */
export const add = (corpusDir: string, path: string, options: AddOptions, output: Output): Promise<number> => addDocuments(corpusDir, [path], options, output);

const knownOf = async (corpusDir: string): Promise<Known> => ({ sources: await loadSources(corpusDir), kinds: await loadKinds(corpusDir) });

async function readAll(paths: readonly string[], { given, ask, supersedes }: AddOptions, known: Known): Promise<{ candidates: Candidate[]; faults: string[] }> {
  const files = await filesOf(paths);
  const single = OF_ONE_DOCUMENT.filter((field) => given[field] !== undefined);
  if (files.length > 1 && (single.length > 0 || supersedes)) {
    throw new DocumentError(`${[...single, ...(supersedes ? ['supersedes'] : [])].join(', ')} hoort bij één document. Voeg de ${files.length} bestanden dan apart toe.`);
  }
  const candidates: Candidate[] = [];
  const faults: string[] = [];
  for (const path of files) {
    try {
      const sources = [...known.sources, ...candidates.map(({ metadata }) => metadata as SourceMetadata)];
      candidates.push(await readCandidate(path, given, { ...known, sources }, ask));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      faults.push(error.message);
    }
  }
  return { candidates, faults };
}

/** Files first, then the list that names them in one step; what was copied goes again when that fails. */
async function write(corpusDir: string, candidates: readonly Candidate[], { sources, kinds }: Known, ended: ((yaml: string, by: string) => string) | undefined): Promise<void> {
  const copied: string[] = [];
  const sourcesPath = join(corpusDir, SOURCES_FILE);
  let yaml = await readFile(sourcesPath, 'utf8');
  if (ended) yaml = ended(yaml, candidates[0]?.metadata.shortTitle ?? '');
  const metadata = candidates.map((one) => one.metadata as SourceMetadata);
  yaml = `${yaml.replace(/\n*$/, '\n\n')}${stringify(metadata, { lineWidth: 0 })}`;
  parseSources(yaml, kinds);
  await mkdir(join(corpusDir, DOCUMENTS_FOLDER), { recursive: true });
  try {
    for (const { path, metadata: own } of candidates) {
      const target = sourcePath(corpusDir, own);
      if (sources.some((source) => source.file === own.file) || (existsSync(target) && sha256(await readFile(target)) !== own.sha256)) {
        throw new DocumentError(`${own.file}: dit bestand staat al in corpus/${DOCUMENTS_FOLDER}/. Kies een ander id, of verwijder het oude document eerst.`);
      }
      if (existsSync(target)) continue;
      copied.push(target);
      await copyFile(path, target);
    }
    await writeAtomically(sourcesPath, yaml);
  } catch (error) {
    for (const target of copied) await rm(target, { force: true });
    throw error;
  }
}

