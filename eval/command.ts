import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import pc from 'picocolors';
import { AppError } from '../server/errors.ts';
import { readConfig } from '../server/runtime/config.ts';
import { readCollection } from './collections/read-collection.ts';
import { readDistractors } from './collections/read-distractors.ts';
import { loadCases } from './load/load-cases.ts';
import { sharedWithTune } from './load/shared-evidence.ts';
import { BAD_SYSTEMS } from './metric-self-test/bad-systems/bad-systems.ts';
import { isTrustworthy } from './metric-self-test/bad-systems/outcome.ts';
import { testSystems } from './metric-self-test/bad-systems/test-systems.ts';
import { BASELINE, readOptions, select, THRESHOLDS, type EvalOptions } from './options.ts';
import { systemsTestLines } from './report/systems-test-lines.ts';
import { writeFeedbackDrafts } from './reading/feedback/feedback-drafts.ts';
import { readFeedback } from './reading/feedback/read-feedback.ts';
import { gradeFigures } from './reading/grades/grade-figures.ts';
import { readGrades } from './reading/grades/read-grades.ts';
import { writeDrafts } from './reading/grades/write-drafts.ts';
import { writeReading } from './reading/write-reading.ts';
import { draftLines } from './report/draft-lines.ts';
import { gradeLines } from './report/grade-lines.ts';
import { caseLines, reportLines } from './report/terminal.ts';
import { evaluate } from './run/evaluate.ts';
import { DEFAULT_PLAN, FULL_PLAN } from './run/plan.ts';
import { progressBar } from './run/progress.ts';
import { SystemError } from './system/failure.ts';
import { loadInProcess } from './system/in-process.ts';
import { systemAt } from './system/over-http.ts';
import { compactJson, compactResults, readCompactResults } from './verdict/compact-results.ts';
import { compareRuns } from './verdict/comparison.ts';
import { loadThresholds } from './verdict/thresholds.ts';
import { judgeRun } from './verdict/verdict.ts';
import { writeOutput, writeWhole } from './write-output.ts';

export interface Output {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/** Cases of each kind that the bad systems get in a run about the assistant; `--self-test` and `--full` take all. */
const SAMPLED_PER_TYPE = 8;

/** `npm run eval`. @returns exit status: 0 every threshold met, 1 not, 2 it could not be measured */
export async function command(argv: readonly string[], output: Output): Promise<number> {
  try {
    return await run(readOptions(argv), output);
  } catch (error) {
    // What we foresaw says itself what to do; anything else is a fault in this program and needs its place.
    const foreseen = error instanceof AppError || error instanceof SystemError;
    output.complain(pc.red(foreseen ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return 2;
  }
}

async function run(options: EvalOptions, output: Output): Promise<number> {
  const { print } = output;
  const config = readConfig(process.env);
  const thresholds = await loadThresholds(THRESHOLDS);
  if (options.selfTest) return selfTest(options, output);
  const earlier = options.compare === true ? (existsSync(BASELINE) ? BASELINE : undefined) : options.compare || undefined;
  const before = earlier === undefined ? undefined : await readCompactResults(earlier);
  const collection = options.collection === undefined ? undefined : await readCollection(options.collection);
  const distractors = options.distractors === undefined ? undefined : await readDistractors(options.distractors);
  const read = options.grades && (await readGrades(options.grades, [options.out]));

  const feedback = options.fromFeedback && (await readFeedback(options.fromFeedback));

  const inProcess = options.url === undefined ? await loadInProcess(config) : undefined;
  const system = inProcess?.system ?? systemAt(options.url!);
  try {
    const documents = new Map((await system.documents()).map((document) => [document.id, document]));
    if (feedback) {
      const drafts = await writeFeedbackDrafts(feedback.agreed, documents, options.drafts ?? join(options.out, 'concepten'));
      print(draftLines(drafts, feedback).join('\n'));
      return 0;
    }
    const all = await loadCases(options.cases, new Map([...documents].map(([id, { text }]) => [id, text])));
    const { cases, description, unknown } = select(all, options);
    if (unknown.length > 0) throw new AppError(`Deze vragen bestaan niet: ${unknown.join(', ')}.`);
    if (cases.length === 0) throw new AppError('Geen enkele vraag past bij deze keuze.');

    const quick = options.quick ?? (description !== undefined || options.leaveOneDocumentOut === true);
    if (options.read !== undefined) {
      const { read: size, timeout: timeoutMs, out: folder } = options;
      print((await writeReading({ system, cases, documents, size, timeoutMs, folder, progress: progressBar() })).join('\n'));
      return 0;
    }

    const evaluation = await evaluate({
      system,
      ...(inProcess && { inProcess }),
      config,
      cases,
      documents,
      shared: sharedWithTune(all),
      plan: options.full ? FULL_PLAN : DEFAULT_PLAN,
      full: options.full ?? false,
      ...(description !== undefined && { selection: description }),
      quick,
      leaveOneDocumentOut: options.leaveOneDocumentOut ?? false,
      ...(collection && { collection }),
      ...(distractors && { distractors }),
      timeoutMs: options.timeout,
      cacheDir: join(options.out, 'cache'),
      progress: progressBar(),
    });
    // Cases and index of this machine: it is the judging that is tried here, not the system.
    if (inProcess && !quick) {
      const progress = progressBar();
      progress.stage('Slechte assistenten', BAD_SYSTEMS.length);
      evaluation.systemsTest = await testSystems({ config, cases: options.cases, thresholds, ...(!options.full && { perType: SAMPLED_PER_TYPE }), onSystem: (done) => progress.step(done) });
      progress.stop();
    }
    if (read) {
      const drafts = await writeDrafts(read.graded, all, documents, options.drafts ?? join(options.out, 'concepten'));
      evaluation.grades = { ...gradeFigures(read, all, documents), drafts };
    }
    const verdict = judgeRun(evaluation, thresholds);
    const comparison = before && compareRuns(evaluation.results, before);
    const [report] = await writeOutput(options.out, evaluation, verdict, comparison);
    if (options.updateBaseline) await writeWhole(BASELINE, compactJson(compactResults(evaluation)));

    if (options.case) print(evaluation.results.map((result) => caseLines(result).join('\n')).join('\n\n'));
    print(reportLines(evaluation, verdict, comparison, options.failures ?? false).join('\n'));
    if (evaluation.grades) print(gradeLines(evaluation.grades).join('\n'));
    print(`\nVerslag: ${relative(process.cwd(), report!)}`);
    // A choice of cases gives no verdict on the assistant; only what could not be measured at all counts.
    if (description !== undefined) return evaluation.results.some(({ ask }) => ask.error) ? 1 : 0;
    return verdict.passed ? 0 : 1;
  } finally {
    await system.close();
  }
}

/** `npm run eval -- --self-test` @returns exit status: 0 the good system passes and every bad one fails by its own measure, 1 not */
async function selfTest({ cases }: EvalOptions, { print }: Output): Promise<number> {
  const progress = progressBar();
  progress.stage('Slechte assistenten', BAD_SYSTEMS.length);
  const test = await testSystems({ config: readConfig(process.env), cases, thresholds: await loadThresholds(THRESHOLDS), onSystem: (done) => progress.step(done) });
  progress.stop();
  print(systemsTestLines(test).join('\n'));
  return isTrustworthy(test) ? 0 : 1;
}
