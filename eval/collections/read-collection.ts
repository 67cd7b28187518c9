import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod/v4';
import { canonicalise } from '../../ingest/canonical/canonicalise.ts';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import { createLexicon } from '../../ingest/canonical/lexicon.ts';
import { CaseFileError } from '../load/load-cases.ts';
import { documentQuestion, type Collection } from './collection.ts';

/** One line of a collection (JSON Lines), as `eval/README.md` describes it; other fields are left alone. */
const Row = z.object({
  id: z.string().min(1),
  question: z.string().trim().min(1),
  reference_answer: z.string().trim().min(1),
  /** Address of the page. */
  canonical: z.string().optional(),
  license: z.string().optional(),
});

/**
 * Questions and answers of others, about another subject, so that a change which only fits our own questions shows. Only the answers
 * are indexed: the title of such a page is mostly the question itself.
 * @throws CaseFileError naming every line that cannot be used
 */
export async function readCollection(path: string): Promise<Collection> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CaseFileError([`${path} is niet te lezen. Geef met --collection een bestand met één vraag per regel (JSON Lines).`]);
  });
  const faults: string[] = [];
  const rows = text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const row = Row.safeParse(parse(line));
    if (row.success) return [row.data];
    faults.push(`${path}, regel ${at + 1}: dit is geen vraag met antwoord. Geef id, question en reference_answer.`);
    return [];
  });
  if (faults.length === 0 && rows.length === 0) faults.push(`${path} bevat geen vragen.`);
  if (new Set(rows.map(({ id }) => id)).size < rows.length) faults.push(`${path}: een id komt twee keer voor. Geef elke vraag een eigen id.`);
  if (faults.length > 0) throw new CaseFileError(faults);
  const lexicon = createLexicon(rows.map((row) => row.reference_answer), await loadDictionary());
  return {
    name: basename(path),
    documents: rows.map((row) => canonicalise({ pages: [row.reference_answer] }, metadata(row), lexicon).document),
    questions: rows.map(({ id, question }) => documentQuestion(question, id)),
  };
}

const metadata = ({ id, canonical, license }: z.infer<typeof Row>) => ({
  id,
  title: id,
  // Such pages have no name of their own that says what they are about.
  shortTitle: '',
  publisher: '',
  published: 'zonder datum',
  kind: 'anders',
  status: 'overig',
  authority: 1,
  file: id,
  ...(canonical !== undefined && { address: canonical }),
  licence: license ?? '',
  sha256: '0'.repeat(64),
});

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
