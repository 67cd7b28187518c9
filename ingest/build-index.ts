import { createHash } from 'node:crypto';
import type { CanonicalDocument, Passage } from '../server/corpus/document.ts';
import type { Encoder } from '../server/model/encoder.ts';
import { vocabularyForIndex } from '../server/corpus/vocabulary.ts';
import { readIndex } from '../server/search/index-reader.ts';
import { writeIndex } from '../server/search/index-writer.ts';
import { copyTokens, type PassageTokens } from '../server/search/passage-tokens.ts';
import { quantise } from '../server/search/token-index.ts';

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
interface Encoding extends PassageTokens {
  vector: Float32Array;
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
      encoding = { vector: encoded.vector, ids: Int32Array.from(encoded.ids), sentences: encoded.parts, ...quantise(encoded.vectors, dimensions) };
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
    ...(lateInteraction && { tokens: encodings }),
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

async function oldEncodings(indexDir: string, { modelSha256, dimensions }: Encoder): Promise<Map<string, Encoding>> {
  const known = new Map<string, Encoding>();
  const old = await readIndex(indexDir, modelSha256).catch(() => undefined);
  if (!old) return known;
  try {
    const ordinals = Array.from({ length: old.manifest.counts.passages }, (_, ordinal) => ordinal);
    const [passages, tokens, vectors] = await Promise.all([old.passages(ordinals), old.tokens(ordinals, copyTokens), old.meanVectors()]);
    passages.forEach(({ passage, document }, i) => {
      const { context, parts } = encoderInput(document, passage);
      const vector = vectors.slice(i * dimensions, (i + 1) * dimensions);
      known.set(inputKey(context, parts), { ...(tokens[i] ?? NO_TOKENS), vector });
    });
  } finally {
    await old.close();
  }
  return known;
}

/** Of a model that gives no token vectors. */
const NO_TOKENS: PassageTokens = { vectors: new Int8Array(0), scales: new Float32Array(0), ids: new Int32Array(0), sentences: [] };
