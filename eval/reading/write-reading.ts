import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import type { Progress } from '../run/progress.ts';
import type { System } from '../system/system.ts';
import { writeWhole } from '../write-output.ts';
import { casesToRead, collectAnswers } from './collect-answers.ts';
import { answerLine, readerLine } from './export-lines.ts';
import { ANSWERS_FILE } from './grades/read-grades.ts';
import { buildClient } from './page/build-client.ts';
import { readingPage } from './page/page.ts';

export const READING = { page: 'lezen.html', lines: 'lezen.jsonl', answers: ANSWERS_FILE };

export interface ReadingRequest {
  system: System;
  cases: readonly EvaluationCase[];
  documents: Documents;
  size: number;
  timeoutMs: number;
  folder: string;
  progress: Progress;
}

/**
 * Asks the questions and writes what readers need: the page, the same as lines of JSON, and the answers in full.
 * @returns Dutch lines that say what there is and what to do with it
 */
export async function writeReading({ system, cases, documents, size, timeoutMs, folder, progress }: ReadingRequest): Promise<string[]> {
  // The frozen half where there is one: what readers think should be about what the verdict is about.
  const frozen = cases.filter(({ split }) => split === 'test');
  const chosen = casesToRead(frozen.length > 0 ? frozen : cases, size);
  progress.stage('Antwoorden om te lezen', chosen.length);
  const { items, failed } = await collectAnswers(system, chosen, documents, { timeoutMs, onProgress: (done) => progress.step(done) });
  progress.stop();
  if (items.length === 0) throw new AppError(`Geen enkele vraag kreeg een antwoord. De eerste melding: ${failed[0]?.message}`);
  await mkdir(folder, { recursive: true });
  const lines = (made: readonly string[]): string => `${made.join('\n')}\n`;
  await writeWhole(join(folder, READING.page), readingPage(items, [...documents.values()], await buildClient()));
  await writeWhole(join(folder, READING.lines), lines(items.map(readerLine)));
  await writeWhole(join(folder, READING.answers), lines([...items.map(answerLine), ...(await earlierAnswers(folder, new Set(items.map(({ key }) => key))))]));
  return [
    `${items.length} antwoorden om te lezen: geef twee lezers elk ${join(folder, READING.page)}, en lees hun bestanden met --grades BESTAND…`,
    `Zonder browser: ${join(folder, READING.lines)}. Een lezer geeft per regel { "key": …, "grade": 0…3, "remark": … } terug; ${READING.answers} hoort ernaast te staan.`,
    ...(failed.length > 0 ? [`Zonder bruikbaar antwoord, dus niet te lezen: ${failed.map(({ id }) => id).join(', ')}.`] : []),
  ];
}

/** Answers that were read before stay: grades of them may still come in. */
async function earlierAnswers(folder: string, now: ReadonlySet<string>): Promise<string[]> {
  const before = await readFile(join(folder, READING.answers), 'utf8').catch(() => '');
  return before.split('\n').filter((line) => line !== '' && !now.has(/^\{"key":"([^"]*)"/.exec(line)?.[1] ?? ''));
}
