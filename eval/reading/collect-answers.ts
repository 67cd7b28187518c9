import { createHash } from 'node:crypto';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { askRequest, observeAsk, observeSearch, searchQuery } from '../system/observe.ts';
import type { System } from '../system/system.ts';
import { answerKey, type ReadingItem } from './reading-item.ts';

const SEED = 20261130;
/** Passages shown beside an answer: what a reader looks through before saying that something is not there. */
const PASSAGES = 5;

/** The first `size` in an order that is always the same and has nothing to do with the cases: thirty are among the first hundred. */
export function casesToRead(cases: readonly EvaluationCase[], size: number): EvaluationCase[] {
  const place = new Map(cases.map(({ id }) => [id, createHash('sha256').update(`${SEED} ${id}`).digest('hex')]));
  return [...cases].sort((a, b) => (place.get(a.id)! < place.get(b.id)! ? -1 : 1)).slice(0, size);
}

export interface Collected {
  items: ReadingItem[];
  /** Cases without a usable answer: there is nothing to read. */
  failed: { id: string; message: string }[];
}

/** Asks and searches each case, also those to abstain: whether something was searched must not tell what is expected. */
export async function collectAnswers(
  system: System,
  cases: readonly EvaluationCase[],
  documents: Documents,
  { timeoutMs, onProgress }: { timeoutMs: number; onProgress?: (done: number) => void },
): Promise<Collected> {
  const collected: Collected = { items: [], failed: [] };
  for (const [at, one] of cases.entries()) {
    const { answer, error } = await observeAsk(system, askRequest(one), timeoutMs);
    if (answer) {
      const { results } = await observeSearch(system, searchQuery(one), PASSAGES, timeoutMs);
      const { trace: _, ...given } = answer;
      collected.items.push({
        key: answerKey(one.id, answer),
        question: one.question,
        history: one.history,
        answer: given,
        passages: results.map(({ documentId, page, text }) => ({ documentId, title: documents.get(documentId)?.title ?? documentId, page, text })),
      });
    } else collected.failed.push({ id: one.id, message: error?.message ?? 'geen antwoord' });
    onProgress?.(at + 1);
  }
  return collected;
}
