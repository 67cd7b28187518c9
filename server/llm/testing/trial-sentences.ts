import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_DIR, realCorpus } from '../../../ingest/testing/corpus.ts';
import { loadStatements } from '../../../ingest/statements/load-statements.ts';
import { surroundingsOf } from '../../corpus/guards/claim.ts';
import type { WritingTask } from '../writing.ts';

export interface TrialSentence {
  /** What is wrong with it; absent for a right one. */
  wrong?: string;
  statement: string;
  text: string;
  /** Counted only: nobody looked at it while the checks were made. */
  held: boolean;
}

const linesOf = (file: string): string[] => readFileSync(join(import.meta.dirname, file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const fields = (line: string): string[] => line.split('|').map((field) => field.trim());

export const rightSentences = (): TrialSentence[] =>
  linesOf('paraphrases.txt').map((line, i) => {
    const [statement = '', text = ''] = fields(line);
    return { statement, text, held: i % 2 === 1 };
  });

export const wrongSentences = (): TrialSentence[] =>
  linesOf('planted.txt').map((line, i) => {
    const [wrong = '', statement = '', ...text] = fields(line);
    return { wrong, statement, text: text.join('|'), held: i % 2 === 1 };
  });

let tasks: Promise<ReadonlyMap<string, WritingTask>> | undefined;

/** What a model would be given of each statement of the corpus alone: its text and its quotes. */
export const writingTasks = (): Promise<ReadonlyMap<string, WritingTask>> => (tasks ??= readTasks());

async function readTasks(): Promise<ReadonlyMap<string, WritingTask>> {
  const { documents } = await realCorpus();
  const byId = new Map(documents.map((document) => [document.id, document]));
  return new Map(
    loadStatements(CORPUS_DIR, documents).statements.flatMap((statement) => {
      if (statement.text === undefined) return [];
      const sources = statement.quotes.map(({ documentId, start, text }, i) => ({ n: i + 1, quote: text, surroundings: surroundingsOf(byId.get(documentId)!, start) }));
      return [[statement.id, { question: '', sources, statements: [{ id: statement.id, text: statement.text, citations: sources.map(({ n }) => n) }] }] as const];
    }),
  );
}

/** As a model writes it: with the number of its first source, unless it names one itself. */
export const marked = (text: string): string => (/\[\d+\]/.test(text) ? text : text.replace(/([.!?]?)$/, ' [1]$1'));
