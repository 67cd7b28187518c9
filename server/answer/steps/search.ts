import { ModelUnavailableError, QueueFullError } from '../../errors.ts';
import { wholeOf, type Draft, type Finding, type Tools, type WordsOnly } from '../draft.ts';
import type { Found, Pace, StepOptions } from '../step.ts';
import { traced } from '../traced.ts';
import { MATCH_WORK, RANK_WORK, searchWork, WORDS_WORK } from '../work.ts';

const SHOWN = 5;
const atOnce: Pace = async (work) => work();

/** Finds passages: with the model, or by words alone when it has no room or does not work. */
export async function search(draft: Draft, { retriever }: Tools, options: StepOptions): Promise<Found<'search'>> {
  const { signal, pace = atOnce, onSearch } = options;
  const because = options.wordsOnly ?? (await withModel());
  if (because !== undefined) {
    // Parts are not looked at apart: the words of a part are too few to decide on.
    const whole = wholeOf(draft);
    draft.findings = [whole];
    onSearch?.('words', because);
    whole.retrieval = await pace(() => retriever.retrieveLexically(whole.question, draft.day), { cost: WORDS_WORK });
    draft.wordsOnly = because;
  }
  return { step: 'search', by: because === undefined ? 'model' : 'words', ...(because && { because }), found: draft.findings.map(inShort) };

  /** @returns why the model did not take part, or nothing when it did */
  async function withModel(): Promise<WordsOnly | undefined> {
    onSearch?.('model');
    try {
      for (const [place, finding] of draft.findings.entries()) {
        const turn = { cost: searchWork(finding.question.text), ...(place === 0 && { load: modelWork(draft.findings) }) };
        finding.retrieval = await pace(() => retriever.retrieve(finding.question, draft.day, signal), turn);
        signal?.throwIfAborted();
      }
      return undefined;
    } catch (error) {
      if (error instanceof QueueFullError) return 'busy';
      if (error instanceof ModelUnavailableError) return 'model-failed';
      throw error;
    }
  }
}
search.waits = true;

const modelWork = (findings: readonly Finding[]): number =>
  findings.reduce((all, { question }) => all + searchWork(question.text) + RANK_WORK + MATCH_WORK, 0);

function inShort({ question, retrieval: { passages, votes } }: Finding): Found<'search'>['found'][number] {
  return {
    question: question.profile.text,
    passages: passages.length,
    best: passages.slice(0, SHOWN).map(({ document, passage, score, lexical, dense, late }) => ({
      ...traced(document, passage.start, passage.end, score),
      words: lexical,
      gist: dense,
      late,
    })),
    ...(votes && { knownQuestions: { answered: votes.answered, nearest: votes.nearest } }),
  };
}
