import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { DocumentError } from '../../server/errors.ts';
import { loadSources, SOURCES_FILE, sourcePath } from '../sources.ts';
import type { Output } from './output.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Takes a document out of `sources.yaml` and deletes its file. Other entries and comments stay as they are.
 * @throws DocumentError for an unknown id, or while rules quote the document
 */
export async function remove(corpusDir: string, id: string, { force = false }: { force?: boolean }, output: Output): Promise<number> {
  const sources = await loadSources(corpusDir);
  const source = sources.find((one) => one.id === id);
  if (!source) {
    throw new DocumentError(`Er is geen document met id "${id}". Bekend zijn: ${sources.map((one) => one.id).join(', ') || 'geen'}.`);
  }
  const rules = await rulesThatQuote(corpusDir, id);
  if (rules.length > 0 && !force) {
    throw new DocumentError(
      `${source.file}: deze regels citeren het document nog: ${rules.join(', ')}. Pas ze aan, of verwijder toch met --force.`,
    );
  }
  const path = join(corpusDir, SOURCES_FILE);
  await writeAtomically(path, withoutEntry(await readFile(path, 'utf8'), id));
  await rm(sourcePath(corpusDir, source), { force: true });
  output.line(`${id} is verwijderd. Werk de index bij met: npm run ingest`);
  return 0;
}

/** Cuts the lines of one entry, with the comment right above it; so the rest keeps its layout to the letter. */
function withoutEntry(yaml: string, id: string): string {
  const document = parseDocument(yaml);
  if (!isSeq(document.contents)) return yaml;
  const items = document.contents.items;
  const at = items.findIndex((item) => isMap(item) && (item.get('id') as unknown) === id);
  const start = entryStart(yaml, items[at]);
  const end = at + 1 < items.length ? entryStart(yaml, items[at + 1]) : yaml.length;
  return `${yaml.slice(0, start)}${yaml.slice(end)}`.replace(/\n{3,}/g, '\n\n').replace(/\n*$/, '\n');
}

function entryStart(yaml: string, item: unknown): number {
  const range = isMap(item) ? item.range : undefined;
  return range ? yaml.lastIndexOf('\n', range[0]) + 1 : yaml.length;
}

async function rulesThatQuote(corpusDir: string, id: string): Promise<string[]> {
  const folder = join(corpusDir, 'routes');
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter((name) => name.endsWith('.yaml'))) {
    const text = await readFile(join(folder, entry), 'utf8');
    if (new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text)) found.push(entry);
  }
  return found;
}
