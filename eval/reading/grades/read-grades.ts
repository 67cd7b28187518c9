import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { Answer, HistoryTurn } from '../../../server/contract.ts';
import { AppError } from '../../../server/errors.ts';
import type { Correction } from '../draft-case.ts';
import type { Grade } from '../scale.ts';

/** Where `--read` leaves the answers in full, for readers who give back only keys and grades. */
export const ANSWERS_FILE = 'antwoorden.jsonl';

const CorrectionSchema: z.ZodType<Correction> = z.object({
  text: z.string(),
  abstain: z.boolean(),
  needs: z.enum(['one', 'all']),
  evidence: z.array(z.object({ documentId: z.string(), quote: z.string() })),
});

const GradeSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], { error: 'geef 0, 1, 2 of 3' });

/** One line of JSON, or one item of a file that the page saved. */
const LineSchema = z.object({
  key: z.string({ error: "de 'key' van het antwoord ontbreekt; neem die over uit lezen.jsonl" }).regex(/^[0-9a-f]{10}-[0-9a-f]{10}$/, 'neem de key letterlijk over uit lezen.jsonl'),
  // A copy of the export that is not filled in yet has null.
  grade: GradeSchema.nullish().transform((grade) => grade ?? undefined),
  remark: z.string({ error: 'schrijf de opmerking als tekst' }).nullish(),
  reader: z.string().trim().min(1).optional(),
  correction: CorrectionSchema.optional(),
  question: z.string().optional(),
  history: z.array(HistoryTurn).optional(),
  // The export for readers has the text alone under this name; only the whole answer counts.
  answer: z.unknown().optional(),
});

const PageFileSchema = z.object({
  format: z.literal('bekostigingswijzer-cijfers-1'),
  reader: z.string().trim().min(1),
  items: z.array(z.unknown()),
});

/** What one reader wrote about one answer. */
export interface GradedAnswer {
  key: string;
  reader: string;
  /** File and line or item, for messages. */
  place: string;
  grade?: Grade;
  remark?: string;
  correction?: Correction;
}

export interface ReadGrades {
  graded: GradedAnswer[];
  /** What was read, by key. */
  answers: ReadonlyMap<string, Answer>;
}

/** The files cannot be used; the message names file, place and what to do (Dutch). */
export class GradeFileError extends AppError {
  override readonly name = 'GradeFileError';

  constructor(faults: readonly string[]) {
    super(`De cijfers van de lezers zijn niet bruikbaar; er is niets gemeten. Verbeter:\n${faults.slice(0, 20).map((fault) => `- ${fault}`).join('\n')}${faults.length > 20 ? `\n- en nog ${faults.length - 20}` : ''}`);
  }
}

/**
 * Reads files that the page saved and files of lines of JSON, one reader each (a line may name its own).
 * @param folders where to look for the answers that the files do not have themselves
 * @throws GradeFileError with all faults of all files at once
 */
export async function readGrades(paths: readonly string[], folders: readonly string[] = []): Promise<ReadGrades> {
  const faults: string[] = [];
  const graded: GradedAnswer[] = [];
  const answers = new Map<string, Answer>();
  const take = (file: FileContent, reader: string | undefined): void => {
    for (const { place, value } of file.records) {
      const parsed = LineSchema.safeParse(value);
      if (!parsed.success) {
        faults.push(...parsed.error.issues.map(({ path, message }) => `${place}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${message}.`));
        continue;
      }
      const { key, grade, remark, correction, answer } = parsed.data;
      const whole = Answer.safeParse(answer);
      if (whole.success) answers.set(key, whole.data);
      if (grade === undefined && !remark && !correction) continue;
      graded.push({ key, place, reader: parsed.data.reader ?? reader ?? nameOf(file.path), ...(grade !== undefined && { grade }), ...(remark && { remark }), ...(correction && { correction }) });
    }
  };
  for (const path of paths) {
    const file = await readContent(path, faults);
    if (file) take(file, file.reader);
  }
  if (faults.length === 0 && graded.length === 0) faults.push(`${paths.join(', ')}: er staat geen enkel cijfer in.`);
  faults.push(...twice(graded));
  const lacking = (): GradedAnswer[] => graded.filter(({ key }) => !answers.has(key));
  for (const folder of new Set([...paths.map((path) => dirname(path)), ...folders])) {
    if (lacking().length === 0) break;
    const path = join(folder, ANSWERS_FILE);
    const file = await readContent(path, []);
    for (const { value } of file?.records ?? []) {
      const { key, answer } = (value ?? {}) as { key?: unknown; answer?: unknown };
      const whole = Answer.safeParse(answer);
      if (typeof key === 'string' && whole.success && !answers.has(key)) answers.set(key, whole.data);
    }
  }
  const missing = lacking();
  if (missing.length > 0 && faults.length === 0) {
    faults.push(`${missing[0]!.place}: het antwoord bij deze key is er niet (${missing.length} keer). Zet ${ANSWERS_FILE}, dat --read ernaast schreef, in dezelfde map.`);
  }
  if (faults.length > 0) throw new GradeFileError(faults);
  return { graded, answers };
}

interface FileContent {
  path: string;
  reader?: string;
  records: { place: string; value: unknown }[];
}

async function readContent(path: string, faults: string[]): Promise<FileContent | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    faults.push(`${path} is niet te lezen. Geef met --grades de bestanden die de lezers hebben bewaard.`);
    return undefined;
  }
  const whole = parse(text);
  if (whole !== undefined && !isLine(whole)) {
    const page = PageFileSchema.safeParse(whole);
    if (page.success) return { path, reader: page.data.reader, records: page.data.items.map((value, at) => ({ place: `${path}, antwoord ${at + 1}`, value })) };
    faults.push(`${path} is geen bestand met cijfers. Open lezen.html, geef cijfers en kies ‘Bewaar als bestand’; of geef per regel { "key": …, "grade": … }.`);
    return undefined;
  }
  const records: FileContent['records'] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const value = parse(line);
    if (value === undefined) faults.push(`${path}, regel ${at + 1}: dit is geen geldige JSON. Schrijf op elke regel { "key": …, "grade": 0, 1, 2 of 3 }.`);
    else records.push({ place: `${path}, regel ${at + 1}`, value });
  });
  return { path, records };
}

/** One reader, one grade for each answer. */
function twice(graded: readonly GradedAnswer[]): string[] {
  const seen = new Map<string, string>();
  return graded.flatMap(({ key, reader, place }) => {
    const before = seen.get(`${reader} ${key}`);
    seen.set(`${reader} ${key}`, place);
    return before === undefined ? [] : [`${place}: ${reader} gaf dit antwoord ook al een cijfer in ${before}. Laat er één staan, of geef de tweede lezer een andere naam.`];
  });
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isLine = (value: unknown): boolean => typeof value === 'object' && value !== null && 'key' in value;
const nameOf = (path: string): string => basename(path).replace(/\.[^.]*$/, '');
