import type { Draft } from '../draft.ts';
import { SELECTION, selectEvidence } from '../select-citations.ts';
import type { Found } from '../step.ts';
import { traced } from '../traced.ts';

const SHOWN = 5;

/** Chooses the sentences that would be quoted: the judge looks at them, not at what lies near. */
export function select(draft: Draft): Found<'select'> {
  for (const finding of draft.findings) {
    finding.leftOut = [];
    finding.evidence = selectEvidence(finding.candidates, SELECTION, (candidate, why) => finding.leftOut.push({ candidate, why }));
  }
  return {
    step: 'select',
    margin: SELECTION.margin,
    found: draft.findings.map(({ question, evidence, leftOut }) => ({
      question: question.profile.text,
      chosen: evidence.map(({ document, start, end, score }) => traced(document, start, end, score)),
      leftOut: leftOut
        .toSorted((a, b) => b.candidate.score - a.candidate.score)
        .slice(0, SHOWN)
        .map(({ candidate: { document, start, end, score }, why }) => ({ ...traced(document, start, end, score), why })),
    })),
  };
}
