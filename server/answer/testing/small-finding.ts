import type { CanonicalDocument } from '../../corpus/document.ts';
import type { Statement } from '../../corpus/statement.ts';
import { FakeEncoder } from '../../model/testing/fake-encoder.ts';
import { statementsData } from '../../search/testing/small-asked.ts';
import { CompoundSplitter } from '../../text/compounds.ts';
import type { Finding } from '../draft.ts';
import type { StatementCandidate } from '../statement-candidate.ts';
import type { AnswerKind } from '../question.ts';
import type { SentenceCandidate } from '../sentence-candidates.ts';
import { StatementBook } from '../statement-book.ts';

export const byId = (documents: readonly CanonicalDocument[]): Map<string, CanonicalDocument> => new Map(documents.map((document) => [document.id, document]));

/** A book without a measure, which words alone search. */
export async function smallBook(statements: readonly Statement[], documents: readonly CanonicalDocument[]): Promise<StatementBook> {
  return new StatementBook(await statementsData(statements, new FakeEncoder()), { documents: byId(documents), splitter: new CompoundSplitter([]) });
}

/** A statement as it came out of the match. @param features what else speaks for it */
export function candidate(book: StatementBook, id: string, score: number, features: Partial<StatementCandidate['features']> = {}): StatementCandidate {
  return { entry: book.byId(id)!, score, features: { sentence: 0, ...features } as StatementCandidate['features'] };
}

/** What was found: these statements, best first, and these sentences (`document/sentence`) with their scores. @param asksFor by the question */
export function foundWith(statements: readonly StatementCandidate[], sentences: Readonly<Record<string, number>> = {}, asksFor: readonly AnswerKind[] = []): Finding {
  const candidates = Object.entries(sentences).map(([key, score]) => {
    const [id, sentence] = key.split('/');
    return { document: { id }, sentence: Number(sentence), score } as unknown as SentenceCandidate;
  });
  return { statements: [...statements], candidates, question: { profile: { asksFor: new Set(asksFor) } } } as unknown as Finding;
}
