import { checkSentence } from '../check-sentence.ts';
import { marked, rightSentences, writingTasks, wrongSentences, type TrialSentence } from './trial-sentences.ts';

/** A trial sentence and what became of it; no reason: it would be shown. */
export type Tried = TrialSentence & { reason?: string | undefined };

export interface Figures {
  right: Tried[];
  wrong: Tried[];
}

/** Checks each trial sentence as if a model had written it. */
export async function tryAll(): Promise<Figures> {
  const tasks = await writingTasks();
  const tried = (sentence: TrialSentence): Tried => {
    const task = tasks.get(sentence.statement);
    if (!task) throw new Error(`There is no statement ${sentence.statement}.`);
    return { ...sentence, reason: checkSentence(marked(sentence.text), task).reason };
  };
  return { right: rightSentences().map(tried), wrong: wrongSentences().map(tried) };
}

export const shown = (sentences: readonly Tried[]): Tried[] => sentences.filter(({ reason }) => reason === undefined);
