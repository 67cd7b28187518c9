import { createHash } from 'node:crypto';
import type { CanonicalDocument, Passage } from '../server/corpus/document.ts';
import type { Encoder } from '../server/model/encoder.ts';
import { vocabularyForIndex } from '../server/corpus/vocabulary.ts';
import { readIndex, type SearchIndex } from '../server/search/index-reader.ts';
import { writeIndex } from '../server/search/index-writer.ts';
import { quantise, type TokenIndexData } from '../server/search/token-index.ts';

export interface BuildRequest {
  documents: readonly CanonicalDocument[];
  passages: readonly Passage[];
  encoder: Encoder;
  indexDir: string;
  glossary: string;
  rulesDir?: string;
  corpusSha256: string;
  settings: Record<string, string | number | boolean>;
  /** Called after each passage. */
  onProgress?: (done: number, total: number) => void;
}

export interface BuildReport {
  version: string;
  passages: number;
  /** Passages that had to be embedded; the others stood unchanged in the old index. */
  embedded: number;
}

/** What is kept of a passage's encoding. */
interface Encoding {
  vector: Float32Array;
  vectors: Int8Array;
  scales: Float32Array;
  ids: ArrayLike<number>;
  parts: [number, number][];
}

/**
 * Embeds what is new, keeps what is unchanged, and writes the index beside the old one.
 * @throws DocumentError for a vocabulary with faults; ModelUnavailableError
 */
export async function buildIndex(request: BuildRequest): Promise<BuildReport> {
  const { documents, passages, encoder, indexDir, onProgress } = request;
  const { dimensions, modelSha256 } = encoder;
  const byId = new Map(documents.map((document) => [document.id, document]));
  // What the server would refuse must not become an index; and it is told before the long work, not after.
  const glossary = vocabularyForIndex(request.glossary);
  const known = await oldEncodings(indexDir, encoder);
  const encodings: Encoding[] = [];
  let embedded = 0;
  for (const passage of passages) {
    const { context, parts } = encoderInput(byId.get(passage.documentId)!, passage);
    let encoding = known.get(inputKey(context, parts));
    if (!encoding) {
      const encoded = await encoder.encodePassage(parts, context);
      encoding = { ...encoded, ...quantise(encoded.vectors, dimensions) };
      embedded += 1;
    }
    encodings.push(encoding);
    onProgress?.(encodings.length, passages.length);
  }
  const vectors = new Float32Array(passages.length * dimensions);
  encodings.forEach(({ vector }, i) => vectors.set(vector, i * dimensions));
  // A remote model gives no token vectors: then there is no late interaction.
  const lateInteraction = encodings.some(({ ids }) => ids.length > 0);
  const version = await writeIndex(indexDir, {
    ...request,
    glossary,
    vectors,
    ...(lateInteraction && { tokens: joinTokens(encodings, dimensions) }),
    model: { sha256: modelSha256, dimensions, lateInteraction },
  });
  return { version, passages: passages.length, embedded };
}

/**
 * What the encoder reads of a passage: name and subject of the document and the heading path as
 * context, then its sentences. A page that says "de prestatie" is so found by the name it leaves out.
 */
function encoderInput(document: CanonicalDocument, passage: Passage): { context: string; parts: string[] } {
  const sentences = document.sentences.slice(...passage.sentences);
  return {
    context: [document.shortTitle, document.subject, ...passage.headings.slice(-2)].filter(Boolean).join('. '),
    // Footnote marks would make other tokens of the words they touch.
    parts: sentences.map(({ start, end }) => document.text.slice(start, end).replace(/[⁰¹²³⁴-⁹]+/gu, ' ')),
  };
}

function inputKey(context: string, parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([context, parts])).digest('base64');
}

async function oldEncodings(indexDir: string, encoder: Encoder): Promise<Map<string, Encoding>> {
  const known = new Map<string, Encoding>();
  const old = await readIndex(indexDir, encoder.modelSha256).catch(() => undefined);
  if (!old) return known;
  old.passages.forEach((passage, i) => {
    const { context, parts } = encoderInput(old.documents.get(passage.documentId)!, passage);
    known.set(inputKey(context, parts), encodingAt(old, i, encoder.dimensions));
  });
  return known;
}

function encodingAt(index: SearchIndex, passage: number, dimensions: number): Encoding {
  const vector = index.meanVectors.slice(passage * dimensions, (passage + 1) * dimensions);
  if (!index.tokens) return { vector, vectors: new Int8Array(0), scales: new Float32Array(0), ids: [], parts: [] };
  const { vectors, scales, ids, passageStarts, sentenceRanges } = index.tokens.data;
  const first = passageStarts[passage]!;
  const last = passageStarts[passage + 1]!;
  return {
    vector,
    vectors: vectors.slice(first * dimensions, last * dimensions),
    scales: scales.slice(first, last),
    ids: ids.slice(first, last),
    parts: sentenceRanges[passage]!.map(([a, b]) => [a - first, b - first]),
  };
}

function joinTokens(encodings: readonly Encoding[], dimensions: number): TokenIndexData {
  const total = encodings.reduce((sum, { ids }) => sum + ids.length, 0);
  const data: TokenIndexData = {
    dimensions,
    vectors: new Int8Array(total * dimensions),
    scales: new Float32Array(total),
    ids: new Int32Array(total),
    passageStarts: [0],
    sentenceRanges: [],
  };
  let first = 0;
  for (const { vectors, scales, ids, parts } of encodings) {
    data.vectors.set(vectors, first * dimensions);
    data.scales.set(scales, first);
    data.ids.set(ids, first);
    data.sentenceRanges.push(parts.map(([a, b]) => [first + a, first + b]));
    first += ids.length;
    data.passageStarts.push(first);
  }
  return data;
}
