import { readConfig } from '../server/runtime/config.ts';
import { createEncoder } from '../server/model/create-encoder.ts';
import { readIndex } from '/work/main/../wt/base/server/retrieval/index-reader.ts';
import { exportForTraining } from './learn/export.ts';
import { loadLearningQuestions } from './learn/learning-questions.ts';
const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const encoder = await createEncoder(config);
const index = await readIndex(config.indexDir);
const documents = [...index.documents.values()] as any[];
const questions = await loadLearningQuestions('corpus', 'eval/cases', documents);
console.log(questions.length, questions.filter((q) => q.half === 'corpus').length);
let p = 0;
await exportForTraining({ documents, passages: index.passages as any, questions, encoder, dir: 'dist/learn', weightsOf: (ids) => index.tokens!.weights(ids),
  encodePassage: async (passage) => { const d = index.documents.get(passage.documentId)!; const sentences = d.sentences.slice(...passage.sentences);
    return encoder.encodePassage(sentences.map(({ start, end }) => d.text.slice(start, end).replace(/[⁰¹²³⁴-⁹]+/gu, ' ')), [d.shortTitle, d.subject, ...passage.headings.slice(-2)].filter(Boolean).join('. ')); },
  onProgress: (d, t) => d % 2000 === 0 && console.log(d, t) });
