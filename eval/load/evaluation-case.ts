import { z } from 'zod/v4';
import { RouteStatus } from '../../server/contract.ts';

/** What a question asks for, or how it is asked; see `eval/cases/README.md`. */
export const CASE_TYPES = [
  'fact',
  'condition',
  'process',
  'compare',
  'procedure',
  'colloquial',
  'typo',
  'english',
  'false-premise',
  'follow-up',
  'conflict',
  'yes-no',
  'two-part',
  'situation',
  'unanswerable',
  'out-of-scope',
  'adversarial',
] as const;

/** Who asks. */
export const CASE_GROUPS = ['clinician', 'volunteer', 'policy'] as const;

/** Funding routes of the rule check. */
export const ROUTE_IDS = [
  'pgaz',
  'oi',
  'adz',
  'sop',
  'meedenkadvies',
  'segment-3',
  'zpm-indirecte-tijd',
  'regulier-tarief',
  'fysiotherapie',
  'wlz-dos',
  'wlz-individu',
  'sociaal-domein',
] as const;

/** What a question that can be answered with yes or no is answered with. */
export const VERDICTS = ['ja', 'nee', 'hangt-af'] as const;
export type CaseVerdict = (typeof VERDICTS)[number];

/**
 * What of ours the writer of a case had seen, besides the documents. `practice-kind`: nothing itself, but the case was
 * written by the same kind of hand and instruction as the practice questions, so that both look alike.
 */
export const SEEN = ['practice', 'practice-kind', 'statements', 'answers'] as const;

export const text = (field: string) =>
  z.string({ error: `Vul '${field}' in als tekst.` }).trim().min(1, `Vul '${field}' in; het veld is leeg.`);

export const list = <T extends z.ZodType>(field: string, item: T) => z.array(item, { error: `Schrijf '${field}' als lijst; leeg is [].` });

const oneOf = <const T extends readonly [string, ...string[]]>(field: string, values: T) =>
  z.enum(values, { error: `Kies voor '${field}' één van: ${values.join(', ')}.` });

const pattern = text('pattern').refine((source) => {
  try {
    new RegExp(source, 'iu');
    return true;
  } catch {
    return false;
  }
}, "Dit is geen geldige reguliere expressie. Zet een schuine streep \\ voor tekens als ( ) [ ] ? + die letterlijk bedoeld zijn.");

/** What proves an answer: every item is needed, any one alternative of it suffices. */
export const EvidenceSchema = list(
  'evidence',
  z.strictObject({
    anyOf: list('anyOf', z.strictObject({ documentId: text('documentId'), quote: text('quote') })).min(
      1,
      "Geef bij 'anyOf' ten minste één citaat.",
    ),
  }),
).default([]);
export type EvidenceFields = z.infer<typeof EvidenceSchema>;

const FactsSchema = (field: string) =>
  z.record(z.string(), z.union([z.string(), z.boolean()]), { error: `Schrijf bij '${field}' feiten als { onderwerp: groep, meedenkvraag: true }.` });

/** An asker's own situation, in the facts of the rule check. */
const SituationSchema = z.strictObject({
  told: FactsSchema('told'),
  rest: FactsSchema('rest').default({}),
  outcome: z.partialRecord(oneOf('outcome', ROUTE_IDS), RouteStatus).refine((routes) => Object.keys(routes).length > 0, "Schrijf bij 'outcome' de status van de route die de doorslag geeft, bijvoorbeeld { pgaz: nog-niet }."),
});
export type CaseSituation = z.infer<typeof SituationSchema>;

/** One case as it stands in `eval/cases/*.yaml`. */
export const CaseSchema = z
  .strictObject({
    id: text('id').regex(/^(tune|test)-[a-z0-9-]+$/, "Begin 'id' met tune- of test- en gebruik kleine letters, cijfers en streepjes."),
    question: z.string({ error: "Vul 'question' in als tekst." }).max(1000, 'De vraag is langer dan 1.000 tekens; de server weigert haar.'),
    type: oneOf('type', CASE_TYPES),
    group: oneOf('group', CASE_GROUPS),
    topic: text('topic'),
    author: text('author').optional(),
    hand: z.strictObject({ wrote: oneOf('wrote', ['program', 'person']), seen: list('seen', oneOf('seen', SEEN)) }).optional(),
    persona: text('persona').optional(),
    history: list(
      'history',
      z.strictObject({ role: oneOf('role', ['user', 'assistant']), content: text('content') }),
    ).default([]),
    evidence: EvidenceSchema,
    keyFacts: list('keyFacts', z.strictObject({ pattern, vital: z.boolean({ error: "Schrijf bij 'vital' true of false." }) })).default([]),
    routes: list('routes', oneOf('routes', ROUTE_IDS)).default([]),
    abstain: z.boolean({ error: "Schrijf bij 'abstain' true of false." }),
    why: text('why').optional(),
    verdict: oneOf('verdict', VERDICTS).optional(),
    gold: text('gold').optional(),
    missing: pattern.optional(),
    situation: SituationSchema.optional(),
  })
  .superRefine((value, context) => {
    const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (value.abstain && value.evidence.length > 0) fault('evidence', "Bij 'abstain: true' hoort geen bewijs. Haal het weg of zet abstain op false.");
    if (value.abstain && value.keyFacts.length > 0) fault('keyFacts', "Bij 'abstain: true' horen geen kernfeiten.");
    if (value.abstain && value.why === undefined) fault('why', "Schrijf bij 'why' wat de documenten niet geven.");
    if (!value.abstain && value.evidence.length === 0) fault('evidence', "Geef ten minste één bewijs, of zet 'abstain' op true.");
    if (value.abstain && (value.verdict ?? value.gold) !== undefined) fault(value.verdict ? 'verdict' : 'gold', "Bij 'abstain: true' hoort geen verdict of gold.");
    if (!value.abstain && value.missing !== undefined) fault('missing', "'missing' zegt wat de bronnen niet geven; dat hoort alleen bij 'abstain: true'.");
    if (value.type === 'situation' && value.situation === undefined) fault('situation', "Een situatie heeft 'situation' nodig, met told, rest en outcome.");
    if (value.type === 'follow-up' && value.history.length === 0) fault('history', "Een vervolgvraag heeft 'history' nodig.");
  });
export type CaseFields = z.infer<typeof CaseSchema>;

/** Half-open range of UTF-16 code units in a document's canonical text. */
export interface TextRange {
  start: number;
  end: number;
}

/** A quote that proves a fact, with every place where the document says it. */
export interface EvidenceQuote {
  documentId: string;
  quote: string;
  places: TextRange[];
}

/** Something that the answer must prove; any one of the quotes does. */
export interface EvidenceItem {
  anyOf: EvidenceQuote[];
}

export type Split = 'tune' | 'test';

/** A case whose quotes were found in the corpus. */
export interface EvaluationCase extends Omit<CaseFields, 'evidence'> {
  split: Split;
  /** File name, for messages and the report. */
  file: string;
  evidence: EvidenceItem[];
}
