import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { CaseFileError } from '../load/load-cases.ts';
import { MEASURE_NAMES } from '../metrics/measures.ts';

const rate = z.number().min(0).max(1);
const whole = z.int().min(0);

const AnswerThreshold = z
  .strictObject({ measure: z.enum(MEASURE_NAMES), label: z.string(), min: rate.optional(), max: rate.optional() })
  .refine(({ min, max }) => (min === undefined) !== (max === undefined), 'geef óf min óf max');

/** `eval/thresholds.yaml`; a part that is left out is not tested. */
export const Thresholds = z.strictObject({
  answers: z.array(AnswerThreshold).default([]),
  failures: z.strictObject({ max: whole }).optional(),
  aheadOfBaselines: z.boolean().default(false),
  distractors: z.strictObject({ maxLoss: rate, maxSupersededCited: whole }).optional(),
  robustness: z.strictObject({ maxLoss: rate }).optional(),
  rules: z.strictObject({ maxFailures: whole }).optional(),
  selfTest: z.strictObject({ maxMissed: whole }).optional(),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** @throws CaseFileError naming what is wrong with the file */
export async function loadThresholds(path: string): Promise<Thresholds> {
  const yaml = await readFile(path, 'utf8').catch(() => {
    throw new CaseFileError([`het bestand met grenzen ${path} is niet te lezen.`]);
  });
  let value: unknown;
  try {
    value = parse(yaml);
  } catch (error) {
    throw new CaseFileError([`thresholds.yaml is geen geldige YAML (${(error as Error).message.split('\n')[0]}).`]);
  }
  const parsed = Thresholds.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new CaseFileError(parsed.error.issues.map(({ path: at, message }) => `thresholds.yaml, ${at.join('.') || 'geheel'}: ${message}`));
}
