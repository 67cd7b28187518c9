import { mkdir, open, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanonicalDocument, Passage } from '../../server/corpus/document.ts';
import type { Encoder } from '../../server/model/encoder.ts';
import { sentenceKey } from '../../server/search/sentence-key.ts';
import type { LearningQuestion } from './learning-questions.ts';

/** What `train.py` reads: everything about texts is decided here, so that training and search see the same vectors. */
export interface TrainingExport {
  modelSha256: string;
  dimensions: number;
  /** Rows of `passages.f32`: the sentence's own tokens, and those with its neighbours in the passage. */
  sentences: { key: string; own: [number, number]; window: [number, number] }[];
  /** Rows of `questions.f32`; `weights` are the tokens' idf weights, together 1. Without sentences: the sources do not answer. */
  questions: { hand: string; half: LearningQuestion['half']; sentences: string[]; tokens: [number, number]; weights: number[] }[];
}

export interface ExportRequest {
  documents: readonly CanonicalDocument[];
  passages: readonly Passage[];
  questions: readonly LearningQuestion[];
  encoder: Encoder;
  encodePassage: (passage: Passage) => ReturnType<Encoder['encodePassage']>;
  weightsOf: (ids: readonly number[]) => Promise<Float32Array>;
  dir: string;
  onProgress?: (done: number, total: number) => void;
}

/** Writes `export.json`, `passages.f32`, `questions.f32` (token vectors) and `question-vectors.f32` (one a question) into a folder. */
export async function exportForTraining({ documents, passages, questions, encoder, encodePassage, weightsOf, dir, onProgress }: ExportRequest): Promise<void> {
  await mkdir(dir, { recursive: true });
  const byId = new Map(documents.map((document) => [document.id, document]));
  const total = passages.length + questions.length;
  const sentences = new Map<string, TrainingExport['sentences'][number]>();
  let row = 0;
  let done = 0;
  await writeRows(join(dir, 'passages.f32'), async (write) => {
    for (const passage of passages) {
      const { vectors, parts } = await encodePassage(passage);
      const document = byId.get(passage.documentId)!;
      const [first] = passage.sentences;
      parts.forEach(([from, to], i) => {
        const isHeading = document.blocks[document.sentences[first + i]!.block]!.kind === 'heading';
        if (isHeading || to === from) return;
        const window: [number, number] = [row + parts[Math.max(0, i - 1)]![0], row + parts[Math.min(parts.length - 1, i + 1)]![1]];
        const key = sentenceKey(passage.documentId, first + i);
        const known = sentences.get(key);
        // A sentence in two passages is read where it has the most around it.
        if (!known || window[1] - window[0] > known.window[1] - known.window[0]) sentences.set(key, { key, own: [row + from, row + to], window });
      });
      row += vectors.length / encoder.dimensions;
      await write(vectors);
      onProgress?.((done += 1), total);
    }
  });
  const exported: TrainingExport['questions'] = [];
  const means: Float32Array[] = [];
  let token = 0;
  await writeRows(join(dir, 'questions.f32'), async (write) => {
    for (const { text, hand, half, sentences: keys } of questions) {
      const { ids, vectors, vector } = await encoder.encodeQuery(text);
      exported.push({ hand, half, sentences: keys.filter((key) => sentences.has(key)), tokens: [token, token + ids.length], weights: [...(await weightsOf(ids))].map((weight) => Number(weight.toFixed(6))) });
      means.push(vector);
      token += ids.length;
      await write(vectors);
      onProgress?.((done += 1), total);
    }
  });
  await writeRows(join(dir, 'question-vectors.f32'), async (write) => {
    for (const vector of means) await write(vector);
  });
  const json: TrainingExport = { modelSha256: encoder.modelSha256, dimensions: encoder.dimensions, sentences: [...sentences.values()], questions: exported };
  await writeFile(join(dir, 'export.json'), JSON.stringify(json));
}

async function writeRows(path: string, work: (write: (rows: Float32Array) => Promise<void>) => Promise<void>): Promise<void> {
  const file: FileHandle = await open(path, 'w');
  try {
    await work(async (rows) => {
      await file.write(Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength));
    });
  } finally {
    await file.close();
  }
}
