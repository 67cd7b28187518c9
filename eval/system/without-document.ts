import type { Engine, Learned } from '../../server/assistant/engine.ts';
import { ownQuestionNeighbours, sentenceId, type QuestionNeighbours } from '../../server/search/question-neighbours.ts';

/**
 * What the engine would have learned had nobody written questions about this document: a document that was added a minute
 * ago. Undefined where nothing was learned on its model.
 */
export function withoutDocument({ index }: Pick<Engine, 'index'>, documentId: string, modelSha256: string): Learned {
  const learned = ownQuestionNeighbours(modelSha256);
  const document = index.documents.get(documentId);
  if (!learned || !document) return {};
  const gone = new Set(document.sentences.map(({ start, end }) => sentenceId(document.text.slice(start, end))));
  return { neighbours: withoutSentences(learned, gone) };
}

/** Links to these sentences go, and with them each question that had no other. Questions that never had one stay. */
export function withoutSentences(learned: QuestionNeighbours, gone: ReadonlySet<string>): QuestionNeighbours {
  const left = learned.sentences.filter((id) => !gone.has(id));
  const places = new Map(left.map((id, at) => [id, at]));
  const questions = learned.answers.flatMap((answers, at) => {
    const kept = answers.flatMap((sentence) => places.get(learned.sentences[sentence]!) ?? []);
    return kept.length > 0 || answers.length === 0 ? [{ at, kept }] : [];
  });
  const k = learned.transform.length / learned.mean.length;
  const vectors = new Int8Array(questions.length * k);
  questions.forEach(({ at }, place) => vectors.set(learned.vectors.subarray(at * k, (at + 1) * k), place * k));
  return {
    ...learned,
    vectors,
    scales: Float32Array.from(questions, ({ at }) => learned.scales[at]!),
    sentences: left,
    answers: questions.map(({ kept }) => kept),
  };
}
