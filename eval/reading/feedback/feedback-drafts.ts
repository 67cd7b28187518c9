import { join } from 'node:path';
import { findPatientData } from '../../../server/privacy/patient-data.ts';
import type { Documents } from '../../metrics/citations.ts';
import { draftCase, slug } from '../draft-case.ts';
import type { Drafts } from '../grades/grade-figures.ts';
import { writeDraftFile } from '../write-draft-file.ts';
import type { AgreedFeedback } from './read-feedback.ts';

const FILE = 'tune-reacties.yaml';
const reader = 'reactie';

/** As a reader ticked it; the page has the same words. */
const reasonNames: Record<NonNullable<AgreedFeedback['reasons']>[number], string> = {
  'niet-gevraagd': 'niet wat ik vroeg',
  onjuist: 'onjuist',
  onduidelijk: 'te lang / onduidelijk',
  bron: 'bron klopt niet',
  'mist-iets': 'mist iets',
};

/** What users said of answers, as cases for a person to look at: the question again, with what was cited then as its evidence. */
export async function writeFeedbackDrafts(feedback: readonly AgreedFeedback[], documents: Documents, folder: string): Promise<Drafts> {
  const drafts: Drafts = { files: [], notes: [] };
  const cases = feedback.flatMap((one) => {
    // The files may come from a server of before a better check.
    if (findPatientData(`${one.question}\n${one.reason ?? ''}`).length === 0) return [feedbackDraft(one, documents, drafts.notes)];
    drafts.notes.push(`Reactie ${one.answerId}: hier staan misschien gegevens van een patiënt in; er is geen vraag van gemaakt. Haal de regel uit het bestand.`);
    return [];
  });
  if (cases.length > 0) await writeDraftFile(join(folder, FILE), cases, drafts);
  return drafts;
}

function feedbackDraft(one: AgreedFeedback, documents: Documents, notes: string[]): string {
  const { answerId, question, citations = [] } = one;
  const evidence = citations.flatMap(({ documentId, start, end }) => {
    const quote = documents.get(documentId)?.text.slice(start, end).trim() ?? '';
    if (quote === '') notes.push(`Reactie ${answerId}: in ${documentId} staat niets meer op ${start}–${end}; dat citaat blijft weg.`);
    return quote === '' ? [] : [{ documentId, quote }];
  });
  const abstain = evidence.length === 0;
  const text = abstain ? 'De assistent haalde niets aan. Ga na of de bronnen hier echt niets over zeggen.' : '';
  const draft = draftCase({ text, abstain, needs: 'one', evidence }, { question, history: [], topic: 'reacties' }, { key: slug(answerId).slice(0, 24), reader });
  return [...remarks(one), draft].join('\n');
}

/** What a person must know to finish it. */
function remarks({ verdict, reasons = [], reason, statementIds = [], version, time }: AgreedFeedback): string[] {
  const why = reasons.map((name) => reasonNames[name]).join(', ');
  return [
    verdict === 'goed'
      ? '# De vrager vond dit antwoord goed: de aangehaalde zinnen hieronder zijn vermoedelijk het bewijs.'
      : `# De vrager vond dit antwoord niet goed${why === '' ? '' : ` (${why})`}: de aangehaalde zinnen hieronder kunnen verkeerd zijn.`,
    ...(reason === undefined ? [] : [`# Uitleg: ${reason.replace(/\s+/g, ' ')}`]),
    `# ${time.slice(0, 10)}, versie ${version ?? 'onbekend'}${statementIds.length === 0 ? '' : `, uitspraken: ${statementIds.join(', ')}`}`,
  ];
}
