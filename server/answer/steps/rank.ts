import { weightsFor } from '../calibration.ts';
import { QuestionCoverage } from '../coverage.ts';
import type { Draft, Tools } from '../draft.ts';
import { sentenceCandidates } from '../evidence.ts';
import { linear } from '../linear-model.ts';
import type { Found } from '../step.ts';
import { traced } from '../traced.ts';

const SHOWN = 5;

/** Scores the sentences of the best passages (log-odds that they answer), best first. */
export function rank(draft: Draft, { statistics, calibration }: Tools): Found<'rank'> {
  for (const finding of draft.findings) {
    const { question, retrieval } = finding;
    const coverage = new QuestionCoverage(question, statistics(draft.day));
    const candidates = sentenceCandidates(retrieval, coverage, question.profile);
    for (const candidate of candidates) candidate.score = linear({ ...candidate.features }, weightsFor(candidate, calibration).sentence);
    candidates.sort((a, b) => b.score - a.score || a.document.authority - b.document.authority || a.start - b.start);
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
