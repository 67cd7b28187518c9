import type { Block } from '../../contract.ts';
import type { Written, WrittenSentence } from '../../llm/writing.ts';
import type { Draft, Tools } from '../draft.ts';
import type { Found, Step, StepOptions } from '../step.ts';
import { writingTask } from '../writing-task.ts';

/**
 * Lets a language model say what was proven. Each sentence of it that passes the checks becomes a block at once; the
 * verdict stands before it, what limits the answer and what it passed over behind it, as editors wrote them. Where nothing
 * passes, the answer is what it would have been.
 */
export async function write(draft: Draft, tools: Tools, { signal, show }: StepOptions): Promise<Found<'write'>> {
  const { held } = draft;
  if (!held || !tools.writer) return { step: 'write', skipped: 'refused', kept: 0, dropped: [] };
  delete draft.held;
  const made = writingTask(draft, held, tools);
  if (made.skipped !== undefined) {
    draft.blocks.push(...held);
    return { step: 'write', skipped: made.skipped, kept: 0, dropped: [] };
  }
  draft.blocks.push(...held.filter(({ type }) => type === 'verdict'));
  show?.();
  const onSentence = (sentence: WrittenSentence): void => {
    draft.blocks.push({ type: 'statement', role: 'answer', id: idOf(sentence, made.task.statements), text: sentence.text, citations: [...sentence.citations] });
    show?.();
  };
  const written = await tools.writer.write(made.task, { signal, onSentence });
  draft.written = written;
  tools.onWritten?.(written);
  draft.blocks.push(...restOf(held, written));
  const { model, kept, dropped, failed } = written;
  return { step: 'write', model, kept: kept.length, dropped: dropped.map(({ text, reason }) => ({ text, reason })), ...(failed !== undefined && { failed }) };
}
(write as Step).waits = true;

/** The statement that a sentence says again. */
const idOf = ({ citations }: WrittenSentence, statements: readonly { id: string; citations: readonly number[] }[]): string =>
  statements.find((one) => one.citations.some((n) => citations.includes(n)))?.id ?? 'model';

/** All but the verdict and what the model has said. */
function restOf(held: readonly Block[], { kept }: Written): Block[] {
  const rest = held.filter(({ type }) => type !== 'verdict');
  if (kept.length === 0) return rest;
  const cited = new Set(kept.flatMap(({ citations }) => citations));
  const isSaid = (block: Block): boolean => block.type === 'statement' && block.role === 'answer' && block.citations.some((n) => cited.has(n));
  return rest.filter((block) => !isSaid(block)).map((block) => asProof(block, held));
}

/** Beside words that a model found for them, quotes are proof. */
function asProof(block: Block, held: readonly Block[]): Block {
  if (block.type !== 'quote' || held.some(({ type }) => type === 'statement')) return block;
  const first = held.find(({ type }) => type === 'quote') === block;
  return { ...block, role: first ? 'proof' : 'more' };
}
