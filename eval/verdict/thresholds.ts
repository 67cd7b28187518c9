import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { CaseFileError } from '../load/load-cases.ts';
import { MEASURE_NAMES, measureOf } from '../metrics/measures.ts';

const rate = z.number().min(0).max(1);
const whole = z.int().min(0);

const AnswerThreshold = z
  .strictObject({
    measure: z.enum(MEASURE_NAMES),
    label: z.string(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** What the bad end of the interval must reach. */
    floor: z.number().optional(),
    /** Fewer of what the figure counts say too little. */
    least: whole.default(1),
    cases: z.enum(['fresh', 'all']).default('all'),
    why: z.string({ error: "schrijf bij 'why' waarom deze grens er is" }).min(1, "schrijf bij 'why' waarom deze grens er is"),
  })
  .refine(({ min, max }) => (min === undefined) !== (max === undefined), 'geef óf min óf max')
  .refine(({ min, max, floor }) => floor === undefined || (min !== undefined ? floor <= min : floor >= max!), 'floor is strenger dan de grens zelf; zet hem aan de andere kant')
  .superRefine(({ measure, min, max, floor }, context) => {
    for (const [path, value] of Object.entries({ min, max, floor })) {
      if (value !== undefined && measureOf(measure).show !== 'number' && (value < 0 || value > 1)) context.addIssue({ code: 'custom', path: [path], message: 'geef een deel van 0 tot en met 1' });
    }
  });
export type AnswerThreshold = z.infer<typeof AnswerThreshold>;

/** `eval/thresholds.yaml`; a part that is left out is not tested. */
export const Thresholds = z.strictObject({
  answers: z.array(AnswerThreshold).default([]),
  failures: z.strictObject({ max: whole }).optional(),
  latency: z.strictObject({ maxP95Ms: whole }).optional(),
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
