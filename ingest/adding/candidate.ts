import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { askMetadata, type Ask, type Known } from '../commands/ask-metadata.ts';
import { proposeLicence, proposeWithPlaces, type FoundIn } from '../commands/propose-metadata.ts';
import { readDocument } from '../readers/read-document.ts';
import { EXTENSIONS } from '../readers/sniff.ts';
import { sha256 } from '../sources.ts';

export type Given = Partial<Record<keyof SourceMetadata, string>>;

/** A document that may be added: what was read and proposed, and what is still wrong. */
export interface Candidate {
  path: string;
  /** Name of the file as it was handed over. */
  name: string;
  text: SourceText;
  metadata: Partial<SourceMetadata> & Pick<SourceMetadata, 'id' | 'file' | 'sha256'>;
  /** Where each proposal was found; nothing for fields that somebody gave. */
  found: FoundIn;
  /** Dutch, what is missing or wrong in the metadata; without any it can be added. */
  fault?: string;
}

/** Files as named, and those in folders; hidden files and other kinds of files in a folder are passed over. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path).catch(() => undefined))?.isDirectory()) found.push(path);
    else {
      const names = (await readdir(path, { recursive: true })).sort();
      const readable = names.filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()) && !basename(name).startsWith('.'));
      if (readable.length === 0) throw new DocumentError(`${basename(path)}: in deze map staat geen bestand dat gelezen kan worden. Gebruik ${EXTENSIONS.join(', ')}.`);
      found.push(...readable.map((name) => join(path, name)));
    }
  }
  return found;
}

/**
 * Reads a file and completes its metadata from its text, what was given and, if somebody is there, by asking.
 * @throws DocumentError for a file that cannot be read or that the corpus has already
 */
export async function readCandidate(path: string, given: Given, known: Known, ask?: Ask): Promise<Candidate> {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new DocumentError(`${name}: het bestand bestaat niet of is niet te lezen. Controleer de naam en de rechten.`);
  });
  const digest = sha256(bytes);
  const same = known.sources.find((source) => source.sha256 === digest);
  if (same) throw new DocumentError(`${name}: dit document staat al in het corpus, als ${same.id}.`);

  const text = await readDocument(path, bytes);
  const { proposal, found } = proposeWithPlaces(path, text, known.kinds);
  const licence = proposeLicence({ ...proposal, ...(given as Partial<SourceMetadata>) });
  const proposed = { ...proposal, ...(licence && { licence: licence.licence }), ...definedOnly(given), sha256: digest };
  const places: FoundIn = { ...found, ...(licence && { licence: licence.found }) };
  for (const field of Object.keys(definedOnly(given))) delete places[field as keyof FoundIn];
  try {
    return { path, name, text, metadata: await askMetadata(proposed, given, known, ask), found: places };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const file = `${proposed.id}${extname(proposal.file)}`;
    return { path, name, text, metadata: { ...(proposed as Partial<SourceMetadata>), id: proposed.id, file, sha256: digest }, found: places, fault: error.message };
  }
}

const definedOnly = (fields: Given): Given => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
