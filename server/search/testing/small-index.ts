import type { CanonicalDocument, Passage } from '../../corpus/document.ts';
import type { Encoder } from '../../model/encoder.ts';
import { plainMaps } from '../../model/testing/plain-maps.ts';
import { questionIndexData } from '../question-index.ts';
import { writeIndex, type IndexContent } from '../index-writer.ts';
import type { PassageTokens } from '../passage-tokens.ts';
import { quantise } from '../token-index.ts';
import { missingData, quoteFrom, smallMissing, smallStatement, statementsData } from './small-asked.ts';

/** A document of one paragraph; each sentence is a passage of its own. */
export function smallDocument(id: string, sentences: readonly string[]): CanonicalDocument {
  const text = sentences.join(' ');
  let start = 0;
  const ranges = sentences.map((sentence) => {
    const range = { start, end: start + sentence.length, block: 0 };
    start = range.end + 1;
    return range;
  });
  return {
    id,
    title: `Titel van ${id}`,
    shortTitle: `de ${id}`,
    publisher: 'VWS',
    published: '2024-07',
    kind: 'handreiking',
    status: 'handreiking',
    authority: 2,
    file: `${id}.txt`,
    licence: 'CC0-1.0',
    sha256: 'd'.repeat(64),
    text,
    pageStarts: [0],
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    sentences: ranges,
  };
}

export const SMALL_DOCUMENTS = [
  smallDocument('handleiding', ['De gemeente betaalt het overleg.', 'Het experiment eindigt in 2029.']),
  smallDocument('brief', ['De verzekeraar betaalt de huisarts.']),
];

/** What is said of them, and what they do not say. */
const SMALL_STATEMENTS = [
  smallStatement('overleg', [quoteFrom(SMALL_DOCUMENTS[0]!, 'De gemeente betaalt het overleg.')], { asks: ['Wie betaalt het overleg?'], decides: [{ asks: 'Betaalt de verzekeraar het overleg?', verdict: 'nee' }] }),
  smallStatement('einde', [quoteFrom(SMALL_DOCUMENTS[0]!, 'Het experiment eindigt in 2029.')], { asks: ['Tot wanneer loopt het experiment?'] }),
];
const SMALL_MISSING = [smallMissing('uurtarief', { asks: ['Hoeveel euro per uur?', 'uurtarief huisarts'], near: 'overleg', documents: ['handleiding', 'brief'] })];

/** What a build would hand to the writer; of other documents nobody said anything. */
export async function smallContent(encoder: Encoder, documents: readonly CanonicalDocument[] = SMALL_DOCUMENTS): Promise<IndexContent & { tokens?: PassageTokens[] }> {
  const { dimensions, modelSha256 } = encoder;
  const passages = documents.flatMap(passagesOf);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const encoded = await Promise.all(
    passages.map(({ documentId, start, end }) => encoder.encodePassage([byId.get(documentId)!.text.slice(start, end)])),
  );
  const total = encoded.reduce((sum, { ids }) => sum + ids.length, 0);
  const tokens = encoded.map(({ ids, vectors, parts }) => ({ ...quantise(vectors, dimensions), ids: Int32Array.from(ids), sentences: parts }));
  return {
    documents,
    passages,
    vectors: Float32Array.from(encoded.flatMap(({ vector }) => [...vector])),
    ...(total > 0 && { tokens }),
    ...(documents === SMALL_DOCUMENTS && { statements: await statementsData(SMALL_STATEMENTS, encoder), missing: await missingData(SMALL_MISSING, encoder) }),
    glossary: '{}',
    questions: questionIndexData([], plainMaps(dimensions).measure, 'plain'),
    model: { sha256: modelSha256, dimensions, lateInteraction: total > 0 },
    corpusSha256: 'c'.repeat(64),
    settings: { characters: 1000 },
  };
}

/** Writes a small index. @returns its version */
export async function writeSmallIndex(indexDir: string, encoder: Encoder, change: Partial<IndexContent> = {}): Promise<string> {
  return writeIndex(indexDir, { ...(await smallContent(encoder, change.documents)), ...change });
}

function passagesOf({ id, sentences }: CanonicalDocument): Passage[] {
  return sentences.map(({ start, end }, i) => ({ id: `${id}#${i}`, documentId: id, start, end, headings: [], sentences: [i, i + 1] }));
}
