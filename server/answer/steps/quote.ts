import { wholeOf, type Draft, type Tools } from '../draft.ts';
import { mergeEvidence } from '../merge-evidence.ts';
import { planCitations } from '../plan-citations.ts';
import type { Found } from '../step.ts';
import { traced } from '../traced.ts';

/** A part of a question counts as open this far (log-odds) below the threshold: the whole was found answerable already. */
const PART_DOUBT = 1.5;

/** Plans the citations: what proves each statement, then the best of each part that the sources answer, then the best of the whole. */
export function quote(draft: Draft, { index: { documents } }: Tools): Found<'quote'> {
  if (draft.refused || draft.onlySituation) return { step: 'quote', quotes: [], open: [], partDoubt: PART_DOUBT };
  const whole = wholeOf(draft);
  const parts = draft.findings.slice(1);
  const open = parts.filter(({ judgement }) => judgement!.confidence < -PART_DOUBT);
  const runs = mergeEvidence(whole, parts.filter((part) => !open.includes(part)));
  draft.planned = planCitations(draft.said?.statements ?? [], runs, whole, documents, whole.question.standalone);
  draft.open = open.map(({ question }) => question.profile.text);
  return {
    step: 'quote',
    quotes: draft.planned.map(({ document, start, end, score }) => traced(document, start, end, Math.max(score, -99))),
    open: draft.open,
    partDoubt: PART_DOUBT,
  };
}
