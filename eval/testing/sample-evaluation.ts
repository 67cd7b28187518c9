import { systemFigures } from '../baselines/compare-systems.ts';
import type { RetrievalScores } from '../metrics/retrieval-scores.ts';
import { scoreCase } from '../metrics/score-case.ts';
import { compare } from '../robustness/run-robustness.ts';
import { runSelfTest } from '../metric-self-test/self-test.ts';
import type { Evaluation } from '../run/evaluation.ts';
import { leaveOneDocumentOut } from '../run/leave-one-document-out.ts';
import { runCases } from '../run/run-cases.ts';
import { SystemError } from '../system/failure.ts';
import type { Thresholds } from '../verdict/thresholds.ts';
import { abstainCase, answer, cite, documents, evaluationCase, fakeSystem, item } from './fixtures.ts';

/** Every part once: right, wrong, hostile and failed cases, other systems, wordings, old laws, rules and the self-test. */
export async function sampleEvaluation(): Promise<Evaluation> {
  const cases = [
    evaluationCase(),
    evaluationCase({ id: 'test-looptijd-02', question: 'Mag een lumpsum?', type: 'yes-no', evidence: [item(['brief', 'Op bladzijde twee staat dat een lumpsum mogelijk is.'])], keyFacts: [{ pattern: 'lumpsum', vital: true }] }),
    evaluationCase({ id: 'test-looptijd-03', question: '<script>alert(1)</script> "\u0007&', type: 'adversarial', evidence: [], keyFacts: [], routes: [], abstain: true, why: '<img src=x onerror=alert(1)>' }),
    evaluationCase({ id: 'test-looptijd-04', question: 'hapert', type: 'follow-up', history: [{ role: 'user', content: 'Wat is het?' }] }),
    abstainCase(),
    evaluationCase({ id: 'tune-looptijd-01', split: 'tune', topic: 'anders', group: 'policy' }),
  ]; // prettier-ignore
  const sound = fakeSystem();
  const system = fakeSystem({
    ask: (request, watch) => {
      if (request.question === 'hapert') return Promise.reject(new SystemError('timeout', 'Geen antwoord binnen 30 seconden.'));
      if (request.question.startsWith('<')) return Promise.resolve({ answer: answer({ question: request.question, answer: '<img src=x onerror=alert(1)> **vet** [1] [7] 99' }), confidence: 0.4 });
      if (request.question.startsWith('Mag')) return Promise.resolve({ answer: answer({ question: request.question, citations: [cite('brief', 'Dat is alles.')], notices: ['Let op.'] }), confidence: 0.6 });
      return sound.ask(request, watch);
    },
  }); // prettier-ignore
  const results = await runCases(system, cases, documents, { timeoutMs: 10_000, depth: 20 });
  const retrieval = results.flatMap(({ scores }) => scores.retrieval ?? []);
  const worse: RetrievalScores[] = retrieval.map(() => ({ ndcg10: 0.1, mrr10: 0.1, recall1: 0, recall5: 0, recall10: 0, firstRank: 12 }));
  const other = systemFigures({ id: 'langchain', label: 'LangChain-voorbeeld', role: 'baseline' }, worse, retrieval);
  const curve = Array.from({ length: 20 }, (_, at) => Math.min(1, 0.5 + at / 20));
  return {
    createdAt: '2026-03-01T09:30:00.000Z',
    durationMs: 83_000,
    system: 'een proefassistent',
    full: false,
    documents: [...documents.values()].map(({ id, title, sha256, status }) => ({ id, title, sha256, status })),
    results,
    shared: new Set(['test-looptijd-01']),
    latency: { p50Ms: 210, p95Ms: 480, n: 20 },
    collections: [
      { name: 'De eigen documenten', n: retrieval.length, documents: 2, systems: [other], recallByRank: curve },
      { name: 'Een andere verzameling', n: 4, documents: 9, systems: [other], recallByRank: curve },
    ],
    tutorialAnswers: results.map((result) => ({ ...result, scores: scoreCase(result.case, { answer: answer(), latencyMs: 1 }, undefined, documents) })),
    robustness: [compare({ id: 'typos', label: 'Tikfouten' }, results, results.map((result) => ({ ...result, scores: { ...result.scores, right: false } })))],
    distractors: { ...compare({ id: 'distractors', label: 'Met oude wetten in de index' }, results, results), charactersAdded: 12_345, supersededCited: [{ id: 'test-looptijd-01', documentId: 'historisch-wet', quote: 'Een oude regel.' }], supersededNoted: 1 },
    leaveOneDocumentOut: await leaveOneDocumentOut({ originals: results, documents, without: () => Promise.resolve(fakeSystem()), options: { timeoutMs: 10_000, depth: 5 } }),
    rules: {
      scenarios: [{ id: 'een groep', title: 'pgaz.yaml', differences: [] }, { id: 'een patiënt', title: 'pgaz.yaml', differences: [{ route: 'pgaz', expected: 'onbekend', actual: 'verlopen' }] }],
      generated: 10,
      faults: [{ rule: 'elke route komt terug', facts: { onderwerp: 'groep' }, detail: 'sop' }],
      conditions: new Map([['pgaz: overeenkomst', new Set(['voldaan'])]]),
      citations: { total: 40, invalid: 1 },
    },
    selfTest: runSelfTest(cases, documents),
    notes: [],
  }; // prettier-ignore
}

export const THRESHOLDS: Thresholds = {
  answers: [
    { measure: 'evidenceCited', label: 'Bewijs aangehaald', min: 0.9, cases: 'all', least: 1, why: 'x' },
    { measure: 'falseRefusals', label: 'Onterecht niet geantwoord', max: 0.05, cases: 'all', least: 1, why: 'x' },
    { measure: 'ndcg10', label: 'nDCG@10', min: 0.1, cases: 'all', least: 1, why: 'x' },
  ],
  failures: { max: 0 },
  aheadOfBaselines: true,
  distractors: { maxLoss: 0.02, maxSupersededCited: 0 },
  robustness: { maxLoss: 0.05 },
  rules: { maxFailures: 0 },
  selfTest: { maxMissed: 0 },
};
