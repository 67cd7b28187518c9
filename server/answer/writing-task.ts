import type { Block, TraceStep } from '../contract.ts';
import { surroundingsOf } from '../corpus/guards/claim.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { statementText } from '../corpus/statement.ts';
import type { WritingStatement, WritingTask } from '../llm/writing.ts';
import { sentencesAt } from '../search/sentence-key.ts';
import { wholeOf, type Draft, type Tools } from './draft.ts';
import type { StatementBook } from './statement-book.ts';

type Skipped = NonNullable<Extract<TraceStep, { step: 'write' }>['skipped']>;
export type MadeTask = { task: WritingTask; skipped?: undefined } | { task?: undefined; skipped: Skipped };

/** What a model is given of an answer: what was said and its proof, nothing that has exceptions of its own. */
export function writingTask(draft: Draft, held: readonly Block[], { index: { documents }, statements: book }: Tools): MadeTask {
  if (draft.refused) return { skipped: 'refused' };
  const { profile, standalone } = wholeOf(draft).question;
  if (profile.language !== 'nl') return { skipped: 'language' };
  if (profile.isInstruction) return { skipped: 'instruction' };
  // A list is answered whole, and what the rules decide is said by them.
  if (held.some((block) => block.type === 'lead' || block.type === 'table' || (block.type === 'statement' && block.role === 'item'))) return { skipped: 'form' };
  const statements = saidIn(held) ?? behindQuotes(held, draft, book, documents);
  if (statements.length === 0) return { skipped: 'no-statement' };
  const used = new Set(statements.flatMap(({ citations }) => citations));
  const verdict = held.find((block) => block.type === 'verdict')?.verdict;
  return {
    task: {
      question: standalone,
      ...(verdict && { verdict }),
      statements,
      sources: draft.citations
        .filter(({ n }) => used.has(n))
        .map(({ n, quote, documentId, start }) => ({ n, quote, surroundings: surroundingsOf(documents.get(documentId)!, start) })),
    },
  };
}

/** The answer in plain words; what limits it stands below it whatever a model writes. */
function saidIn(held: readonly Block[]): WritingStatement[] | undefined {
  const said = held.filter((block) => block.type === 'statement');
  return said.length === 0 ? undefined : said.filter(({ role }) => role === 'answer').map(({ id, text, citations }) => ({ id, text, citations }));
}

/** Where only quotes answer: what editors say of just these sentences, unless something limits that. */
function behindQuotes(held: readonly Block[], { citations, day }: Draft, book: StatementBook | undefined, documents: ReadonlyMap<string, CanonicalDocument>): WritingStatement[] {
  const answers = new Set(held.flatMap((block) => (block.type === 'quote' && block.role === 'answer' ? [block.n] : [])));
  const cited = citations.filter(({ n }) => answers.has(n)).map((citation) => ({ n: citation.n, keys: sentencesAt(documents.get(citation.documentId)!, citation) }));
  const all = new Set(cited.flatMap(({ keys }) => keys));
  const entries = new Set([...all].flatMap((key) => book?.restingOn(key) ?? []));
  return [...entries]
    .filter((entry) => entry.statement.list.length === 0 && book?.limitsOf(entry).length === 0 && entry.sentences.every((key) => all.has(key)))
    .map(({ statement, sentences }) => ({
      id: statement.id,
      text: statementText(statement, day, 'nl'),
      citations: cited.filter(({ keys }) => keys.some((key) => sentences.includes(key))).map(({ n }) => n),
    }));
}
