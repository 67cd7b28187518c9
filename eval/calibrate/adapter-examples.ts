import type { Engine, Models } from '../../server/assistant/engine.ts';
import { readQuestion } from '../../server/answer/prepare-query.ts';
import { parseGlossary } from '../../server/corpus/glossary.ts';
import { HybridRetriever, RETRIEVAL } from '../../server/search/retriever.ts';
import type { LabelledQuestion } from '../load/load-practice.ts';
import { sentenceKey } from '../../server/search/question-neighbours.ts';
import { answersOf } from './questions.ts';
import type { AdapterExample, TrainingCorpus } from './late-interaction-loss.ts';

/** Passages that search without an adapter puts first; further ones are too easy to teach anything. */
const CANDIDATES = 50;

/** What the adapter learns from one answerable question: its nearest passages and those that hold an answer. */
export function adapterExamples({ index }: Engine, { encoder }: Models): (one: LabelledQuestion) => Promise<AdapterExample> {
  const glossary = parseGlossary(index.glossary);
  const plain = new HybridRetriever(index, encoder, { ...RETRIEVAL, candidates: CANDIDATES }, { adapter: null, neighbours: null });
  return async (one) => {
    const question = readQuestion(one.question, one.history, glossary, index.lexical);
    const answers = answersOf(one, index.documents);
    const [{ ids, vectors }, { passages }] = await Promise.all([encoder.encodeQuery(question.text), plain.retrieve(question)]);
    const ordinals = new Set(passages.map(({ ordinal }) => ordinal));
    index.passages.forEach(({ documentId, sentences: [first, last] }, ordinal) => {
      for (let i = first; i < last; i += 1) if (answers.has(sentenceKey(documentId, i))) ordinals.add(ordinal);
    });
    return { vectors, weights: index.tokens!.weights(ids), passages: [...ordinals], answers };
  };
}

export function trainingCorpus({ index }: Engine): TrainingCorpus {
  return {
    tokens: index.tokens!,
    passages: index.passages,
    isHeading(documentId, sentence) {
      const { sentences, blocks } = index.documents.get(documentId)!;
      return blocks[sentences[sentence]!.block]!.kind === 'heading';
    },
  };
}
