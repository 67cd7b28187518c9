import { readFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import { canonicalise } from '../../ingest/canonical/canonicalise.ts';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import { createLexicon } from '../../ingest/canonical/lexicon.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { CaseFileError } from '../load/load-cases.ts';

const Row = z.object({
  id: z.string(),
  question: z.string(),
  reference_answer: z.string(),
  canonical: z.string(),
  license: z.string(),
});

/** A question and the document that answers it. */
export interface CollectionQuestion {
  question: string;
  documentId: string;
}

export interface Collection {
  documents: CanonicalDocument[];
  questions: CollectionQuestion[];
}

/**
 * Questions and answers of Rijksoverheid.nl: another subject, so that a change which only fits our own questions shows.
 * Only the answers are indexed; the page title is the question itself.
 * @throws CaseFileError when the file cannot be used
 */
export async function loadRijksoverheid(path: string): Promise<Collection> {
  const lines = await readFile(path, 'utf8').catch(() => {
    throw new CaseFileError([`${path} is niet te lezen. Zet het bestand terug.`]);
  });
  const rows = lines.split('\n').filter(Boolean).map((line, at) => {
    const row = Row.safeParse(parse(line));
    if (!row.success) throw new CaseFileError([`${path}, regel ${at + 1}: dit is geen vraag met antwoord.`]);
    return row.data;
  });
  const lexicon = createLexicon(rows.map((row) => row.reference_answer), await loadDictionary());
  return {
    documents: rows.map((row) => canonicalise({ pages: [row.reference_answer] }, metadata(row), lexicon).document),
    questions: rows.map(({ id, question }) => ({ question, documentId: id })),
  };
}

const metadata = ({ id, canonical, license }: z.infer<typeof Row>) => ({
  id,
  title: id,
  // These pages have no name of their own that says what they are about.
  shortTitle: '',
  publisher: 'Rijksoverheid',
  published: 'zonder datum',
  kind: 'anders',
  status: 'overig',
  authority: 1,
  file: id,
  address: canonical,
  licence: license,
  sha256: '0'.repeat(64),
});

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
