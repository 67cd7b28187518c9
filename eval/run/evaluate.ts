import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import type { Config } from '../../server/runtime/config.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { AppError } from '../../server/errors.ts';
import { readVocabulary } from '../../server/corpus/vocabulary.ts';
import { DEEPEST_RANK } from '../baselines/compare-systems.ts';
import type { Collection } from '../collections/collection.ts';
import { ensureIndex } from '../collections/document-index.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { runSelfTest } from '../metric-self-test/self-test.ts';
import type { Documents } from '../metrics/citations.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { runRobustness } from '../robustness/run-robustness.ts';
import { variations } from '../robustness/variants.ts';
import { runDistractors, type DistractorFigures } from '../robustness/with-distractors.ts';
import { loadScenarios } from '../rules/load-scenarios.ts';
import { runRuleSuite } from '../rules/rule-suite.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import type { InProcess } from '../system/in-process.ts';
import type { System } from '../system/system.ts';
import { openParts, type BaselineParts } from './baseline-parts.ts';
import { compareOnCases, compareOnCollection } from './compare-collections.ts';
import type { Evaluation } from './evaluation.ts';
import { leaveOneDocumentOut } from './leave-one-document-out.ts';
import { latencyOf, measureLatency } from './measure-latency.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { runCases, type RunOptions } from './run-cases.ts';
import { trySituations } from './situation-trial.ts';
import { tryThirdTurns } from './third-turn-trial.ts';

const corpusDir = join(resolve(import.meta.dirname, '..', '..'), 'corpus');

export interface EvaluateRequest {
  system: System;
  /** Where the system runs in this process: its parts, to time it and to load it with another index. */
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
  /** Also ask as if each document in turn had just been added. */
  leaveOneDocumentOut?: boolean;
  /** Questions of others on documents of others. */
  collection?: Collection;
  /** Texts that are no longer in force, to put among the sources. */
  distractors?: readonly CanonicalDocument[];
  timeoutMs: number;
  cacheDir: string;
  progress: Progress;
}

/** Runs all parts; a part that cannot run is named in the notes and left out, never fatal. */
export async function evaluate(request: EvaluateRequest): Promise<Evaluation> {
  const { system, cases, documents, progress, selection, full } = request;
  const started = performance.now();
  const notes: string[] = [];
  const options: RunOptions = { timeoutMs: request.timeoutMs, depth: DEEPEST_RANK, onProgress: (done) => progress.step(done) };

  progress.stage('Vragen', cases.length);
  const results = await runCases(system, cases, documents, options);
  progress.stage('Als derde beurt', results.length);
  await tryThirdTurns(system, results, request.timeoutMs, (done) => progress.step(done));
  progress.stage('Eigen situatie', results.length);
  await trySituations(system, results, request.timeoutMs, (done) => progress.step(done));
  const evaluation: Evaluation = {
    createdAt: new Date().toISOString(),
    durationMs: 0,
    system: system.name,
    ...(selection !== undefined && { selection }),
    full,
    documents: [...documents.values()].map(({ id, title, sha256, status }) => ({ id, title, sha256, status })),
    results,
    shared: request.shared,
    ...(!request.inProcess && { latency: latencyOf(results.filter(({ ask }) => !ask.error).map(({ ask }) => ask.latencyMs)) }),
    notes,
  };
  const part: Part = async (title, run) => {
    try {
      Object.assign(evaluation, await run());
    } catch (error) {
      notes.push(`${title} is niet gemeten: ${error instanceof AppError ? error.message : messageOf(error)}`);
    }
  };
  if (request.leaveOneDocumentOut) await newDocuments(request, evaluation, options, part);
  if (!request.quick) await allParts(request, evaluation, options, part);
  evaluation.durationMs = performance.now() - started;
  progress.stop();
  return evaluation;
}

type Part = (title: string, run: () => Promise<Partial<Evaluation>>) => Promise<void>;

async function newDocuments({ inProcess, documents, progress }: EvaluateRequest, { results, notes }: Evaluation, options: RunOptions, part: Part): Promise<void> {
  if (!inProcess) {
    notes.push('De proef met een nieuw document kan alleen in dit proces, niet op een draaiende server.');
    return;
  }
  await part('De proef met een nieuw document', async () => ({
    leaveOneDocumentOut: await leaveOneDocumentOut({
      originals: results,
      documents,
      without: (documentId) => inProcess.without(documentId),
      options,
      onRound: (documentId, total) => progress.stage(`Zonder ${documentId}`, total),
    }),
  }));
}

