import type { Answer } from '../../../server/contract.ts';
import type { Entry } from '../draft-case.ts';
import type { ReadingItem } from '../reading-item.ts';

/** What stands in the page for its own code. */
export interface PageData {
  /** Names this set of answers: grades of another set are not mixed with it. */
  set: string;
  items: Omit<ReadingItem, 'passages'>[];
}

/** What a reader saves; `grade-file.ts` reads it back. */
export interface GradeFile {
  format: 'bekostigingswijzer-cijfers-1';
  reader: string;
  savedAt: string;
  items: (Entry & { key: string; question: string; history: ReadingItem['history']; answer: Answer; draftCase?: string })[];
}
