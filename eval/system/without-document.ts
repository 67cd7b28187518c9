import type { Engine, Learned } from '../../server/assistant/engine.ts';
import { withoutDocument as withoutItsQuestions } from '../../server/search/question-index.ts';

/** What the engine would know had nobody written questions about this document: a document that was added a minute ago. */
export function withoutDocument({ index }: Pick<Engine, 'index'>, documentId: string): Learned {
  return index.questions ? { questions: withoutItsQuestions(index.questions, documentId) } : {};
}
