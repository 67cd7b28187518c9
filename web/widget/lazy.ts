import type { DocumentReader } from '../lazy/document-reader.ts';
import type { ConversationDocx } from '../lazy/conversation-docx.ts';

/**
 * Parts that most visits never need stay out of the widget's one file. The build replaces the two names below by those
 * of the built files, which stand beside the widget and are loaded from wherever it was loaded from.
 */
const files = { documentReader: '__LAZY_FILE_widget-document__', conversationDocx: '__LAZY_FILE_widget-word__' };

async function load<Module>(file: string): Promise<Module> {
  return (await import(/* @vite-ignore */ new URL(file, import.meta.url).href)) as Module;
}

export const loadDocumentReader = (): Promise<DocumentReader> => load(files.documentReader);
export const loadConversationDocx = (): Promise<ConversationDocx> => load(files.conversationDocx);
