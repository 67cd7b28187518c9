import type { CanonicalDocument } from '../../corpus/document.ts';
import { parseGlossary } from '../../corpus/glossary.ts';
import type { MissingKind } from '../../corpus/missing.ts';
import type { Statement } from '../../corpus/statement.ts';
import { readIndex } from '../../search/index-reader.ts';
import { HybridRetriever, RETRIEVAL } from '../../search/retriever.ts';
import { statisticsByDay } from '../../search/term-statistics.ts';
import { FakeEncoder } from '../../model/testing/fake-encoder.ts';
import { plainMaps } from '../../model/testing/plain-maps.ts';
import { missingData, statementsData } from '../../search/testing/small-asked.ts';
import { writeSmallIndex } from '../../search/testing/small-index.ts';
import { WordedAnswerer } from '../../assistant/worded-answerer.ts';
import { makeBooks } from '../books.ts';
import { CALIBRATION } from '../calibration.ts';
import type { Tools } from '../draft.ts';

/** What is written about the documents; without statements nothing was learned either. */
export interface SmallBooks {
  statements?: readonly Statement[];
  missing?: readonly MissingKind[];
}

/** An answerer without weights over documents that can be checked by eye. It answers whatever it finds: what it refuses was not found. */
export async function smallAnswerer(indexDir: string, documents: readonly CanonicalDocument[]): Promise<WordedAnswerer> {
  return new WordedAnswerer(await smallTools(indexDir, documents));
}

/** What its steps work with. Of statements the one with the nearest form comes first, whatever was learned. */
export async function smallTools(indexDir: string, documents: readonly CanonicalDocument[], { statements, missing }: SmallBooks = {}): Promise<Tools> {
  const encoder = new FakeEncoder();
  await writeSmallIndex(indexDir, encoder, {
    documents,
    ...(statements && { statements: await statementsData(statements, encoder) }),
    ...(missing && { missing: await missingData(missing, encoder) }),
  });
  const index = await readIndex(indexDir);
  const maps = statements || missing ? plainMaps(encoder.dimensions) : undefined;
  const { questions, ...books } = makeBooks(index, maps);
  return {
    index,
    retriever: new HybridRetriever(index, encoder, RETRIEVAL, { maps, ...(questions && { questions }) }),
    glossary: parseGlossary(index.glossary),
    ...books,
    statistics: statisticsByDay(index),
    calibration: {
      ...CALIBRATION,
      statement: { bias: 0, terms: { nearest: { weight: 5, mean: 0 }, words: { weight: 0.1, mean: 0 } } },
      thresholds: { full: -1e6, lexical: -1e6 },
    },
  };
}
