import { QuestionCoverage } from '../coverage.ts';
import type { Draft, Tools } from '../draft.ts';
import { sentenceCandidates, type SentenceCandidate } from '../sentence-candidates.ts';
import { linear, type LinearModel } from '../linear-model.ts';
import { readEvidence } from '../read-evidence.ts';
import type { Found } from '../step.ts';
import { traced } from '../traced.ts';
import { RANK_WORK, STEP_WORK } from '../work.ts';

const SHOWN = 5;

/** Scores the sentences of the best passages (log-odds that they answer), best first. */
export async function rank(draft: Draft, { index, statistics, calibration }: Tools): Promise<Found<'rank'>> {
  for (const finding of draft.findings) {
    const { question, retrieval } = finding;
    const coverage = new QuestionCoverage(question, statistics(draft.day));
    const candidates = sentenceCandidates(retrieval, coverage, question.profile);
    sort(candidates, calibration.sentence);
    await readEvidence(candidates, retrieval, index);
    sort(candidates, calibration.sentence);
    Object.assign(finding, { coverage, candidates });
  }
  return {
    step: 'rank',
    found: draft.findings.map(({ question, candidates }) => ({
      question: question.profile.text,
      sentences: candidates.length,
      best: candidates.slice(0, SHOWN).map(({ document, start, end, score }) => traced(document, start, end, score)),
    })),
  };
}

rank.cost = ({ findings, wordsOnly }: Draft): number => (wordsOnly ? STEP_WORK : RANK_WORK * findings.length);

/** By score, then the more binding document, then the order of reading. */
function sort(candidates: SentenceCandidate[], model: LinearModel): void {
  for (const candidate of candidates) candidate.score = linear({ ...candidate.features }, model);
  candidates.sort((a, b) => b.score - a.score || a.document.authority - b.document.authority || a.start - b.start);
}
