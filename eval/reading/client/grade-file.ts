import { draftCase, type Correction, type Entry } from '../draft-case.ts';
import type { GradeFile, PageData } from './page-data.ts';

export type Entries = Record<string, Entry>;

/** What keeps a correction from becoming a case, in Dutch; undefined when nothing does. */
export function incomplete({ text, abstain, evidence }: Correction): string | undefined {
  if (text === '') return abstain ? 'Schrijf nog wat de documenten niet geven.' : 'Schrijf nog het goede antwoord.';
  if (!abstain && evidence.length === 0) return 'Kies nog een zin die het antwoord bewijst.';
  if (!abstain && evidence.some(({ documentId }) => documentId === '')) return 'Kies nog uit welk document de zin komt.';
  return undefined;
}

/** Everything that was filled in, with the answers that it is about: the file can be read without this page. */
export function gradeFile({ items }: PageData, entries: Entries, reader: string, savedAt: string): GradeFile {
  return {
    format: 'bekostigingswijzer-cijfers-1',
    reader,
    savedAt,
    items: items.flatMap(({ key, question, history, answer }) => {
      const entry = entries[key];
      if (entry === undefined) return [];
      const { correction } = entry;
      const draft = correction && incomplete(correction) === undefined ? draftCase(correction, { question, history }, { key: key.split('-', 1)[0]!, reader }) : undefined;
      return [{ key, question, history, answer, ...entry, ...(draft !== undefined && { draftCase: draft }) }];
    }),
  };
}
