import { z } from 'zod/v4';
import { RouteResult, RouteStatus } from '../contract.ts';
import type { Condition } from './condition.ts';
import { isCalendarDay } from './period.ts';

/** What stands in the YAML files below `corpus/rules/`. Messages are Dutch: a policy expert reads them. */

const words = z.string().trim().min(1);
const id = z.string().regex(/^[a-zA-Z][\w-]*$/, 'gebruik alleen letters, cijfers, - en _, en begin met een letter');
const day = z.string().refine(isCalendarDay, 'schrijf een bestaande dag als JJJJ-MM-DD, bijvoorbeeld 2024-05-01');
const factValue = z.union([z.boolean(), z.string()]);

/** One of the six forms; what to write instead is said when none fits. */
const ConditionForm: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: words, is: factValue }),
    z.strictObject({ fact: words, in: z.array(factValue).min(1) }),
    z.strictObject({ all: z.array(ConditionForm).min(1) }),
    z.strictObject({ any: z.array(ConditionForm).min(1) }),
    z.strictObject({ not: ConditionForm }),
    z.strictObject({ certain: ConditionForm }),
  ]),
);

const QuoteForm = z.strictObject({
  document: words,
  text: words,
  /** Only where the same words stand in the document more than once. */
  page: z.int().min(1).optional(),
});

const sourced = {
  text: words,
  basis: z.array(words).default([]),
  quotes: z.array(QuoteForm).min(1, 'geef minstens één citaat (quotes)'),
};

export const FactForm = z
  .strictObject({
    id,
    question: words,
    help: words,
    type: z.enum(['boolean', 'choice']),
    answers: z.array(z.strictObject({ value: factValue, label: words, statement: words })).min(2),
  })
  .refine(
    ({ type, answers }) =>
      type === 'boolean'
        ? answers.length === 2 && answers[0]?.value === true && answers[1]?.value === false
        : answers.every(({ value }) => typeof value === 'string'),
    { path: ['answers'], message: 'een boolean-feit heeft precies de waarden true en false (in die volgorde); een choice-feit alleen woorden' },
  );

const PeriodForm = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    standing: z.enum(['in-force', 'undecided', 'proposal', 'intention']),
    ...sourced,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'de periode eindigt voordat zij begint',
  });

const RemarkForm = z.strictObject({
  id,
  pitfalls: z.array(z.int()).default([]),
  when: ConditionForm.optional(),
  statuses: z.array(RouteStatus).min(1).optional(),
  ...sourced,
});

export const RouteForm = z.strictObject({
  id,
  title: words,
  summary: words,
  payment: z.strictObject({ form: RouteResult.shape.payment, ...sourced }),
  periods: z.array(PeriodForm).min(1),
  conditions: z
    .array(z.strictObject({ id, kind: z.enum(['situatie', 'regelen', 'keuze', 'betwist']), when: ConditionForm, ...sourced }))
    .min(1),
  warnings: z.array(RemarkForm).default([]),
  nextSteps: z.array(RemarkForm).default([]),
});

export const OrderForm = z.strictObject({ routes: z.array(id).min(1) });
export const FactsForm = z.array(FactForm).min(1);

/** Warnings that belong to several routes; each stands here once. */
export const SharedForm = z.strictObject({
  warnings: z.array(z.strictObject({ routes: z.array(words).min(1), ...RemarkForm.shape })),
});

/** The known ways to misread the sources. */
export const PitfallsForm = z.array(z.strictObject({ id: z.int().min(1), text: words }));

export const DefinitionsForm = z.array(z.strictObject({ id, term: words, ...sourced }));

export const CatalogueForm = z.array(
  z.strictObject({
    id: words,
    about: words,
    kind: words,
    what: words,
    note: words.optional(),
    quotes: z.array(QuoteForm).min(1),
    /** Why no rule, remark or definition carries it. */
    unused: words.optional(),
  }),
);

const AllocationNoteForm = z.strictObject({ id, ...sourced });
export const AllocationForm = z.strictObject({
  missing: z.array(AllocationNoteForm),
  notes: z.array(AllocationNoteForm),
});

export type OrderForm = z.infer<typeof OrderForm>;
export type QuoteForm = z.infer<typeof QuoteForm>;
export type RouteForm = z.infer<typeof RouteForm>;
export type FactForm = z.infer<typeof FactForm>;
export type PitfallsForm = z.infer<typeof PitfallsForm>;
export type DefinitionsForm = z.infer<typeof DefinitionsForm>;
export type CatalogueForm = z.infer<typeof CatalogueForm>;
export type AllocationForm = z.infer<typeof AllocationForm>;
export type SharedForm = z.infer<typeof SharedForm>;
