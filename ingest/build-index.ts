import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Comparisons } from '../server/corpus/comparison.ts';
import type { CanonicalDocument, Passage } from '../server/corpus/document.ts';
import type { MissingKind } from '../server/corpus/missing.ts';
import { formsOf, type Statement } from '../server/corpus/statement.ts';
import type { Encoder } from '../server/model/encoder.ts';
import { readLearnedMaps } from '../server/model/learned-maps.ts';
import { vocabularyForIndex } from '../server/corpus/vocabulary.ts';
import { manifestSha256, readPointer } from '../server/search/index-pointer.ts';
import { readVersion, type SearchIndex } from '../server/search/index-reader.ts';
import { writeIndex } from '../server/search/index-writer.ts';
import { copyTokens, type PassageTokens } from '../server/search/passage-tokens.ts';
import type { FormsData } from '../server/search/form-index.ts';
import { quantise } from '../server/search/token-index.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { placeForms, unplacedForms } from './place-forms.ts';
import { placeQuestions } from './place-questions.ts';
import type { PlacedBefore } from './place-texts.ts';
import type { SourceQuestion } from './questions.ts';

export interface BuildRequest {
  documents: readonly CanonicalDocument[];
  passages: readonly Passage[];
  encoder: Encoder;
  indexDir: string;
  glossary: string;
  /** From `corpus/questions`; none when absent. */
  questions?: readonly SourceQuestion[];
  /** From `corpus/statements`. */
  statements?: readonly Statement[];
  /** From `corpus/missing.yaml`. */
  missing?: readonly MissingKind[];
  /** From `corpus/comparisons.yaml`. */
  comparisons?: Comparisons | undefined;
  rulesDir?: string;
  corpusSha256: string;
  settings: Record<string, string | number | boolean>;
  /** How many versions of the index stay. */
  keep?: number;
  /** Called after each passage and each question. */
  onProgress?: (done: number, total: number) => void;
}

export interface BuildReport {
  version: string;
  passages: number;
  /** Passages that had to be embedded; the others stood unchanged in the old index. */
  embedded: number;
  questions: number;
  /** Why questions took no part (Dutch): what was learned belongs to another model. */
  problem?: string;
}

/** Texts that are encoded at once, each by one thread: that keeps all cores busy, where short texts leave most of several threads idle. */
const AT_ONCE = availableParallelism();

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
  const { maps, problem } = await readLearnedMaps(modelSha256);
  const asked = maps ? (request.questions ?? []) : [];
  const statements = request.statements?.map(formsOf);
  const missing = request.missing?.map(({ asks }) => asks);
  const total = passages.length + (maps ? asked.length + [...(statements ?? []), ...(missing ?? [])].flat().length : 0);
  const { known, placed } = await oldEncodings(indexDir, encoder);
  let done = 0;
  let embedded = 0;
  const encode = async (passage: Passage): Promise<Encoding> => {
    const { context, parts } = encoderInput(byId.get(passage.documentId)!, passage);
    const old = known.get(inputKey(context, parts));
    if (old) return old;
    const encoded = await encoder.encodePassage(parts, context);
    embedded += 1;
    return { vector: encoded.vector, ids: Int32Array.from(encoded.ids), sentences: encoded.parts, ...quantise(encoded.vectors, dimensions) };
  };
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    onProgress?.((done += 1), total);
    return result;
  };
  const encodings = await mapConcurrently(passages, AT_ONCE, (passage) => counted(encode(passage)));
  const vectors = new Float32Array(passages.length * dimensions);
  encodings.forEach(({ vector }, i) => vectors.set(vector, i * dimensions));
  // A remote model gives no token vectors: then there is no late interaction.
  const lateInteraction = encodings.some(({ ids }) => ids.length > 0);
  const place = maps && { encoder, measure: maps.measure, atOnce: AT_ONCE, onPlaced: () => onProgress?.((done += 1), total) };
  const questions = place && (await placeQuestions(asked, { ...place, known: placed.questions }));
  const formsData = async (forms: string[][], old: PlacedBefore | undefined): Promise<FormsData> => (place ? placeForms(forms, { ...place, known: old }) : unplacedForms(forms));
  const version = await writeIndex(indexDir, {
    ...request,
    glossary,
    vectors,
    questions,
    statements: statements && { statements: [...request.statements!], forms: await formsData(statements, placed.statements) },
    missing: missing && { kinds: [...request.missing!], forms: await formsData(missing, placed.missing) },
    ...(lateInteraction && { tokens: encodings }),
    model: { sha256: modelSha256, dimensions, lateInteraction },
  });
  return { version, passages: passages.length, embedded, questions: asked.length, ...(problem !== undefined && { problem }) };
}

/**
 * What the encoder reads of a passage: name and subject of the document and the heading path as
 * context, then its sentences. A page that says "de prestatie" is so found by the name it leaves out.
 */
export function encoderInput(document: CanonicalDocument, passage: Passage): { context: string; parts: string[] } {
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

interface Old {
  known: Map<string, Encoding>;
  placed: Partial<Record<'questions' | 'statements' | 'missing', PlacedBefore | undefined>>;
}

async function oldEncodings(indexDir: string, { modelSha256, dimensions }: Encoder): Promise<Old> {
  const known = new Map<string, Encoding>();
  const old = await openOld(indexDir, { modelSha256, dimensions }).catch(() => undefined);
  if (!old) return { known, placed: {} };
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
  return { known, placed: { questions: old.questions, statements: old.statements?.forms, missing: old.missing?.forms } };
}

/** Also an index whose pointer has no hash yet: encodings are known by their text, and its files are checked all the same. */
async function openOld(indexDir: string, { modelSha256, dimensions }: Pick<Encoder, 'modelSha256' | 'dimensions'>): Promise<SearchIndex | undefined> {
  const pointer = await readPointer(indexDir);
  if (!pointer) return undefined;
  const { version, manifestSha256: known } = pointer.current;
  return readVersion(indexDir, { version, manifestSha256: known ?? (await manifestSha256(indexDir, version)) }, { modelSha256, dimensions });
}

/** Of a model that gives no token vectors. */
const NO_TOKENS: PassageTokens = { vectors: new Int8Array(0), scales: new Float32Array(0), ids: new Int32Array(0), sentences: [] };
