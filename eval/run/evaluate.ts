import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import type { Config } from '../../server/runtime/config.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import { AppError } from '../../server/errors.ts';
import { readVocabulary } from '../../server/corpus/vocabulary.ts';
import { answerCases, DEEPEST_RANK, recallByRank, searchCases, systemFigures } from '../baselines/compare-systems.ts';
import { hybridVariants, plainRetriever } from '../baselines/hybrid-variants.ts';
import { langchainPipeline } from '../baselines/langchain-pipeline.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { collectionIndex, ensureIndex } from '../second-benchmark/collection-index.ts';
import { loadRijksoverheid } from '../second-benchmark/rijksoverheid.ts';
import { scoreQuestion } from '../second-benchmark/score-collection.ts';
import { loadDistractors } from '../distractors/load-distractors.ts';
import { runDistractors } from '../distractors/run-distractors.ts';
import { runSelfTest } from '../metric-self-test/self-test.ts';
import type { Documents } from '../metrics/citations.ts';
import type { RetrievalScores } from '../metrics/retrieval-scores.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { runRobustness } from '../robustness/run-robustness.ts';
import { variations } from '../robustness/variants.ts';
import { loadScenarios } from '../rules/load-scenarios.ts';
import { runRuleSuite } from '../rules/rule-suite.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import type { InProcess } from '../system/in-process.ts';
import type { Subject } from '../system/system.ts';
import { casesForVerdict } from '../verdict/cases-for-verdict.ts';
import type { Baselines, CollectionFigures, Evaluation } from './evaluation.ts';
import { openLaboratory, type Laboratory } from './baseline-parts.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { latencyOf, measureLatency } from './measure-latency.ts';
import { runCases, type RunOptions } from './run-cases.ts';

const projectDir = resolve(import.meta.dirname, '..', '..');
const corpusDir = join(projectDir, 'corpus');
const testdataDir = join(projectDir, 'eval', 'testdata');

export interface EvaluateRequest {
  subject: Subject;
  /** Where the subject runs in this process: its parts, to time it and to load it with another index. */
  inProcess?: InProcess;
  config: Config;
  cases: readonly EvaluationCase[];
  documents: Documents;
  /** Frozen cases that share evidence with the tune half. */
  shared: ReadonlySet<string>;
  plan: Plan;
  full: boolean;
  /** Dutch description of the choice of cases; absent when all of a half (or both) are measured. */
  selection?: string;
  /** Only the cases themselves: no other systems, wordings or documents. */
  quick: boolean;
  timeoutMs: number;
  cacheDir: string;
  progress: Progress;
}

/** Runs all parts; a part that cannot run is named in the notes and left out, never fatal. */
export async function evaluate(request: EvaluateRequest): Promise<Evaluation> {
  const { subject, cases, documents, progress, selection, full } = request;
  const started = performance.now();
  const notes: string[] = [];
  const options: RunOptions = { timeoutMs: request.timeoutMs, depth: DEEPEST_RANK, onProgress: (done) => progress.step(done) };

  progress.stage('Vragen', cases.length);
  const results = await runCases(subject, cases, documents, options);
  const evaluation: Evaluation = {
    createdAt: new Date().toISOString(),
    durationMs: 0,
    subject: subject.name,
    ...(selection !== undefined && { selection }),
    full,
    documents: [...documents.values()].map(({ id, title, sha256, status }) => ({ id, title, sha256, status })),
    results,
    shared: request.shared,
    ...(!request.inProcess && { latency: latencyOf(results.filter(({ ask }) => !ask.error).map(({ ask }) => ask.latencyMs)) }),
    notes,
  };
  if (request.inProcess && !request.quick) {
    progress.stage('Tijd per antwoord', 1);
    evaluation.latency = await measureLatency(request.inProcess.timed, cases, request.timeoutMs);
  }
  const part = async <K extends keyof Evaluation>(key: K, title: string, run: () => Promise<Evaluation[K]>): Promise<void> => {
    try {
      evaluation[key] = await run();
    } catch (error) {
      notes.push(`${title} is niet gemeten: ${error instanceof AppError ? error.message : messageOf(error)}`);
    }
  };
  if (!request.quick) await allParts(request, evaluation, options, part);
  evaluation.durationMs = performance.now() - started;
  progress.stop();
  return evaluation;
}

type Part = <K extends keyof Evaluation>(key: K, title: string, run: () => Promise<Evaluation[K]>) => Promise<void>;

