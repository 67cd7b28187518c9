import { readFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import { FeedbackRequest } from '../../../server/contract.ts';
import { AppError } from '../../../server/errors.ts';

/** A line of a feedback file, as the server writes it. */
const StoredFeedback = FeedbackRequest.extend({ time: z.string(), version: z.string().optional() });

/** Feedback whose asker let the question go along. */
export type AgreedFeedback = z.infer<typeof StoredFeedback> & { question: string };

export interface ReadFeedback {
  agreed: AgreedFeedback[];
  /** Verdicts without a question: nothing to replay. */
  without: number;
}

/** What is wrong with the files, all at once (Dutch). */
class FeedbackFileError extends AppError {
  override readonly name = 'FeedbackFileError';

  constructor(faults: readonly string[]) {
    super(`De reacties zijn niet te gebruiken; er is niets geschreven. Verbeter:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/**
 * Reads files of the server's feedback folder. Who reacted twice to an answer is counted once, by the last line.
 * @throws FeedbackFileError with every fault of every file
 */
export async function readFeedback(paths: readonly string[]): Promise<ReadFeedback> {
  const faults: string[] = [];
  const byAnswer = new Map<string, z.infer<typeof StoredFeedback>>();
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) faults.push(`${path} is niet te lezen. Geef een bestand uit de map van FEEDBACK_DIR, bijvoorbeeld feedback-2026-03-01.jsonl.`);
    text?.split('\n').forEach((line, at) => {
      if (line.trim() === '') return;
      const read = StoredFeedback.safeParse(parse(line));
      if (read.success) byAnswer.set(read.data.answerId, read.data);
      else faults.push(`${path}, regel ${at + 1}: dit is geen reactie zoals de server die bewaart (${read.error.issues[0]?.path.join('.') || 'geen JSON'}). Haal de regel weg.`);
    });
  }
  if (faults.length > 0) throw new FeedbackFileError(faults);
  const agreed = [...byAnswer.values()].filter((one): one is AgreedFeedback => one.consent === true && (one.question ?? '').trim() !== '');
  return { agreed, without: byAnswer.size - agreed.length };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
