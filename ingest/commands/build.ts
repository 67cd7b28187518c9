import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { chosenModelSha256, createEncoder, type EncoderChoice } from '../../server/model/create-encoder.ts';
import { fingerprint, type Fingerprint } from '../fingerprint.ts';
import { DEFAULT_PASSAGES } from '../passages.ts';
import { createProgress } from '../progress.ts';
import { loadComparisons } from '../comparisons.ts';
import { loadMissing } from '../missing.ts';
import { loadQuestions, QUESTIONS_FOLDER } from '../questions.ts';
import type { LoadedStatements } from '../statements/load-statements.ts';
import type { Output } from './output.ts';

/** A text is encoded by one thread, several texts at once. */
const ONE_THREAD = 1;

export interface BuildOptions {
  corpusDir: string;
  indexDir: string;
  encoder: EncoderChoice;
  /** Build even if nothing changed. */
  force?: boolean;
  /** How many versions of the index stay; two by default. */
  keep?: number;
  /** Build from the documents that can be read, instead of keeping the old index. */
  skipFaulty?: boolean;
}

/**
 * Brings the index up to date. Everything heavy is loaded only when there is something to do.
 * @returns exit status: 1 if a document was left out
 * @throws DocumentError when a document cannot be read; the old index stays as it is
 */
export async function build(options: BuildOptions, output: Output): Promise<number> {
  const started = Date.now();
  const { corpusDir, indexDir, encoder } = options;
  const print = await fingerprint(corpusDir, DEFAULT_PASSAGES);
  if (!options.force && (await isCurrent(indexDir, encoder, print))) {
    output.line('De index is bijgewerkt; er is niets veranderd.');
    return 0;
  }
  const { documents, faults, warnings } = await loadDocuments(options);
  for (const warning of warnings) output.line(`Let op: ${warning}`);

  const vocabulary = await readVocabularyText(corpusDir);
  await checkRules(corpusDir, documents, vocabulary);
  const { statements } = await checkStatements(corpusDir, documents);
  const missing = await loadMissing(corpusDir, documents, statements);
  const comparisons = await loadComparisons(corpusDir, documents, statements);

  const [{ makePassages }, { buildIndex }] = await Promise.all([import('../passages.ts'), import('../build-index.ts')]);
  const passages = documents.flatMap((document) => makePassages(document, DEFAULT_PASSAGES));
  const { questions, documentsWithout } = await loadQuestions(corpusDir, documents);
  if (documentsWithout.length > 0) {
    output.line(`Let op: over ${documentsWithout.length} van de ${documents.length} documenten staan geen vragen in corpus/${QUESTIONS_FOLDER}: ${documentsWithout.join(', ')}. Antwoorden erover zijn minder goed.`);
  }
  const progress = createProgress('Passages en vragen');
  try {
    const report = await buildIndex({
      documents,
      passages,
      encoder: await createEncoder(encoder, ONE_THREAD),
      indexDir,
      glossary: vocabulary,
      questions,
      ...(statements.length > 0 && { statements }),
      ...(missing.length > 0 && { missing }),
      comparisons,
      ...(existsSync(join(corpusDir, 'routes')) ? { rulesDir: join(corpusDir, 'routes') } : {}),
      ...print,
      ...(options.keep !== undefined && { keep: options.keep }),
      onProgress: (done, total) => progress.update(done, total),
    });
    progress.stop();
    const { keepSources } = await import('./versions.ts');
    await keepSources(indexDir, corpusDir, report.version);
    if (report.problem !== undefined) output.line(`Let op: ${report.problem}`);
    const seconds = ((Date.now() - started) / 1000).toFixed(1).replace('.', ',');
    output.line(
      `De index is klaar: ${documents.length} documenten, ${report.passages} passages, ` +
        `waarvan ${report.embedded} nieuw berekend, ${report.questions} vragen (${seconds} s).`,
    );
  } finally {
    progress.stop();
  }
  for (const { message } of faults) output.error(message);
  if (faults.length > 0) output.error(`${faults.length} document(en) overgeslagen. Verbeter of verwijder ze en bouw de index opnieuw.`);
  return faults.length > 0 ? 1 : 0;
}