async function allParts(request: EvaluateRequest, evaluation: Evaluation, options: RunOptions, part: Part): Promise<void> {
  const { system, inProcess, cases, documents, plan, progress, config, cacheDir } = request;
  const { results, notes } = evaluation;
  if (inProcess) {
    progress.stage('Tijd per antwoord', 1);
    evaluation.latency = await measureLatency(inProcess.timed, cases, request.timeoutMs);
  }
  const parts = await openParts(config, cacheDir, inProcess).catch((error: unknown) => {
    notes.push(`De andere systemen zijn niet gemeten: ${messageOf(error)}`);
    return undefined;
  });
  if (parts && sameTexts(parts, documents)) {
    await part('De vergelijking met andere systemen', async () => {
      const { figures, tutorialAnswers } = await compareOnCases({ parts, progress, results, documents, ownParts: plan.parts });
      return { collections: [figures], tutorialAnswers };
    });
  } else if (parts) {
    notes.push('De andere systemen zijn niet gemeten: de server heeft andere teksten dan de index op deze machine.');
  }
  const { collection } = request;
  if (parts && collection) {
    await part('De tweede verzameling', async () => ({ collections: [...(evaluation.collections ?? []), await compareOnCollection({ parts, progress, collection })] }));
  } else if (!collection) notes.push('Er is niet in een tweede verzameling gezocht: geef er een met --collection.');
  await part('Andere schrijfwijzen', async () => {
    const dictionary = await loadDictionary();
    const robustness = await runRobustness({
      system,
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
    return { robustness };
  });
  const { distractors } = request;
  if (inProcess && distractors) await part('De proef met oude wetten', async () => ({ distractors: await crowd(inProcess, distractors, request, results, options) }));
  else if (inProcess) notes.push('De proef met oude wetten is niet gedaan: geef met --distractors een map met zulke teksten.');
  else notes.push('De proef met oude wetten kan alleen in dit proces, niet op een draaiende server.');
  if (system.rules) {
    const { rules } = system;
    await part('De regelcheck', async () => {
      progress.stage('Regelcheck', plan.ruleSituations);
      return { rules: await runRuleSuite(rules, documents, { scenarios: scenarios(parts, notes), generated: plan.ruleSituations }) };
    });
  } else notes.push('De regelcheck is niet gemeten: de assistent biedt haar niet aan.');
  await part('De zelftest van de beoordeling', () => {
    progress.stage('Zelftest van de beoordeling', cases.length);
    return Promise.resolve({ selfTest: runSelfTest(cases, documents) });
  });
}

function scenarios(parts: BaselineParts | undefined, notes: string[]) {
  try {
    return parts ? loadScenarios(join(corpusDir, 'routes'), parts.index.documents) : [];
  } catch (error) {
    notes.push(`De scenario’s van de regelcheck zijn niet gemeten: ${messageOf(error)}`);
    return [];
  }
}

async function crowd(
  { encoder, engine: { index }, withIndex }: InProcess,
  distractors: readonly CanonicalDocument[],
  { progress, plan, cacheDir, full }: EvaluateRequest,
  results: readonly CaseResult[],
  options: RunOptions,
): Promise<DistractorFigures> {
  const old = distractors.filter(({ text }) => text.length <= plan.longestDistractor);
  const same = old.find(({ id }) => index.documents.has(id));
  if (same) throw new AppError(`Het document ${same.id} is ook een bron. Geef het in de lijst bij --distractors een andere id.`);
  const indexDir = join(cacheDir, full ? 'distractors-full' : 'distractors');
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
  const here = await withIndex(indexDir);
  const all = new Map((await here.documents()).map((document) => [document.id, document]));
  const chosen = sample(results, plan.distractorCases, createRandom(seedOf('distractors')));
  progress.stage('Met oude wetten', chosen.length);
  return runDistractors(here, chosen, all, new Set(old.map(({ id }) => id)), options);
}

/** The system serves the very texts that the local index holds. */
const sameTexts = ({ index }: BaselineParts, documents: ReadonlyMap<string, DocumentDetail>): boolean =>
  index.documents.size === documents.size && [...index.documents.values()].every(({ id, text }) => documents.get(id)?.text === text);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'onbekende fout');
