import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { sentenceKey } from '../../server/search/question-neighbours.ts';
import { loadCases } from '../load/load-cases.ts';
import { loadPractice, type LabelledQuestion } from '../load/load-practice.ts';
import { touchesEvidence } from '../metrics/coverage.ts';

const folderOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

export interface Lessons {
  /** As people ask: the tune half and the practice questions by role, with and without answers in the proportion that they come. */
  asked: LabelledQuestion[];
  /** Practice questions made to cover every statement of the sources, many ways each. */
  coverage: LabelledQuestion[];
}

/** What may be learned from. The frozen half takes no part. */
export async function loadLessons(documents: ReadonlyMap<string, CanonicalDocument>): Promise<Lessons> {
  const texts = new Map([...documents].map(([id, { text }]) => [id, text]));
  const cases = await loadCases(folderOf('cases'), texts);
  return {
    asked: [...cases.filter(({ split }) => split === 'tune'), ...(await loadPractice(folderOf('practice/roles'), texts))],
    coverage: await loadPractice(folderOf('practice/coverage'), texts),
  };
}

/**
 * Which part a question is in when one part is measured with what was learned from the others: that of its file, so that
 * questions of one hand stay together, and so that a new file moves no other.
 */
export function foldOf(file: string, folds: number): number {
  return createHash('sha256').update(file).digest()[0]! % folds;
}

/** At most `most` questions of each entry that shares its evidence, spread over it. */
export function fewOfEach(questions: readonly LabelledQuestion[], most: number): LabelledQuestion[] {
  const entries = new Map<LabelledQuestion['evidence'], LabelledQuestion[]>();
  for (const question of questions) entries.set(question.evidence, [...(entries.get(question.evidence) ?? []), question]);
  return [...entries.values()].flatMap((those) => {
    const step = Math.max(1, those.length / most);
    return those.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  });
}

/** The sentences that answer a question, or hold half of what does. */
export function sentencesThatAnswer(
  { evidence }: Pick<LabelledQuestion, 'evidence'>,
  documents: ReadonlyMap<string, CanonicalDocument>,
): { document: CanonicalDocument; sentence: number }[] {
  const named = new Set(evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId)));
  return [...named].flatMap((id) => {
    const document = documents.get(id)!;
    return [...document.sentences.keys()]
      .filter((i) => touchesEvidence({ documentId: id, start: document.sentences[i]!.start, end: document.sentences[i]!.end }, evidence))
      .map((sentence) => ({ document, sentence }));
  });
}

/** The same, as keys. */
export function answersOf(question: Pick<LabelledQuestion, 'evidence'>, documents: ReadonlyMap<string, CanonicalDocument>): ReadonlySet<string> {
  return new Set(sentencesThatAnswer(question, documents).map(({ document, sentence }) => sentenceKey(document.id, sentence)));
}
