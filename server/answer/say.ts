import { statementText } from '../corpus/statement.ts';
import type { Finding } from './draft.ts';
import type { SaidStatement } from './said.ts';
import type { StatementCandidate } from './statement-candidate.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';

export interface SayOptions {
  /** YYYY-MM-DD */
  day: string;
  language: 'nl' | 'en';
}

/** Two or three sentences are read at once; a list is read whole. */
const MOST_STATEMENTS = 2;
const MOST_WORDS = 55;
/** A further statement scores at most this much below the best; measured on the tune half. */
const MARGIN = 1.2;
/** A statement whose best sentence lies further below the best sentence of all (log-odds) is not what the sources say to this question, unless people ask for it in nearly these words. */
const FURTHEST_SENTENCE = -3;
const SAME_QUESTION = 0.8;

/**
 * What is said of a question: the best statement, what adds to it, and always what limits them; of a list all of it. Nothing
 * where the best sentence rests in no statement: then the quotes speak for themselves.
 */
export function say(whole: Finding, parts: readonly Finding[], book: StatementBook, options: SayOptions): SaidStatement[] {
  const asked = parts.length > 1 ? parts : [whole];
  const answers = asked.flatMap((finding) => {
    const best = bestOf(finding);
    return best && isSaid(best) ? [best] : [];
  });
  if (answers.length === 0) return [];
  const chosen = distinct(answers.map(({ entry }) => entry));
  const [first] = chosen;
  const items = asked.length === 1 && !asksYesOrNo(whole) ? listOf(first!, book) : [];
  if (items.length === 0) addFurther(chosen, whole.statements, options);
  const said = chosen.map((entry) => inWords(entry, 'answer', options));
  return withLimits([said[0]!, ...items.map((entry) => inWords(entry, 'item', options)), ...said.slice(1)], book, options);
}

/** Who asks yes or no is not helped by a list: the best statement that is none, where it is nearly as good. */
function bestOf(finding: Finding): StatementCandidate | undefined {
  const [best] = finding.statements;
  if (!best || !asksYesOrNo(finding) || best.entry.statement.list.length === 0) return best;
  return finding.statements.find(({ entry, score }) => entry.statement.list.length === 0 && score > best.score - 2 * MARGIN) ?? best;
}

const asksYesOrNo = ({ question }: Finding): boolean => question.profile.asksFor.has('yes-no');

function isSaid({ features: { sentence, nearest = -1 } }: StatementCandidate): boolean {
  return sentence >= FURTHEST_SENTENCE || nearest >= SAME_QUESTION;
}

function addFurther(chosen: BookStatement[], ranked: readonly StatementCandidate[], options: SayOptions): void {
  const best = ranked.find(({ entry }) => entry === chosen[0])?.score ?? Infinity;
  let words = chosen.reduce((sum, entry) => sum + wordsOf(entry, options), 0);
  for (const candidate of ranked) {
    const { entry, score } = candidate;
    if (chosen.length >= MOST_STATEMENTS || score < best - MARGIN) break;
    if (chosen.includes(entry) || entry.statement.list.length > 0 || !isSaid(candidate)) continue;
    const more = wordsOf(entry, options);
    if (words + more > MOST_WORDS) continue;
    chosen.push(entry);
    words += more;
  }
}

const listOf = ({ statement: { list } }: BookStatement, book: StatementBook): BookStatement[] => list.flatMap((id) => book.byId(id) ?? []);

/** What is said, and after it all that limits it, also what limits a limit; each once. */
function withLimits(said: readonly SaidStatement[], book: StatementBook, options: SayOptions): SaidStatement[] {
  const there = new Set(said.map(({ entry }) => entry));
  const result = [...said];
  // Limits are added while the list is walked, so that their own limits are met as well.
  for (const { entry } of result) {
    for (const limit of book.limitsOf(entry)) {
      if (there.has(limit)) continue;
      there.add(limit);
      result.push(inWords(limit, 'limit', options));
    }
  }
  return result;
}

function inWords(entry: BookStatement, role: SaidStatement['role'], { day, language }: SayOptions): SaidStatement {
  return { entry, role, text: statementText(entry.statement, day, language) };
}

const wordsOf = (entry: BookStatement, { day, language }: SayOptions): number => statementText(entry.statement, day, language).split(/\s+/).length;

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];
