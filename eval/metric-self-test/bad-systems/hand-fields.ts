import type { EvaluationCase } from '../../load/evaluation-case.ts';

/** What the writer of a case may have added: with it the ideal answer is theirs, without it the evidence speaks. */
export interface HandFields {
  verdict?: 'ja' | 'nee' | 'hangt-af' | undefined;
  /** The ideal direct answer, one or two sentences. */
  gold?: string | undefined;
  /** Regular expression of words that name what the sources lack. */
  missing?: string | undefined;
  situation?: { told: Record<string, string | boolean>; outcome: Record<string, string> } | undefined;
}

export const handFields = (evaluationCase: EvaluationCase): HandFields => evaluationCase as EvaluationCase & HandFields;

/** Words at the front of an answer that decide. */
export const VERDICT_WORDS: Record<NonNullable<HandFields['verdict']>, string> = { ja: 'Ja.', nee: 'Nee.', 'hangt-af': 'Dat hangt ervan af.' };

/** Dutch or English at the front of an answer, with what follows it up to the next word. */
export const VERDICT_AT_START = /^\s*(?:ja|nee|yes|no|(?:dat|het) hangt (?:ervan|er van|daarvan) af|(?:that|it) depends)\b[.,:;!]?\s*/iu;

const ENGLISH = /\b(?:the|what|how|who|do|does|for|we|my|can|when|which|if|are|of|and|you|pays?)\b/gi;
const DUTCH = /\b(?:de|het|een|wat|hoe|wie|voor|wij|van|ik|en|niet|dat|kan|mag|wordt|met)\b/gi;

/** More English than Dutch function words. */
export const isEnglish = (text: string): boolean => (text.match(ENGLISH)?.length ?? 0) > (text.match(DUTCH)?.length ?? 0);
