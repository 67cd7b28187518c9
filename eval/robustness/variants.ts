import { CompoundSplitter } from '../../server/text/compounds.ts';
import { words } from '../../server/text/words.ts';
import type { GlossaryEntry } from '../../server/corpus/glossary-entries.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { createRandom, seedOf, type Random } from '../statistics/random.ts';
import { joinCompounds, splitCompounds } from './compounds.ts';
import { abbreviationsToTerms, termsToAbbreviations } from './glossary-words.ts';
import { withTypos } from './typos.ts';
import { inLowerCase, politely, withoutDiacritics, withoutQuestionWords } from './wording.ts';

/** A way to write the same question differently. */
export interface Variation {
  id: string;
  /** Dutch, for the report. */
  label: string;
  /** Undefined when the question has nothing to change. */
  rewrite(question: string, random: Random): string | undefined;
}

export interface VariationWords {
  /** The documents: compounds are split by the words that they use. */
  texts: Iterable<string>;
  glossary: readonly GlossaryEntry[];
  /** The word list: which words written together make a regular compound. */
  isWord: (word: string) => boolean;
}

export function variations({ texts, glossary, isWord }: VariationWords): Variation[] {
  const splitter = new CompoundSplitter([...texts].flatMap((text) => words(text).map(({ word }) => word)));
  return [
    { id: 'typos', label: 'Tikfouten', rewrite: withTypos },
    { id: 'lower-case', label: 'Kleine letters, geen leesteken', rewrite: inLowerCase },
    { id: 'no-diacritics', label: 'Zonder trema’s en accenten', rewrite: withoutDiacritics },
    { id: 'split', label: 'Samenstellingen los', rewrite: (question) => splitCompounds(question, splitter) },
    { id: 'joined', label: 'Woorden aan elkaar', rewrite: (question, random) => joinCompounds(question, isWord, random) },
    { id: 'terms', label: 'Afkortingen uitgeschreven', rewrite: (question) => abbreviationsToTerms(question, glossary) },
    { id: 'abbreviations', label: 'Termen afgekort', rewrite: (question) => termsToAbbreviations(question, glossary) },
    { id: 'polite', label: 'Met beleefdheden eromheen', rewrite: politely },
    { id: 'telegram', label: 'Zonder vraagwoorden', rewrite: withoutQuestionWords },
  ];
}

/** The same case, asked differently; undefined when the variation changes nothing or makes it too long. Same outcome on every run. */
export function vary(evaluationCase: EvaluationCase, variation: Variation): EvaluationCase | undefined {
  const question = variation.rewrite(evaluationCase.question, createRandom(seedOf(variation.id, evaluationCase.id)));
  if (question === undefined || question === evaluationCase.question || question.length > 1000) return undefined;
  return { ...evaluationCase, question };
}
