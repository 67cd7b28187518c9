import type { Engine, Models } from '../../server/assistant/engine.ts';
import { readQuestion } from '../../server/answer/prepare-query.ts';
import { parseGlossary } from '../../server/corpus/glossary.ts';
import { questionVector, sentenceId } from '../../server/search/question-neighbours.ts';
import type { LabelledQuestion } from '../load/load-practice.ts';
import { sentencesThatAnswer } from './questions.ts';
import type { NeighbourExample } from './train-question-neighbours.ts';

/** What the neighbours are learned from; also questions that the sources do not answer: their neighbours' votes are for nothing. */
export async function neighbourExamples(questions: readonly LabelledQuestion[], { index }: Engine, { encoder }: Models): Promise<NeighbourExample[]> {
  const glossary = parseGlossary(index.glossary);
  const examples: NeighbourExample[] = [];
  for (const one of questions) {
    const { ids, vectors } = await encoder.encodeQuery(readQuestion(one.question, one.history, glossary, index.lexical).text);
    const answers = sentencesThatAnswer(one, index.documents).map(({ document, sentence }) => {
      const { start, end } = document.sentences[sentence]!;
      return sentenceId(document.text.slice(start, end));
    });
    examples.push({ vector: questionVector(vectors, index.tokens!.weights(ids)), answers: [...new Set(answers)], author: one.file });
  }
  return examples;
}
