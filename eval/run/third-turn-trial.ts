import type { Answer, HistoryTurn } from '../../server/contract.ts';
import type { z } from 'zod/v4';
import { isFresh } from '../load/hands.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import { observeAsk } from '../system/observe.ts';
import type { System } from '../system/system.ts';

/** Enough to see one answer in twenty that depends on what was asked before. */
const QUESTIONS = 40;

type Turn = z.infer<typeof HistoryTurn>;

/**
 * Asks questions that stand on their own once more, as third turn after two about other things: who starts about something
 * else must get what anybody gets. Of the frozen half and fresh hands first; what came of it is kept in the results.
 */
export async function tryThirdTurns(system: System, results: CaseResult[], timeoutMs: number, onProgress?: (done: number) => void): Promise<void> {
  const chosen = chooseForThirdTurn(results);
  for (const [at, result] of chosen.entries()) {
    const others = [chosen[(at + 1) % chosen.length]!, chosen[(at + 2) % chosen.length]!];
    const history = others.flatMap(({ case: { question }, ask }): Turn[] => [
      { role: 'user', content: question },
      { role: 'assistant', content: (ask.answer?.answer ?? '').slice(0, 4000) || 'Dat weet ik niet.' },
    ]);
    const { answer } = await observeAsk(system, { question: result.case.question, history }, timeoutMs);
    result.ask.sameAsThirdTurn = answer !== undefined && firstCitation(answer) === firstCitation(result.ask.answer!);
    onProgress?.(at + 1);
  }
}

export function chooseForThirdTurn(results: readonly CaseResult[]): CaseResult[] {
  const alone = results.filter(({ case: { history, abstain, type }, ask }) => history.length === 0 && !abstain && type !== 'follow-up' && type !== 'situation' && ask.answer?.abstained === false);
  const rank = ({ case: asked }: CaseResult): number => (asked.split === 'test' ? 0 : 2) + (isFresh(asked) ? 0 : 1);
  const best = Math.min(...alone.map(rank));
  const first = alone.filter((one) => rank(one) === best);
  const pool = first.length >= QUESTIONS ? first : alone;
  return pool.length < 3 ? [] : sample(pool, QUESTIONS, createRandom(seedOf('third turn')));
}

const firstCitation = ({ citations: [first] }: Answer): string => (first ? `${first.documentId}:${first.start}` : '');
