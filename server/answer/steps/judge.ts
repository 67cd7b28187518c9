import { answerabilityFeatures, type AnswerabilityFeatures } from '../answerability.ts';
import type { Calibration } from '../calibration.ts';
import { wholeOf, type Draft, type Finding, type Judgement, type Tools } from '../draft.ts';
import { contributions, linear } from '../linear-model.ts';
import { refusalOf } from '../refusal.ts';
import type { Found, StepOptions } from '../step.ts';

/** Decides whether the sentences that would be quoted answer the question; refuses it when they do not. */
export function judge(draft: Draft, tools: Tools, { onConfidence }: StepOptions): Found<'judge'> {
  const { calibration } = tools;
  for (const finding of draft.findings) finding.judgement = judgementOf(finding, calibration);
  const whole = wholeOf(draft);
  const { confidence } = whole.judgement!;
  onConfidence?.(confidence);
  const isAnswered = confidence >= 0 && whole.evidence.length > 0;
  // What the rules decide about the asker's situation is an answer.
  if (!isAnswered && draft.about && (draft.about.leads || draft.about.isBeside)) {
    draft.onlySituation = true;
    draft.about = { ...draft.about, leads: true };
  }
  draft.refused = !isAnswered && !draft.onlySituation;
  if (draft.refused) draft.blocks.push(refusalOf(draft, tools));
  return { step: 'judge', found: draft.findings.map((finding) => inShort(finding, calibration)) };
}

/** A question that stands, as good as word for word, among those that a statement answers is answered, whatever else speaks against it. */
const SAME_WORDS = 0.96;
const NEARER_THAN_MISSING = 0.1;
const SURE = 0.5;

function isAskedInTheseWords({ nearestForm = 0, formMargin = 1 }: AnswerabilityFeatures): boolean {
  return nearestForm >= SAME_WORDS && formMargin >= NEARER_THAN_MISSING;
}

function judgementOf(finding: Finding, calibration: Calibration): Judgement {
  const { question, retrieval, candidates, evidence, coverage, statements, missing } = finding;
  if (!coverage) throw new TypeError('nothing has been ranked yet');
  const features = answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile: question.profile, statements, missing });
  const { answerability, thresholds } = calibration;
  const threshold = retrieval.semantic ? thresholds.full : thresholds.lexical;
  const confidence = linear({ ...features }, answerability) - threshold;
  return { features, confidence: isAskedInTheseWords(features) ? Math.max(confidence, SURE) : confidence, threshold };
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
