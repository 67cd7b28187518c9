import type { Place } from '../../contract.ts';
import { sectionAt } from '../../corpus/citation.ts';
import { pageAt } from '../../corpus/document.ts';
import { answerabilityFeatures } from '../answerability.ts';
import type { Calibration } from '../calibration.ts';
import { wholeOf, type Draft, type Finding, type Judgement, type Tools } from '../draft.ts';
import { contributions, linear } from '../linear-model.ts';
import { speaker } from '../speaker.ts';
import type { Found, StepOptions } from '../step.ts';

/** Further below the threshold (log-odds) the nearest passage is no help either. */
const FAR = 2;

/** Decides whether the sentences that would be quoted answer the question; refuses it when they do not. */
export function judge(draft: Draft, { calibration }: Tools, { onConfidence }: StepOptions): Found<'judge'> {
  for (const finding of draft.findings) finding.judgement = judgementOf(finding, calibration);
  const whole = wholeOf(draft);
  const { confidence } = whole.judgement!;
  onConfidence?.(confidence);
  draft.refused = confidence < 0 || whole.evidence.length === 0;
  if (draft.refused) {
    const nearest = nearestTo(whole);
    draft.blocks.push({ type: 'refusal', ...(nearest && { nearest }) });
  }
  return { step: 'judge', found: draft.findings.map((finding) => inShort(finding, calibration)) };
}

function judgementOf(finding: Finding, calibration: Calibration): Judgement {
  const { question, retrieval, candidates, evidence, coverage } = finding;
  if (!coverage) throw new TypeError('nothing has been ranked yet');
  const features = answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile: question.profile });
  const { answerability, thresholds } = calibration;
  const threshold = retrieval.semantic ? thresholds.full : thresholds.lexical;
  return { features, confidence: linear({ ...features }, answerability) - threshold, threshold };
}

/** Where to look when the question is refused, unless even that is far off. */
function nearestTo({ retrieval, judgement }: Finding): Place | undefined {
  const [best] = retrieval.passages;
  if (!best || (judgement?.confidence ?? 0) < -FAR) return undefined;
  const { document, passage } = best;
  return {
    documentId: document.id,
    source: speaker(document, passage.start),
    published: document.published,
    page: pageAt(document.pageStarts, passage.start),
    section: sectionAt(document, passage.start),
    start: passage.start,
  };
}

function inShort(finding: Finding, calibration: Calibration): Found<'judge'>['found'][number] {
  const { features, confidence, threshold } = finding.judgement!;
  const { answerability } = calibration;
  return {
    question: finding.question.profile.text,
    answers: confidence >= 0 && finding.evidence.length > 0,
    confidence,
    threshold,
    bias: answerability.bias,
    features: contributions({ ...features }, answerability),
  };
}
