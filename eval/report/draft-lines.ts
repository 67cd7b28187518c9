import { relative } from 'node:path';
import type { ReadFeedback } from '../reading/feedback/read-feedback.ts';
import type { Drafts } from '../reading/grades/grade-figures.ts';

/** What became of users' feedback, for the terminal. */
export function draftLines({ files, notes }: Drafts, { agreed, without }: ReadFeedback): string[] {
  return [
    `${agreed.length} reacties met vraag, ${without} zonder (daar is niets van te maken).`,
    ...files.map(({ path, cases }) => `${cases} concepten in ${relative(process.cwd(), path)}. Loop ze na, verbeter het bewijs en zet ze in eval/cases.`),
    ...notes,
  ];
}
