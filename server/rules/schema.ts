import { z } from 'zod/v4';
import { RouteResult, RouteStatus } from '../contract.ts';
import type { Condition } from './condition.ts';
import { isCalendarDay, PHASES, STANDINGS } from './period.ts';

/** What stands in the YAML files below `corpus/routes/`. Messages are Dutch: a policy expert reads them. */

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

/** A sentence of a source; with an `id` other texts of the same file can rest on it too. */
const QuoteForm = z.strictObject({
  id: id.optional(),
  document: words,
  text: words,
  /** Only where the same words stand in the document more than once. */
  page: z.int().min(1).optional(),
});
type QuoteForm = z.infer<typeof QuoteForm>;

/** A quote, or the id of one that stands elsewhere in the file. No union: the faults of the quote itself must be told. */
const QuoteOrId = z.unknown().transform((given, context): QuoteForm | string => {
  const read = (typeof given === 'string' ? id : QuoteForm).safeParse(given);
  if (read.success) return read.data;
  context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input: given })) as typeof context.issues);
  return z.NEVER;
});

const sourced = {
  text: words,
  /** The same for who asks in English. */
  en: words.optional(),
  quotes: z.array(QuoteOrId).min(1, 'geef minstens één citaat (quotes)'),
};

export const FactForm = z
  .strictObject({
    id,
    question: words,
    /** The question for who asks in English. */
    en: words.optional(),
    help: words,
    type: z.enum(['boolean', 'choice']),
    /** A weight is an estimate of how often an answer is given; it orders the questions and decides nothing. */
    answers: z.array(z.strictObject({ value: factValue, weight: z.number().positive().default(1), label: words, en: words.optional().describe('The label'), statement: words })).min(2),
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
    standing: z.enum(STANDINGS),
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

/**
 * What a condition that is not met leads to: `situatie` niet-van-toepassing, `regelen` nog-niet,
 * `keuze` conflict (another route excludes this one), `onbeslist` onbekend (the sources do not say what holds then),
 * `betwist` betwist (the sources contradict each other).
 */
export const ConditionKind = z.enum(['situatie', 'regelen', 'keuze', 'onbeslist', 'betwist']);

const factValues = z.record(words, factValue);

/** A situation and what must come out for the route it stands with; what it does not name, it says nothing about. */
const ScenarioForm = z.strictObject({
  name: words,
  /** What proves it: the id of a condition, warning, next step or quote of the route, or `payment` or `periods`. */
  proof: words,
  /** Name of a set of facts in `common/situations.yaml` to start from. */
  base: words.optional(),
  facts: factValues.default({}),
  /** Facts of the base that are unknown here. */
  without: z.array(words).default([]),
  asOf: day,
  status: RouteStatus,
  /** Exactly the unknown facts that can still change this status, in the order of the facts. */
  missing: z.array(words).optional(),
  conditions: z.record(words, z.enum(['voldaan', 'niet-voldaan', 'onbekend'])).default({}),
  /** Warnings that must be shown, and those that must not. */
  warnings: z.array(words).default([]),
  noWarnings: z.array(words).default([]),
  /** Exactly the next steps, in order. */
  nextSteps: z.array(words).optional(),
  payment: RouteResult.shape.payment.optional(),
  /** Whose answer lacks when the status is onbekend. */
  because: RouteResult.shape.because,
  /** How the sources know the route on this day. */
  standing: z.enum(PHASES).optional(),
});

export const RouteForm = z.strictObject({
  id,
  /** People see the routes from low to high. */
  order: z.int(),
  title: words,
  /** How people call it in a sentence, with its article; the title where nobody does. */
  name: words.optional(),
  en: z.strictObject({ title: words, name: words }).optional(),
  summary: words,
  payment: z.strictObject({ form: RouteResult.shape.payment, ...sourced }),
  periods: z.array(PeriodForm).min(1),
  conditions: z
    .array(z.strictObject({ id, kind: ConditionKind, when: ConditionForm, ...sourced }))
    .min(1),
  warnings: z.array(RemarkForm).default([]),
  nextSteps: z.array(RemarkForm).default([]),
  scenarios: z.array(ScenarioForm).min(1, 'geef minstens één situatie (scenarios) die laat zien wat deze route doet'),
});

export const FactsForm = z.array(FactForm).min(1);

/** Sets of facts that scenarios start from, by name. */
export const SituationsForm = z.record(words, factValues);

/** What belongs to no single route. */
export const TextsForm = z.strictObject({
  /** Warnings of several routes. */
  warnings: z.array(z.strictObject({ routes: z.array(words).min(1), ...RemarkForm.shape })),
  /** Terms and background that no verdict depends on. */
  definitions: z.array(z.strictObject({ id, term: words, ...sourced })),
  /** The known ways to misread the sources. */
  pitfalls: z.array(z.strictObject({ id: z.int().min(1), text: words })),
  /** What a real agreement on the division of costs needs, and what to know about it. */
  allocation: z.strictObject({
    missing: z.array(z.strictObject({ id, ...sourced })),
    notes: z.array(z.strictObject({ id, ...sourced })),
  }),
  /** Questions of a conversation that settle several yes/no facts at once. */
  together: z
    .array(
      z.strictObject({
        id,
        question: words,
        en: z.strictObject({ question: words, labels: z.tuple([words, words]), statements: z.tuple([words, words]) }).optional(),
        help: words,
        /** Of "all of it is so" and of "not all of it is so", as those of an answer to a fact. */
        weights: z.tuple([z.number().positive(), z.number().positive()]),
        labels: z.tuple([words, words]),
        statements: z.tuple([words, words]),
        facts: z.array(z.strictObject({ fact: words, is: z.boolean(), text: words, en: words.optional() })).min(2),
      }),
    )
    .default([]),
  /** By which words one sees that somebody asks how he is paid. */
  asksToBePaid: z.array(words).default([]),
  paymentWords: z.array(words).default([]),
});

export type RouteForm = z.infer<typeof RouteForm>;
export type ScenarioForm = z.infer<typeof ScenarioForm>;
export type FactForm = z.infer<typeof FactForm>;
export type TextsForm = z.infer<typeof TextsForm>;
export type SituationsForm = z.infer<typeof SituationsForm>;
