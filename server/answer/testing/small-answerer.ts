import type { CanonicalDocument } from '../../corpus/document.ts';
import { parseGlossary } from '../../corpus/glossary.ts';
import { readIndex } from '../../search/index-reader.ts';
import { HybridRetriever } from '../../search/retriever.ts';
import { statisticsByDay } from '../../search/term-statistics.ts';
import type { Encoder } from '../../model/encoder.ts';
import { FakeEncoder } from '../../model/testing/fake-encoder.ts';
import { writeSmallIndex } from '../../search/testing/small-index.ts';
import { WordedAnswerer } from '../../assistant/worded-answerer.ts';
import { CALIBRATION } from '../calibration.ts';
import type { Tools } from '../draft.ts';

/** An answerer without weights over documents that can be checked by eye. It answers whatever it finds: what it refuses was not found. */
export async function smallAnswerer(indexDir: string, documents: readonly CanonicalDocument[]): Promise<WordedAnswerer> {
  return new WordedAnswerer(await smallTools(indexDir, documents));
}

/** What its steps work with. @param encoder reads questions; the documents are always read by the fake one */
export async function smallTools(indexDir: string, documents: readonly CanonicalDocument[], encoder: Encoder = new FakeEncoder()): Promise<Tools> {
  await writeSmallIndex(indexDir, new FakeEncoder(), { documents });
  const index = await readIndex(indexDir);
  return {
    index,
    retriever: new HybridRetriever(index, encoder),
    glossary: parseGlossary(index.glossary),
    statistics: statisticsByDay(index),
    calibration: { ...CALIBRATION, thresholds: { full: -1e6, lexical: -1e6 } },
  };
}
