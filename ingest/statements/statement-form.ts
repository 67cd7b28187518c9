import { z } from 'zod/v4';
import { SLOTS, VERDICTS } from '../../server/corpus/statement.ts';

/** What stands in `corpus/statements/*.yaml`. Messages are Dutch: editors read them. */

const words = z.string().trim().min(1);
const StatementId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'een id bestaat uit kleine letters, cijfers en streepjes');
const date = z
  .string('zet de datum tussen aanhalingstekens, bijvoorbeeld "2026-01-01"')
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'schrijf een datum als JJJJ-MM-DD, JJJJ-MM of JJJJ');

/** Checks on words that an editor may overrule with a reason; the others are never wrong. */
export const OVERRIDABLE = ['number', 'negation', 'actor', 'modality', 'scope', 'reading'] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

const reason = words.min(15, 'leg in een zin uit waarom de controle hier niet opgaat');

const StatementForm = z
  .strictObject({
    id: StatementId,
    text: words.optional(),
    en: words.optional(),
    asks: z.array(words).min(3, 'geef minstens drie vragen (asks)'),
    decides: z.array(z.strictObject({ asks: words, verdict: z.enum(VERDICTS) })).default([]),
    slot: z.enum(SLOTS),
    routes: z.array(words),
    limits: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(StatementId).default([])),
    list: z.array(StatementId).default([]),
    planned: z
      .strictObject({ for: date, said: date, plan: words, planEn: words })
      .refine(({ for: meantFor, said }) => said < meantFor, { path: ['for'], message: 'een plan is voor een latere dag dan die waarop het is gezegd' })
      .optional(),
    speaker: words.optional(),
    note: words.optional(),
    override: z.partialRecord(z.enum(OVERRIDABLE), reason).default({}),
    quotes: z
      .array(
        z.strictObject({
          document: words,
          text: words,
          /** Only where the same words stand in the document more than once. */
          page: z.int().min(1).optional(),
        }),
      )
      .min(1, 'geef minstens één citaat (quotes)'),
  })
  .refine(({ text, planned }) => (text === undefined) !== (planned === undefined), {
    path: ['text'],
    message: 'geef een tekst (text), of bij een plan alleen planned met for, said, plan en planEn',
  })
  .refine(({ text, en }) => (text === undefined) === (en === undefined), { path: ['en'], message: 'geef de tekst in het Nederlands (text) én in het Engels (en)' });

export const StatementsForm = z.array(StatementForm).min(1);
export type StatementForm = z.output<typeof StatementForm>;

/** A sentence that says nothing by itself, word for word. */
export const LeftOutForm = z.array(z.strictObject({ document: words, text: words, reason }));
export type LeftOutForm = z.output<typeof LeftOutForm>[number];
