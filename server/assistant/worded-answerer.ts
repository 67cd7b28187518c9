import type { Answer, AskRequest, Block, Citation } from '../contract.ts';
import { Answerer } from '../answer/answerer.ts';
import type { StepOptions } from '../answer/step.ts';
import { answerMarkdown } from '../views/answer-markdown.ts';
import type { Language } from '../views/answer-words.ts';
import { searchStatus } from '../views/search-status.ts';
import type { AskEvent, AskOptions } from './services.ts';
import { toWire } from './to-wire.ts';

/** What the assistant adds to a caller's wishes. */
export type AnswerOptions = AskOptions & Pick<StepOptions, 'pace' | 'wordsOnly'> & { onWordsOnly?: (because: NonNullable<StepOptions['wordsOnly']>) => void };

/** Answers that travel: the pipeline's data put into words, also while it is made. */
export class WordedAnswerer extends Answerer {
  async ask(request: AskRequest, options: AnswerOptions = {}): Promise<Answer> {
    const { signal, pace, wordsOnly, onConfidence, onEvent, onStage, onStep, onWordsOnly } = options;
    let language: Language = 'nl';
    const data = await this.answer(request, {
      signal,
      pace,
      wordsOnly,
      onConfidence,
      onSearch: (by, because) => {
        onEvent?.({ type: 'status', text: searchStatus[by] });
        if (because) onWordsOnly?.(because);
      },
      onBlocks: onEvent && blocksAsEvents(onEvent, () => language),
      onStep: (entry) => {
        // Reading the question is the first step: what follows is said in its language.
        if (entry.step === 'read') language = entry.language === 'en' ? 'en' : 'nl';
        if (entry.step !== 'failed') onStage?.(entry.step, entry.durationMs);
        onStep?.(entry);
      },
    });
    return toWire(request, data);
  }
}

/** Citations first, then each block, and what the blocks add to the text. */
function blocksAsEvents(onEvent: (event: AskEvent) => void, language: () => Language): (blocks: readonly Block[], citations: readonly Citation[]) => void {
  const all: Block[] = [];
  let sent = '';
  return (blocks, citations) => {
    if (all.length === 0) onEvent({ type: 'citations', citations: [...citations] });
    all.push(...blocks);
    for (const block of blocks) onEvent({ type: 'block', block });
    const text = answerMarkdown(all, citations, language());
    for (const piece of text.slice(sent.length).split(/(?<=\n\n)/)) if (piece !== '') onEvent({ type: 'delta', text: piece });
    sent = text;
  };
}
