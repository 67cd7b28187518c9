import type { HostileDocument } from './hostile-document.ts';
import { HOSTILE_HTML, HOSTILE_MARKDOWN } from './markups.ts';
import { HOSTILE_PDF } from './pdfs.ts';
import { HOSTILE_TEXTS } from './texts.ts';
import { HOSTILE_WORD } from './words.ts';

/** All of them: none may end a build, take other documents along, or be left out without its name. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [...HOSTILE_TEXTS, ...HOSTILE_MARKDOWN, ...HOSTILE_HTML, ...HOSTILE_WORD, ...HOSTILE_PDF];
