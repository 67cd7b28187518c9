import { join } from 'node:path';
import { answerCases, compareSystems, type CollectionFigures, type SystemAnswers } from '../baselines/compare-systems.ts';
import { hybridVariants, plainRetriever } from '../baselines/hybrid-variants.ts';
import { langchainPipeline } from '../baselines/langchain-pipeline.ts';
import type { RetrievalSystem } from '../baselines/retrieval-system.ts';
import { caseQuestion, type Collection } from '../collections/collection.ts';
import { openIndex } from '../collections/document-index.ts';
import type { Documents } from '../metrics/citations.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { casesForVerdict } from '../verdict/cases-for-verdict.ts';
import type { BaselineParts } from './baseline-parts.ts';
import type { Progress } from './progress.ts';

interface Parts {
  parts: BaselineParts;
  progress: Progress;
}

const tutorialOver = (documents: Collection['documents'], { encoder, embeddings, cacheDir }: BaselineParts): Promise<RetrievalSystem> =>
  langchainPipeline(documents, { embeddings, modelSha256: encoder.modelSha256, cacheDir });

/** Other systems on the cases that the verdict is about, and what a reader would get from the two that are most like an assistant. */
export async function compareOnCases(
  { parts, progress, results, documents, ownParts }: Parts & { results: readonly CaseResult[]; documents: Documents; ownParts: boolean },
): Promise<{ figures: CollectionFigures; otherAnswers: SystemAnswers[] }> {
  const { index, encoder } = parts;
  const { results: judged } = casesForVerdict(results);
  const answerable = judged.filter(({ scores }) => scores.retrieval);
  progress.stage('LangChain-voorbeeld: index', 1);
  const collection: Collection = { name: 'De eigen documenten', documents: [...index.documents.values()], questions: answerable.map((result) => caseQuestion(result.case)) };
  const tutorial = await tutorialOver(collection.documents, parts);
  const variants = hybridVariants(index, encoder);
  const systems = [...variants, ...(ownParts ? [plainRetriever(index, encoder)] : []), tutorial];
  const figures = await compareSystems(collection, systems, steps(progress, answerable.length), answerable.map(({ scores }) => scores.retrieval!));
  const otherAnswers: SystemAnswers[] = [];
  for (const system of [tutorial, ...variants.filter(({ id }) => id === 'hybrid')]) {
    progress.stage(`Antwoorden: ${system.label}`, judged.length);
    const { id, label } = system;
    otherAnswers.push({ id, label, results: await answerCases(system, judged.map((result) => result.case), documents) });
  }
  return { figures, otherAnswers };
}

/** The assistant's own search and the other systems on documents of others; the glossary takes no part. */
export async function compareOnCollection({ parts, progress, collection }: Parts & { collection: Collection }): Promise<CollectionFigures> {
  const { encoder, cacheDir } = parts;
  const { name, documents, questions } = collection;
  progress.stage(`${name}: index`, documents.length);
  const index = await openIndex({ documents, encoder, indexDir: join(cacheDir, 'collection'), glossary: '', onProgress: (done) => progress.step(done) });
  const systems = [plainRetriever(index, encoder), ...hybridVariants(index, encoder), await tutorialOver(documents, parts)];
  return compareSystems(collection, systems, steps(progress, questions.length));
}

const steps = (progress: Progress, total: number) => (system: RetrievalSystem) => {
  progress.stage(system.label, total);
  return (done: number): void => progress.step(done);
};
