import type { AskRequest } from '../contract.ts';
import { expandQuery, type Glossary, type QueryExpansion } from '../corpus/glossary.ts';
import type { QueryAnalyser, QueryTerm } from '../search/query-analyser.ts';
import type { PreparedQuery } from '../search/retriever.ts';
import { EXPANSION_WEIGHT } from '../search/searcher.ts';
import { withoutPoliteness } from './politeness.ts';
import { languageWithin } from '../text/language.ts';
import { profileQuestion, type QuestionProfile } from './question.ts';

/** What words of an earlier question weigh when a follow-up leans on it. */
const HISTORY_WEIGHT = 0.5;
/** Earlier questions that a follow-up may lean on. */
const HISTORY_TURNS = 2;
/** Characters of them, the last ones: as many as a question may have. */
const LONGEST_CONTEXT = 1000;

export interface ReadQuestion extends PreparedQuery {
  profile: QuestionProfile;
  /** The question with what it leans on, as the answer model reads it. */
  standalone: string;
  /** What the glossary recognised. */
  expansions: QueryExpansion[];
}

/**
 * Makes a question ready for search: words as typed, the documents' own words for what was
 * meant (glossary), and for a follow-up the user's earlier questions. Earlier *answers* take no part:
 * an answer must never rest on an answer.
 */
export function readQuestion(
  question: string,
  history: NonNullable<AskRequest['history']>,
  glossary: Glossary,
  analyser: QueryAnalyser,
): ReadQuestion {
  const earlier = history.filter(({ role }) => role === 'user').map(({ content }) => content);
  const bare = withoutPoliteness(question);
  const profile: QuestionProfile = { ...profileQuestion(question, earlier.length > 0, expandQuery(bare, glossary).length > 0), language: languageWithin(question, earlier) };
  const context = profile.isFollowUp ? earlier.slice(-HISTORY_TURNS).join(' ').slice(-LONGEST_CONTEXT) : '';
  const standalone = context ? `${context} ${bare}` : bare;
  const expansions = expandQuery(standalone, glossary);
  const terms: QueryTerm[] = [
    ...analyser.queryTerms(bare),
    ...(context ? analyser.queryTerms(context, HISTORY_WEIGHT) : []),
    ...analyser.queryTerms(expansions.map(({ term }) => term).join(' '), EXPANSION_WEIGHT),
  ];
  return { text: standalone, terms, profile, standalone, expansions };
}
