import { join } from 'node:path';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { LooseText } from '../../../server/text/loose-text.ts';
import type { Documents } from '../../metrics/citations.ts';
import { writeDraftFile } from '../write-draft-file.ts';
import { incomplete } from '../client/grade-file.ts';
import { draftCase, slug } from '../draft-case.ts';
import { caseKey, caseKeyOf } from '../reading-item.ts';
import type { Drafts } from './grade-figures.ts';
import type { GradedAnswer } from './read-grades.ts';

/** Corrections as cases for a person to look at, a file for each reader. A file that was changed by hand stays. */
export async function writeDrafts(graded: readonly GradedAnswer[], cases: readonly EvaluationCase[], documents: Documents, folder: string): Promise<Drafts> {
  const byKey = new Map(cases.map((one) => [caseKey(one.id), one]));
  const byReader = new Map<string, string[]>();
  const drafts: Drafts = { files: [], notes: [] };
  for (const { key, reader, correction, place } of graded) {
    if (!correction) continue;
    const asked = byKey.get(caseKeyOf(key));
    const fault = asked ? (incomplete(correction) ?? notThere(correction, documents)) : 'de vraag is er niet meer.';
    if (!asked || fault !== undefined) drafts.notes.push(`${place}: de verbetering is nog geen vraag: ${fault}`);
    else {
      const { id, question, history, type, group, topic, routes } = asked;
      const draft = draftCase(correction, { question, history, type, group, topic, routes, from: id }, { key: caseKeyOf(key), reader });
      byReader.set(reader, [...(byReader.get(reader) ?? []), draft]);
    }
  }
  for (const [reader, those] of byReader) {
    await writeDraftFile(join(folder, `tune-lezer-${slug(reader)}.yaml`), those, drafts);
  }
  return drafts;
}

/** A sentence that was typed may not stand in the document. */
function notThere({ abstain, evidence }: NonNullable<GradedAnswer['correction']>, documents: Documents): string | undefined {
  const wrong = abstain ? undefined : evidence.find(({ documentId, quote }) => new LooseText(documents.get(documentId)?.text ?? '').find(quote).length === 0);
  return wrong && `deze zin staat niet in ${wrong.documentId}: "${wrong.quote.slice(0, 90)}". Neem haar letterlijk over.`;
}
