import { makeCitation } from '../../corpus/citation.ts';
import { wholeOf, type Draft } from '../draft.ts';
import { mergeEvidence } from '../merge-evidence.ts';
import type { Found } from '../step.ts';
import { traced } from '../traced.ts';

/** A part of a question counts as open this far (log-odds) below the threshold: the whole was found answerable already. */
const PART_DOUBT = 1.5;

/** Makes the citations: the best of each part that the sources answer, then the best of the whole. */
export function quote(draft: Draft): Found<'quote'> {
  if (draft.refused) return { step: 'quote', quotes: [], open: [], partDoubt: PART_DOUBT };
  const parts = draft.findings.slice(1);
  const open = parts.filter(({ judgement }) => judgement!.confidence < -PART_DOUBT);
  const runs = mergeEvidence(wholeOf(draft), parts.filter((part) => !open.includes(part)));
  draft.citations = runs.map(({ document, start, end }, i) => makeCitation(document, start, end, i + 1));
  draft.open = open.map(({ question }) => question.profile.text);
  return {
    step: 'quote',
    quotes: runs.map(({ document, start, end, score }) => traced(document, start, end, score)),
    open: draft.open,
    partDoubt: PART_DOUBT,
  };
}
