import { questionIndexData, type QuestionIndexData } from '../server/search/question-index.ts';
import { measureIdentity, placeTexts, type PlaceTextsRequest } from './place-texts.ts';
import type { SourceQuestion } from './questions.ts';

/** Puts the questions of the corpus in the learned measure, as the index keeps them. */
export async function placeQuestions(questions: readonly SourceQuestion[], request: PlaceTextsRequest): Promise<QuestionIndexData> {
  const placed = await placeTexts(questions.map(({ text }) => text), request);
  return questionIndexData(
    questions.map(({ sentences, silent, hand, verdict }, i) => ({ sentences, silent, hand, verdict, ...placed[i]! })),
    request.measure,
    measureIdentity(request.measure),
  );
}
