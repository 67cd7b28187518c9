import { DUTCH_MONTHS } from '../text/dutch-months.ts';
import type { AnswerKind } from './question.ts';

const MONTH = DUTCH_MONTHS.join('|');

/** What shows that a text holds a kind of answer. Digits in law and file numbers are no quantities, so the patterns name their unit. */
const HOLDS: Partial<Record<AnswerKind, RegExp>> = {
  moment: new RegExp(
    `\\b(\\d{1,2}[ -](?:${MONTH}|\\d{1,2})|(?:${MONTH}) \\d{4}|(?:19|20)\\d{2}|jaar(?:lijks)?|maand|kwartaal|Q[1-4]|vakantie|zomer|looptijd|tijdens|na afloop|te allen tijde|per 1)\\b`,
    'iu',
  ),
  money: /€|\beuro\b|\bbedrag(?:en)?\b|\btarie(?:f|ven)\b|\d+ ?%|\blumpsum\b/iu,
  quantity: /\b\d+(?:[.,]\d+)? ?%?|\b(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|jaarlijks|maximaal)\b/iu,
  contact: /https?:|www\.|@|\b0\d{1,3}[ -]?\d{6,8}\b/iu,
};

/** 1 when a text holds all asked kinds that can be recognised, −1 when it holds none, 0 when nothing recognisable is asked. */
export function kindMatch(asked: ReadonlySet<AnswerKind>, text: string): number {
  const patterns = [...asked].flatMap((kind) => HOLDS[kind] ?? []);
  if (patterns.length === 0) return 0;
  return patterns.some((pattern) => pattern.test(text)) ? 1 : -1;
}