/**
 * Every quote of the rules must still stand in its document, every scenario of a route must still come out, and the vocabulary names
 * routes and facts that exist.
 * @throws RulesError, or DocumentError of the vocabulary, that names file, line and reason; the old index stays as it is
 */
export async function checkRules(corpusDir: string, documents: readonly CanonicalDocument[], vocabulary: string): Promise<void> {
  const rulesDir = join(corpusDir, 'routes');
  if (!existsSync(rulesDir)) return;
  const [{ loadRules }, { checkScenarios }, { checkVocabulary }, { readVocabulary }] = await Promise.all([
    import('../../server/rules/load-rules.ts'),
    import('../../server/rules/check-scenarios.ts'),
    import('../../server/rules/check-vocabulary.ts'),
    import('../../server/corpus/vocabulary.ts'),
  ]);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const rules = loadRules(rulesDir, byId);
  checkScenarios(rulesDir, rules);
  readVocabulary(vocabulary, undefined, checkVocabulary(rules));
}

/** Empty for a corpus without one. */
export function readVocabularyText(corpusDir: string): Promise<string> {
  return readFile(join(corpusDir, 'vocabulary.yaml'), 'utf8').catch(() => '');
}

/**
 * Every statement must rest on its quotes and say no more than they do.
 * @throws DocumentError that names file, line, statement and what to do; the old index stays as it is
 */
export async function checkStatements(corpusDir: string, documents: readonly CanonicalDocument[]): Promise<LoadedStatements> {
  const { loadStatements } = await import('../statements/load-statements.ts');
  return loadStatements(corpusDir, documents);
}

async function loadDocuments({ corpusDir, skipFaulty = false }: BuildOptions) {
  const { loadCorpus } = await import('../load-corpus.ts');
  const corpus = await loadCorpus(corpusDir, { skipFaulty: true });
  if (corpus.faults.length > 0 && !skipFaulty) {
    throw new DocumentError(
      [
        ...corpus.faults.map(({ message }) => message),
        `De index is niet vervangen. De andere ${corpus.documents.length} documenten zijn in orde; ` +
          'bouw met --skip-faulty een index zonder de documenten hierboven.',
      ].join('\n'),
    );
  }
  if (corpus.documents.length === 0) throw new DocumentError('Er is geen enkel document om te indexeren. Voeg er een toe: npm run ingest -- add BESTAND');
  return corpus;
}

/** Whether the index in use was made from exactly this, by this model, and is undamaged. */
export async function isCurrent(indexDir: string, encoder: EncoderChoice, print: Fingerprint): Promise<boolean> {
  const { readManifest } = await import('../../server/search/index-reader.ts');
  const [{ FORMAT_VERSION }, { currentVersion }, { fileSha256 }] = await Promise.all([import('../../server/search/index-manifest.ts'), import('../../server/search/index-pointer.ts'), import('../../server/search/verified-file.ts')]);
  const [version, manifest, model] = await Promise.all([currentVersion(indexDir), readManifest(indexDir), chosenModelSha256(encoder)]);
  if (!version || !manifest || manifest.formatVersion !== FORMAT_VERSION) return false;
  if (manifest.model.sha256 !== model || manifest.corpusSha256 !== print.corpusSha256) return false;
  const settings = Object.entries(print.settings);
  if (settings.some(([name, value]) => manifest.settings[name] !== value)) return false;
  const intact = await Promise.all(
    Object.entries(manifest.files).map(async ([name, expected]) => {
      const sha256 = await fileSha256(join(indexDir, version, ...name.split('/'))).catch(() => undefined);
      return sha256 === expected;
    }),
  );
  return intact.every(Boolean);
}