async function allParts(request: EvaluateRequest, { results, notes }: Evaluation, options: RunOptions, part: Part): Promise<void> {
  const { subject, cases, documents, plan, progress, config, cacheDir } = request;
  const laboratory = await openLaboratory(config, cacheDir, request.inProcess).catch((error: unknown) => {
    notes.push(`De andere systemen zijn niet gemeten: ${messageOf(error)}`);
    return undefined;
  });
  if (laboratory && sameTexts(laboratory, documents)) {
    await part('baselines', 'De vergelijking met andere systemen', () => baselines(laboratory, results, documents, plan, progress));
    await part('collection', 'De tweede verzameling', () => collection(laboratory, plan, progress));
  } else if (laboratory) {
    notes.push('De andere systemen zijn niet gemeten: de server heeft andere teksten dan de index op deze machine.');
  }
  await part('robustness', 'Andere schrijfwijzen', async () => {
    const dictionary = await loadDictionary();
    return runRobustness({
      subject,
      originals: results,
      documents,
      variations: variations({
        texts: [...documents.values()].map(({ text }) => text),
        glossary: readVocabulary(await readFile(join(corpusDir, 'vocabulary.yaml'), 'utf8')).terms,
        isWord: (word) => dictionary.has(word),
      }),
      size: plan.perVariation,
      options,
      onVariation: (label, total) => progress.stage(label, total),
    });
  });
  const { inProcess } = request;
  if (inProcess) {
    await part('distractors', 'De proef met oude wetten', () => distractors(inProcess, request, results, options));
  } else notes.push('De proef met oude wetten kan alleen in dit proces, niet op een draaiende server.');
  if (subject.rules) {
    const { rules } = subject;
    await part('rules', 'De regelcheck', () => {
      progress.stage('Regelcheck', plan.ruleSituations);
      return runRuleSuite(rules, documents, { scenarios: scenarios(laboratory, notes), generated: plan.ruleSituations });
    });
  } else notes.push('De regelcheck is niet gemeten: de assistent biedt haar niet aan.');
  await part('selfTest', 'De zelftest van de beoordeling', () => {
    progress.stage('Zelftest van de beoordeling', cases.length);
    return Promise.resolve(runSelfTest(cases, documents));
  });
}

function scenarios(laboratory: Laboratory | undefined, notes: string[]) {
  try {
    return laboratory ? loadScenarios(join(corpusDir, 'rules'), laboratory.index.documents) : [];
  } catch (error) {
    notes.push(`De scenario’s van de regelcheck zijn niet gemeten: ${messageOf(error)}`);
    return [];
  }
}

async function baselines(laboratory: Laboratory, results: readonly CaseResult[], documents: Documents, plan: Plan, progress: Progress): Promise<Baselines> {
  const { index, encoder, embeddings, cacheDir } = laboratory;
  const { results: judged } = casesForVerdict(results);
  const answerable = judged.filter(({ scores }) => scores.retrieval);
  const ours = answerable.map(({ scores }) => scores.retrieval!);
  const cases = answerable.map((result) => result.case);
  progress.stage('LangChain-voorbeeld: index', 1);
  const tutorial = await langchainPipeline([...index.documents.values()], { embeddings, modelSha256: encoder.modelSha256, cacheDir });
  const systems = [...hybridVariants(index, encoder), ...(plan.parts ? [plainRetriever(index, encoder)] : []), tutorial];
  const figures = [];
  for (const system of systems) {
    progress.stage(system.label, cases.length);
    const theirs = await searchCases(system, cases, (done) => progress.step(done));
    figures.push(systemFigures(system, theirs, ours));
  }
  const tutorialAnswers = await answerCases(tutorial, judged.map((result) => result.case), documents);
  return { systems: figures, recallByRank: recallByRank(ours), n: cases.length, tutorialAnswers };
}

async function collection(laboratory: Laboratory, plan: Plan, progress: Progress): Promise<CollectionFigures> {
  const { encoder, embeddings, cacheDir } = laboratory;
  const { documents, questions } = await loadRijksoverheid(join(testdataDir, 'rijksoverheid-faq.jsonl'));
  progress.stage('Tweede verzameling: index', documents.length);
  const index = await collectionIndex({ documents, encoder, indexDir: join(cacheDir, 'rijksoverheid'), glossary: '', onProgress: (done) => progress.step(done) });
  const chosen = sample(questions, plan.collectionQuestions, createRandom(seedOf('rijksoverheid')));
  const tutorial = await langchainPipeline(documents, { embeddings, modelSha256: encoder.modelSha256, cacheDir });
  let ours: RetrievalScores[] | undefined;
  const systems = [];
  for (const system of [plainRetriever(index, encoder), ...hybridVariants(index, encoder), tutorial]) {
    progress.stage(`Rijksoverheid: ${system.id}`, chosen.length);
    const scores: RetrievalScores[] = [];
    for (const question of chosen) {
      scores.push(await scoreQuestion(system, question));
      progress.step(scores.length);
    }
    ours ??= scores;
    systems.push(systemFigures(system, scores, ours));
  }
  return { name: 'Rijksoverheid.nl, vragen en antwoorden (CC0)', n: chosen.length, documents: documents.length, systems };
}

async function distractors(inProcess: InProcess, request: EvaluateRequest, results: readonly CaseResult[], options: RunOptions) {
  const { progress, plan, cacheDir } = request;
  const { encoder, engine } = inProcess;
  const { index } = engine;
  const old = (await loadDistractors(join(testdataDir, 'distractors'))).filter(({ text }) => text.length <= plan.longestDistractor);
  const indexDir = join(cacheDir, request.full ? 'distractors-full' : 'distractors');
  let begun = false;
  await ensureIndex({
    documents: [...index.documents.values(), ...old],
    encoder,
    indexDir,
    glossary: index.glossary,
    rulesDir: index.rulesDir,
    onProgress: (done, total) => {
      if (!begun) progress.stage('Oude wetten: index', total);
      begun = true;
      progress.step(done);
    },
  });
  const here = await inProcess.withIndex(indexDir);
  const all = new Map((await here.documents()).map((document) => [document.id, document]));
  const chosen = sample(results, plan.distractorCases, createRandom(seedOf('distractors')));
  progress.stage('Met oude wetten', chosen.length);
  return runDistractors(here, chosen, all, options);
}

/** The subject serves the very texts that the local index holds. */
const sameTexts = ({ index }: Laboratory, documents: ReadonlyMap<string, DocumentDetail>): boolean =>
  index.documents.size === documents.size && [...index.documents.values()].every(({ id, text }) => documents.get(id)?.text === text);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'onbekende fout');
