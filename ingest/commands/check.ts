import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { EncoderChoice } from '../../server/model/create-encoder.ts';
import { loadCorpus } from '../load-corpus.ts';
import { fingerprint } from '../fingerprint.ts';
import { loadMissing } from '../missing.ts';
import { DEFAULT_PASSAGES } from '../passages.ts';
import { DOCUMENTS_FOLDER } from '../sources.ts';
import { coverageRemarks } from '../statements/statements-report.ts';
import { checkRules, checkStatements, isCurrent, readVocabularyText } from './build.ts';
import type { Output } from './output.ts';
import { documentReports } from './report.ts';

/**
 * Reads everything and writes nothing.
 * @returns exit status: 1 if something must be mended
 * @throws DocumentError for a wrong sources.yaml
 */
export async function check(dirs: { corpusDir: string; indexDir: string; encoder: EncoderChoice }, output: Output): Promise<number> {
  const { reports, faults } = await documentReports(dirs.corpusDir);
  for (const one of reports) {
    output.line(`In orde: ${one.file} (${one.pages} pagina’s, ${one.passages} passages)`);
    for (const warning of one.warnings) output.line(`  Let op: ${warning}`);
  }
  const strays = await strayFiles(dirs.corpusDir, reports.map(({ file }) => file), faults);
  for (const file of strays) {
    output.line(`Let op: ${file} staat in corpus/${DOCUMENTS_FOLDER}/, maar niet in sources.yaml. Voeg het toe of haal het bestand weg.`);
  }
  if (faults.length === 0) {
    const { documents } = await loadCorpus(dirs.corpusDir);
    const keepFault = (error: unknown): undefined => {
      if (!(error instanceof AppError)) throw error;
      faults.push(error.message);
    };
    await checkRules(dirs.corpusDir, documents, await readVocabularyText(dirs.corpusDir)).catch(keepFault);
    const statements = await checkStatements(dirs.corpusDir, documents).catch(keepFault);
    if (statements) await loadMissing(dirs.corpusDir, documents, statements.statements).catch(keepFault);
    for (const line of statements ? coverageRemarks(statements, documents) : []) output.line(line);
  }
  const current = await isCurrent(dirs.indexDir, dirs.encoder, await fingerprint(dirs.corpusDir, DEFAULT_PASSAGES));
  output.line(current ? 'De index is bijgewerkt.' : 'De index is niet bijgewerkt. Bouw hem met: npm run ingest');
  for (const fault of faults) output.error(fault);
  return faults.length > 0 ? 1 : 0;
}

async function strayFiles(corpusDir: string, known: readonly string[], faults: readonly string[]): Promise<string[]> {
  const files = await readdir(join(corpusDir, DOCUMENTS_FOLDER)).catch(() => []);
  return files.filter((file) => !file.startsWith('.') && !known.includes(file) && !faults.some((fault) => fault.startsWith(`${file}:`)));
}
