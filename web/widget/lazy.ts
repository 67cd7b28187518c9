import type { DocumentReader } from '../lazy/document-reader.ts';
import type { References } from '../lazy/references.ts';
import type { ConversationDocx } from '../lazy/conversation-docx.ts';
import { loadPart } from './load-part.ts';

/** Parts that most conversations need late or never. The build puts in their names and hashes. */
const documentReader = { file: '__LAZY_FILE_widget-document__', integrity: '__LAZY_INTEGRITY_widget-document__' };
const patientData = { file: '__LAZY_FILE_widget-privacy__', integrity: '__LAZY_INTEGRITY_widget-privacy__' };
const conversationDocx = { file: '__LAZY_FILE_widget-word__', integrity: '__LAZY_INTEGRITY_widget-word__' };
const references = { file: '__LAZY_FILE_widget-references__', integrity: '__LAZY_INTEGRITY_widget-references__' };

let failures = 0;

const load = async <Module>(part: typeof documentReader): Promise<Module> =>
  loadPart<Module>(part, failures).catch((error: unknown) => {
    failures += 1;
    throw error;
  });

export const loadDocumentReader = (): Promise<DocumentReader> => load(documentReader);
export const loadConversationDocx = (): Promise<ConversationDocx> => load(conversationDocx);
export const loadReferences = (): Promise<References> => load(references);

export type PatientData = typeof import('../lazy/patient-data.ts');
export const loadPatientData = (): Promise<PatientData> => load(patientData);
