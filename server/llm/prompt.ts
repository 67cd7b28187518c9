import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../project-dir.ts';
import type { WritingTask } from './writing.ts';

export interface Messages {
  system: string;
  user: string;
}

/** What the model is told: fixed orders, then question and sources as one JSON object, so that nothing in them ends the data. */
export function messagesFor({ question, verdict, statements, sources }: WritingTask): Messages {
  return {
    system: instructions(),
    user: JSON.stringify({
      vraag: question,
      ...(verdict && { oordeel: verdict }),
      uitspraken: statements.map(({ text, citations }) => ({ tekst: text, bronnen: citations })),
      bronnen: sources.map(({ n, quote }) => ({ nummer: n, citaat: quote })),
    }),
  };
}

let text: string | undefined;
/** `prompt.md`, read once. */
const instructions = (): string => (text ??= readFileSync(join(PROJECT_DIR, 'server', 'llm', 'prompt.md'), 'utf8').trim());
