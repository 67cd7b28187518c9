import type { EvaluationCase } from '../../load/evaluation-case.ts';

type VerdictWords = Record<NonNullable<EvaluationCase['verdict']>, string>;

const DUTCH_VERDICTS: VerdictWords = { ja: 'Ja.', nee: 'Nee.', 'hangt-af': 'Dat hangt ervan af.' };
const ENGLISH_VERDICTS: VerdictWords = { ja: 'Yes.', nee: 'No.', 'hangt-af': 'That depends.' };

/** What decides, at the front of an answer in the language of its question. */
export const verdictWords = ({ question }: Pick<EvaluationCase, 'question'>, verdict: keyof VerdictWords): string => (isEnglish(question) ? ENGLISH_VERDICTS : DUTCH_VERDICTS)[verdict];

/** Dutch or English at the front of an answer, with what follows it up to the next word. */
export const VERDICT_AT_START = /^\s*(?:ja|nee|yes|no|(?:dat|het) hangt (?:ervan|er van|daarvan) af|(?:that|it) depends)\b[.,:;!]?\s*/iu;

const ENGLISH = /\b(?:the|what|how|who|do|does|for|we|my|can|when|which|if|are|of|and|you|pays?)\b/gi;
const DUTCH = /\b(?:de|het|een|wat|hoe|wie|voor|wij|van|ik|en|niet|dat|kan|mag|wordt|met)\b/gi;

/** More English than Dutch function words. */
export const isEnglish = (text: string): boolean => (text.match(ENGLISH)?.length ?? 0) > (text.match(DUTCH)?.length ?? 0);
