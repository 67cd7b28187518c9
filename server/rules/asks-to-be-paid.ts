import { fold } from '../text/words.ts';

/** Other words that "…" may stand for. */
const MOST_BETWEEN = 12;
const SELF = /\b(?:ik|mij|me|mijn|wij|we|ons|onze|i|my|me|our|us|hier)\b/;
/** Asks what something is: whatever else it says, it is no situation. */
const DEFINITION = /^(?:wat (?:is|zijn|betekent|betekenen|houdt|houden)|what (?:is|are|does))\b/;

export interface PayingQuestion {
  /** It asks how somebody is paid. */
  asks: boolean;
  /** It speaks of the asker. */
  ofSelf: boolean;
  /** It asks what a word means. */
  definition: boolean;
}

/** Whether somebody asks how he is paid, by the phrases of the rules' texts: `hoe … betaal*`. */
export function createPayingReader(phrases: readonly string[]): (question: string) => PayingQuestion {
  const patterns = phrases.map(patternOf);
  return (question) => {
    const text = fold(question).replace(/[’']/g, "'");
    return { asks: patterns.some((pattern) => pattern.test(text)), ofSelf: SELF.test(text), definition: DEFINITION.test(text) };
  };
}

/** Between the words of a phrase no sentence ends. */
function patternOf(phrase: string): RegExp {
  const gap = String.raw`\s+(?:[^\s?!.;]+\s+){0,${MOST_BETWEEN}}?`;
  const parts = fold(phrase).trim().split(/\s*(?:…|\.\.\.)\s*/);
  const asPattern = (part: string): string =>
    part
      .split(/\s+/)
      .map((word) => (word.endsWith('*') ? String.raw`${escaped(word.slice(0, -1))}[\p{L}\d&-]*` : escaped(word)))
      .join(String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\d])${parts.map(asPattern).join(gap)}(?![\p{L}\d])`, 'u');
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
