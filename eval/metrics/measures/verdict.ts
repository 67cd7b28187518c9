import type { Answer } from '../../../server/contract.ts';
import type { CaseVerdict } from '../../load/evaluation-case.ts';
import { measure, rateOf } from '../measure.ts';
import { readerText } from '../reader-text.ts';
import type { CaseResult } from '../score-case.ts';

/** Where a reader looks for it. */
const FIRST = 120;

/** What nobody has decided depends too: the sources leave it open. */
const DEPENDS = /^(?:dat hangt (?:er ?van|ervan|van|af)|hangt (?:ervan|af|van)|(?:it|that) depends|dat (?:is|staat|ligt) (?:(?:nog|uit|de|bronnen) )*niet (?:besloten|vast|bekend|zeker|duidelijk|op te maken)|(?:that|it) is not (?:yet )?(?:decided|certain|known))/i;
const YES = /^(?:ja|jazeker|zeker|yes)(?![\p{L}-])/iu;
const NO = /^(?:nee|neen|no)(?![\p{L}-])/iu;
/** "Ja, mits u een overeenkomst hebt" is a yes that depends. */
const CONDITION = /^[^.!?\n]*?(?:\bmits\b|\btenzij\b|\balleen (?:als|wanneer|indien|met)\b|\bzolang\b|\bop voorwaarde\b|\bonly (?:if|when|with)\b|\bunless\b|\bprovided\b|\bas long as\b)/i;

export interface SaidVerdict {
  verdict: CaseVerdict;
  /** The same sentence says when. */
  conditional: boolean;
}

/** Ja, nee or hangt ervan af at the head of a sentence within the first 120 characters. */
export function verdictOf(answer: Answer): SaidVerdict | undefined {
  const { plain } = readerText(answer);
  for (const { index } of plain.matchAll(/(?:^|[.!?:]\s+|\n+)[“"‘*]*(?=[\p{L}])/gu)) {
    const rest = plain.slice(index).replace(/^[^\p{L}]+/u, '');
    if (plain.length - rest.length >= FIRST) return undefined;
    const verdict = DEPENDS.test(rest) ? 'hangt-af' : YES.test(rest) ? 'ja' : NO.test(rest) ? 'nee' : undefined;
    if (verdict) return { verdict, conditional: verdict !== 'hangt-af' && CONDITION.test(rest) };
  }
  return undefined;
}

/**
 * `open`: it depends, said of what the sources decide; not right, and not misleading either. A yes or no that says when is
 * right for what depends.
 */
export function judgeVerdict(expected: CaseVerdict, answer: Answer): 'right' | 'wrong' | 'open' | 'absent' {
  const said = answer.abstained ? undefined : verdictOf(answer);
  if (!said) return 'absent';
  if (said.verdict === expected || (expected === 'hangt-af' && said.conditional)) return 'right';
  return said.verdict === 'hangt-af' ? 'open' : 'wrong';
}

const rate = (outcome: ReturnType<typeof judgeVerdict>) =>
  rateOf(({ case: { verdict }, ask: { answer } }: CaseResult) => (verdict === undefined ? undefined : [(answer ? judgeVerdict(verdict, answer) : 'absent') === outcome]));

export const VERDICT_RIGHT = measure({
  name: 'verdictRight',
  label: 'Ja/nee klopt',
  explanation: 'Deel van de ja/nee-vragen met het juiste ja, nee of hangt ervan af in de eerste 120 tekens.',
  show: 'percent',
  column: 'ja/nee',
  compared: true,
  ...rate('right'),
});

export const VERDICT_WRONG = measure({
  name: 'verdictWrong',
  label: 'Ja/nee verkeerd',
  explanation: 'Deel van de ja/nee-vragen met een verkeerd ja of nee; erger dan geen.',
  show: 'percent',
  lowerIsBetter: true,
  ...rate('wrong'),
});

export const VERDICT_ABSENT = measure({
  name: 'verdictAbsent',
  label: 'Ja/nee ontbreekt',
  explanation: 'Deel van de ja/nee-vragen waarop geen ja, nee of hangt ervan af komt.',
  show: 'percent',
  lowerIsBetter: true,
  ...rate('absent'),
});
