import { z } from 'zod/v4';
import { EvidenceSchema, list, text, type EvaluationCase } from './evaluation-case.ts';
import { CaseFileError, locate, parseEntries, readYamlFiles, type DocumentTexts } from './load-cases.ts';
import { LooseText } from '../../server/text/loose-text.ts';

/** One entry of `eval/practice/*.yaml`: questions that the same evidence answers; without evidence the sources answer none of them. */
const PracticeSchema = z.strictObject({ questions: list('questions', text('questions')).min(1, "Geef bij 'questions' ten minste één vraag."), evidence: EvidenceSchema });

/** A question to learn from, with what answers it. */
export type LabelledQuestion = Pick<EvaluationCase, 'question' | 'history' | 'evidence' | 'abstain' | 'file'>;

/** @throws CaseFileError with all faults of all files at once */
export async function loadPractice(folder: string, texts: DocumentTexts): Promise<LabelledQuestion[]> {
  const loose = new Map([...texts].map(([id, content]) => [id, new LooseText(content)]));
  const faults: string[] = [];
  const found = (await readYamlFiles(folder)).flatMap(({ file, yaml }) => {
    const parsed = parseEntries(yaml, file, PracticeSchema);
    faults.push(...parsed.faults);
    return parsed.entries.flatMap(({ fields, line }) => {
      const evidence = locate(fields.evidence, loose, `${file}, regel ${line}`, faults);
      return fields.questions.map((question): LabelledQuestion => ({ question, history: [], evidence, abstain: evidence.length === 0, file }));
    });
  });
  if (faults.length > 0) throw new CaseFileError(faults);
  return found;
}
