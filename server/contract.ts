import { z } from 'zod/v4';

/**
 * The wire format: one schema validates requests, types the code and generates `/api/v1/openapi.json`.
 * Names are English and stable (clients rely on them); values and texts a user reads are Dutch.
 */

const isoDate = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'Gebruik een datum als JJJJ-MM-DD, bijvoorbeeld 2026-01-31.')
  .refine((value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ?? false, 'Deze datum bestaat niet.')
  .meta({ description: 'Calendar date, YYYY-MM-DD', format: 'date', example: '2026-01-31' });

/** Unicode code points, which is what JSON Schema's `maxLength` counts; `length` would count many emoji as two. */
const characters = (text: string): number => [...text].length;

const textUpTo = (maximum: number, tooLong = `Geef hoogstens ${maximum.toLocaleString('nl-NL')} tekens.`) =>
  z.string().refine((text) => characters(text) <= maximum, tooLong).meta({ maxLength: maximum });

/** Until when a document holds; on what is cited, found and listed. */
const force = {
  supersededOn: z
    .string()
    .optional()
    .describe('The document does not hold from this day, month or year on (2015-01-01, 2015-01, 2015); absent for one without an end'),
  supersededBy: z.string().optional().describe('What came in its place, in Dutch words'),
};

/** What a status means to a reader, from `corpus/kinds.yaml`. */
const status = {
  status: z.string().describe('What the document is worth: bindend, handreiking, kamerbrief, akkoord, verslag'),
  statusName: z.string().optional().describe('The same as a reader sees it: Bindend'),
  statusMeaning: z.string().optional().describe('What that means, in one or two Dutch sentences'),
};

export const Citation = z
  .object({
    n: z.int().min(1).describe('Number of the marker `[n]` in the answer'),
    documentId: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: z.string().describe('As precise as the source gives it: 2024-04-19, 2024-07, or words'),
    ...status,
    ...force,
    page: z.int().min(1).describe('1-based page on which `start` lies'),
    section: z.string(),
    quote: z.string().describe('Exactly `text.slice(start, end)` of the document'),
    start: z.int().min(0).describe('Offset in UTF-16 code units'),
    end: z.int().min(1),
    documentSha256: z.string(),
    href: z.string().describe('Address of the source viewer at this quote'),
  })
  .meta({ id: 'Citation' });
export type Citation = z.infer<typeof Citation>;

export const HistoryTurn = z.object({
  role: z.enum(['user', 'assistant']),
  content: textUpTo(8000),
});

export const AskRequest = z
  .object({
    question: z
      .string({ error: 'Vul een vraag in.' })
      .transform((text) => text.normalize('NFC').trim())
      .pipe(textUpTo(1000, 'Uw vraag is te lang. Gebruik hoogstens 1.000 tekens.').min(1, 'Vul een vraag in.'))
      .meta({ description: '1…1000 characters, not only spaces', minLength: 1, maxLength: 1000, pattern: '\\S' }),
    history: z.array(HistoryTurn).max(20, 'Stuur hoogstens 20 eerdere berichten mee.').optional(),
    asOf: isoDate.optional(),
    facts: z
      .record(z.string().max(60), z.unknown())
      .optional()
      .describe('Facts of the rule check that are known already: answers to counter-questions, chips that the reader kept. `null` takes a fact away that the question seems to tell, `"weet-niet"` says that it is not known. `pgazVoorwaarden` answers five facts at once: `"ja"` or `"niet-alles"`.'),
    notAboutPatient: z
      .literal(true, { error: 'Gebruik true, of laat dit weg.' })
      .optional()
      .describe('The asker says that what looks like data about a patient is none, in the question and the earlier ones. A citizen service number is refused all the same. Counted, never logged.'),
    explain: z
      .boolean({ error: 'Gebruik true of false.' })
      .optional()
      .describe('Also give `trace`: what each step found and decided. Ignored unless the server runs with EXPLAIN=on.'),
  })
  .meta({ id: 'AskRequest' });
export type AskRequest = z.infer<typeof AskRequest>;

export const Outcome = z.enum(['beantwoord', 'deels', 'niet-in-bronnen']);
export type Outcome = z.infer<typeof Outcome>;

export const RouteStatus = z.enum([
  'van-toepassing',
  'niet-van-toepassing',
  'nog-niet',
  'verlopen',
  'conflict',
  'betwist',
  'onbekend',
]);
export type RouteStatus = z.infer<typeof RouteStatus>;

export const RouteMention = z.object({ id: z.string(), title: z.string(), status: RouteStatus });
export type RouteMention = z.infer<typeof RouteMention>;

/** Where in a source to look: for what lies nearest to a question that the sources do not answer. */
const Place = z.object({
  documentId: z.string(),
  source: z.string().describe('Who speaks there, in Dutch with its article: "de handleiding PGAZ"'),
  published: z.string(),
  page: z.int().min(1),
  section: z.string(),
  start: z.int().min(0),
});
export type Place = z.infer<typeof Place>;

/** What a reader must mind about this answer. */
export const Notice = z.discriminatedUnion('kind', [
  z.object({ type: z.literal('notice'), kind: z.literal('intention') }),
  z.object({ type: z.literal('notice'), kind: z.literal('plan-passed'), plannedFor: z.string(), said: z.string() }).describe('A plan whose day has passed: whether it went ahead the sources do not say'),
  z.object({ type: z.literal('notice'), kind: z.literal('sources-differ'), stronger: z.string(), weaker: z.string() }).describe('Two sources differ; the first weighs more'),
  z.object({ type: z.literal('notice'), kind: z.literal('superseded'), source: z.string(), supersededOn: z.string(), supersededBy: z.string().optional() }),
  z.object({ type: z.literal('notice'), kind: z.literal('source-kind'), status: z.string(), text: z.string().describe('What a source of this kind can and cannot settle') }),
  z.object({ type: z.literal('notice'), kind: z.literal('age'), newest: z.string(), several: z.boolean() }),
  z.object({ type: z.literal('notice'), kind: z.literal('many-parts') }).describe('More questions in one than are answered apart'),
  z.object({ type: z.literal('notice'), kind: z.enum(['busy', 'model-failed', 'not-written']) }),
]);
export type Notice = z.infer<typeof Notice>;

export const AnswerVerdict = z.enum(['ja', 'nee', 'hangt-af']);
export type AnswerVerdict = z.infer<typeof AnswerVerdict>;

const markers = z.array(z.int().min(1)).min(1).describe('Numbers of the citations that prove it');

/** What the sources say in plain words, with its proof. */
const SaidStatement = z.object({ id: z.string(), text: z.string(), citations: markers });
export type SaidStatement = z.infer<typeof SaidStatement>;

/** Who knows what the sources do not say. */
const TurnTo = z.object({
  name: z.string().describe('As in a sentence: "uw gemeente"; with `look` what to do: "Kijk in de wettekst"'),
  look: z.boolean().optional().describe('To be looked up instead of asked'),
  href: z.string().optional(),
});
export type TurnTo = z.infer<typeof TurnTo>;

/** A fact of the rule check as understood, with how it came to be known. */
const UnderstoodFact = z.object({
  factId: z.string(),
  value: z.union([z.string(), z.boolean()]),
  label: z.string().describe('As on a chip: "een groep patiënten"'),
  from: z.enum(['vraag', 'gesprek', 'gegeven']).describe('Read from the question, from earlier questions, or given in `facts`'),
});
export type UnderstoodFact = z.infer<typeof UnderstoodFact>;

/** A route for the asker's own situation. */
const SituationRoute = z.object({
  id: z.string(),
  title: z.string(),
  status: RouteStatus,
  because: z.enum(['feit', 'bronnen']).optional().describe('Of `onbekend`: a fact is missing, or the sources do not decide'),
  payment: z.enum(['apart', 'in-tarief', 'via-huisarts', 'eigen-budget']),
  reason: z.string().describe('One or two plain sentences'),
  citations: z.array(z.int().min(1)),
});
export type SituationRoute = z.infer<typeof SituationRoute>;

/** A question back, when its answer can change the leading outcome. */
const CounterQuestion = z.object({
  factId: z.string(),
  question: z.string(),
  help: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).describe('Values as in `/api/v1/check`; "true" and "false" for a boolean; "weet-niet" for who does not know. All can be sent in `facts`'),
});
export type CounterQuestion = z.infer<typeof CounterQuestion>;

/** The leading route by its usual name and how it stands, as a sentence or two. */
const Lead = z.object({
  text: z.string(),
  routeId: z.string().optional().describe('Absent where no route fits'),
  citations: z.array(z.int().min(1)),
});

/** Several providers together, as a question tells of them. */
export const Network = z
  .object({
    participants: z.array(z.object({ name: z.string(), count: z.int().min(1) })),
    link: z.string().describe('Address of the plan for them, with who takes part filled in'),
  })
  .meta({ id: 'Network' });
export type Network = z.infer<typeof Network>;

export const Situation = z
  .object({
    understood: z.array(UnderstoodFact),
    routes: z.array(SituationRoute).describe('What pays first, then what can still, what the sources leave open, what does not fit'),
    ask: CounterQuestion.optional(),
    lead: Lead.optional().describe('What the answer begins with where payment of this very situation is asked'),
    link: z.string().describe('Address of the rule check with these facts'),
  })
  .meta({ id: 'Situation' });
export type Situation = z.infer<typeof Situation>;

/** A part of an answer as data, in reading order. What it says in words is made by `server/views` alone. */
export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('verdict'), verdict: AnswerVerdict }),
  SaidStatement.extend({
    type: z.literal('statement'),
    role: z.enum(['answer', 'limit', 'item']).describe('The answer itself, the exception or condition that belongs to it, or an item of the list that the statement before it introduces'),
  }),
  z.object({
    type: z.literal('quote'),
    n: z.int().min(1).describe('Number of the citation'),
    source: z.string().describe('Who speaks: "de handleiding PGAZ"'),
    role: z.enum(['answer', 'proof', 'more']).optional().describe('Stands for an answer that nobody said in plain words; proves what was said and is shown; or proves it too and is folded away. Absent is answer'),
    clause: z.tuple([z.int().min(0), z.int().min(1)]).optional().describe('The part of the quote that decides, `quote.slice(…clause)`; the rest is one tap away'),
  }),
  z.object({
    type: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()).describe('What is compared'),
    rows: z.array(z.object({ aspect: z.string(), cells: z.array(z.object({ text: z.string(), citations: z.array(z.int().min(1)) })) })),
  }),
  z.object({ type: z.literal('gap'), question: z.string().describe('A part of the question that the sources leave open') }),
  z.object({
    type: z.literal('refusal'),
    slot: z.string().optional().describe('What kind of thing is missing: bedrag, code, formulier …'),
    missing: z.string().optional().describe('What the sources do not say, as a sentence'),
    turnTo: z.array(TurnTo).optional(),
    near: SaidStatement.optional().describe('The nearest thing that the sources do say'),
    newest: z.string().optional().describe('When the newest source was published'),
    nearest: Place.optional(),
  }),
  z.object({ type: z.literal('remark'), kind: z.enum(['greeting', 'thanks', 'about', 'sources', 'recency']), newest: z.string().optional(), sources: z.array(z.string()).optional() }).describe('A friendly line about the assistant itself; nothing of the sources'),
  z.object({
    type: z.literal('route'),
    id: z.string(),
    title: z.string(),
    status: RouteStatus,
    open: z.array(z.string()).describe('Questions that still decide about this route'),
  }),
  Lead.extend({ type: z.literal('lead') }).describe('How the asker is paid: the first block of an answer about a situation'),
  z.object({
    type: z.literal('situation'),
    understood: z.array(z.string()).describe('Facts that were read from the question, as sentences'),
    facts: z.array(UnderstoodFact).optional().describe('The same as data, each to be taken away, as in `Answer.situation`; absent where only named routes follow'),
    link: z.string().describe('Address of the rule check with these facts'),
    routes: z.array(SituationRoute).optional().describe('All routes for this situation, as in `Answer.situation`; absent where only named routes follow as blocks of their own'),
    ask: CounterQuestion.optional().describe('The last thing an answer says: conversations travel as text'),
    plan: Network.optional().describe('A network that the question tells of, as in `Answer.plan`'),
  }),
  Notice,
  z.object({ type: z.literal('term'), term: z.string(), matched: z.string(), meaning: z.string() }),
]).meta({ id: 'Block' });
export type Block = z.infer<typeof Block>;

/** A run of text in a source, with as much of it as tells a reader which. */
const TracedText = z.object({
  documentId: z.string(),
  page: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().describe('Of the source, shortened'),
  score: z.number(),
});
export type TracedText = z.infer<typeof TracedText>;

/** What a step found for the question, then for each part of a compound one. */
const perQuestion = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object({ question: z.string(), ...shape }));
const durationMs = z.number().min(0);

/**
 * What one step of the pipeline found and why it decided so, for whoever asks why an answer is as it is. Holds nothing but
 * the question, public sources and figures.
 */
export const TraceStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('read'),
    durationMs,
    language: z.string(),
    standalone: z.string().describe('The question with the earlier ones that it leans on'),
    asksFor: z.array(z.string()),
    isInstruction: z.boolean(),
    isFollowUp: z.boolean(),
    parts: z.array(z.string()).describe('More than one for a compound question'),
    terms: z.array(z.object({ matched: z.string(), term: z.string() })).describe('What the vocabulary recognised'),
  }),
  z.object({
    step: z.literal('search'),
    durationMs,
    by: z.enum(['model', 'words']),
    because: z.enum(['busy', 'model-failed']).optional().describe('Why by words alone'),
    found: perQuestion({
      passages: z.int(),
      best: z.array(TracedText.extend({ words: z.number(), gist: z.number(), late: z.number() })),
      knownQuestions: z
        .object({ answered: z.number(), nearest: z.number() })
        .optional()
        .describe('How near the question is to questions that the sources answer, 0…1, and the cosine with the nearest'),
    }),
  }),
  z.object({ step: z.literal('rank'), durationMs, found: perQuestion({ sentences: z.int(), best: z.array(TracedText) }) }),
  z.object({
    step: z.literal('match'),
    durationMs,
    found: perQuestion({
      best: z.array(z.object({ id: z.string(), score: z.number(), nearest: z.number().optional(), words: z.number() })).describe('Statements, best first'),
    }),
    missing: z.object({ id: z.string(), nearest: z.number().optional(), byWord: z.boolean() }).optional().describe('The nearest kind of thing that the sources do not say'),
  }),
  z.object({ step: z.literal('compare'), durationMs, things: z.array(z.string()).describe('Routes or documents that are put side by side') }),
  z.object({
    step: z.literal('situation'),
    durationMs,
    leads: z.boolean().describe('The answer begins with it'),
    understood: z.array(z.object({ factId: z.string(), value: z.union([z.string(), z.boolean()]), from: z.string() })),
    routes: z.array(z.object({ id: z.string(), status: RouteStatus })),
    ask: z.string().optional(),
  }),
  z.object({
    step: z.literal('say'),
    durationMs,
    verdict: z.string().optional(),
    confidence: z.number().optional().describe('Share of the verdict among the three, 0…1'),
    form: z.string().optional().describe('The nearest yes/no question that was decided so'),
    statements: z.array(z.object({ id: z.string(), role: z.string() })),
  }),
  z.object({
    step: z.literal('select'),
    durationMs,
    margin: z.number().describe('How far below the best sentence one may still be quoted'),
    found: perQuestion({
      chosen: z.array(TracedText),
      leftOut: z.array(TracedText.extend({ why: z.enum(['below-margin', 'said-already', 'enough']) })).describe('The best of them'),
    }),
  }),
  z.object({
    step: z.literal('judge'),
    durationMs,
    found: perQuestion({
      answers: z.boolean(),
      confidence: z.number().describe('Log-odds above the threshold; below 0 the question is refused'),
      threshold: z.number(),
      bias: z.number(),
      features: z.array(z.object({ name: z.string(), value: z.number().optional(), contribution: z.number() })).describe('Largest contribution first'),
    }),
  }),
  z.object({
    step: z.literal('quote'),
    durationMs,
    quotes: z.array(TracedText),
    open: z.array(z.string()).describe('Parts of the question that are said to be open'),
    partDoubt: z.number().describe('A part counts as open with a confidence below minus this'),
  }),
  z.object({ step: z.literal('verify'), durationMs, verified: z.int(), withheld: z.int() }),
  z.object({
    step: z.literal('write'),
    durationMs,
    model: z.string().optional(),
    skipped: z.enum(['refused', 'language', 'form', 'instruction', 'no-statement']).optional().describe('Why no model was asked'),
    kept: z.int(),
    dropped: z.array(z.object({ text: z.string(), reason: z.string() })).describe('Sentences of the model that nobody sees, each with the check that it failed'),
    failed: z.string().optional().describe('Why the model gave nothing, or stopped'),
  }),
  z.object({
    step: z.literal('rules'),
    durationMs,
    understood: z.array(z.object({ factId: z.string(), value: z.union([z.string(), z.boolean()]) })),
    routes: z.array(z.object({ id: z.string(), status: RouteStatus, open: z.array(z.string()) })),
  }),
  z.object({ step: z.literal('suggest'), durationMs, suggestions: z.array(z.string()) }),
  z.object({ step: z.literal('notices'), durationMs, kinds: z.array(z.string()), terms: z.array(z.string()) }),
  z.object({ step: z.literal('failed'), durationMs, failed: z.string().describe('Name of the step'), error: z.string().describe('Class of the fault') }),
]);
export type TraceStep = z.infer<typeof TraceStep>;

export const Answer = z
  .object({
    id: z.string(),
    question: z.string(),
    answer: z.string().describe('Markdown; each claim carries markers `[1]` that match `citations[].n`'),
    citations: z.array(Citation),
    outcome: Outcome,
    abstained: z.boolean(),
    mode: z.enum(['extractief', 'llm']),
    routes: z.array(RouteMention),
    notices: z.array(z.string()),
    direct: z
      .object({ verdict: AnswerVerdict.optional(), text: z.string(), statementIds: z.array(z.string()), citations: z.array(z.int().min(1)) })
      .optional()
      .describe('The answer in one to three plain sentences; absent where only quotes say it'),
    situation: Situation.optional(),
    plan: Network.optional().describe('The question tells of a network: who takes part, and where a plan for them is made'),
    missing: z
      .object({ slot: z.string(), text: z.string(), turnTo: z.array(TurnTo), nearest: z.string().optional().describe('Id of the nearest statement') })
      .optional()
      .describe('Of a refusal: what the sources do not say, and who knows it'),
    horizon: z.object({ newestSource: z.string() }).optional().describe('How recent the sources are'),
    suggestions: z.array(z.string()).optional().describe('Questions near this one that are certain to be answered'),
    language: z.enum(['nl', 'en']).optional().describe('Of the question, and so of the answer; quotes stay Dutch'),
    blocks: z.array(Block).optional().describe('The same answer as data, for clients that lay it out themselves'),
    trace: z.array(TraceStep).optional().describe('Step by step how the answer came about; only when `explain` was asked and the server runs with EXPLAIN=on'),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

const limitRange = 'Geef een geheel getal van 1 tot en met 50.';

export const SearchRequest = z
  .object({
    query: z
      .string({ error: 'Vul een zoekvraag in.' })
      .transform((text) => text.normalize('NFC').trim())
      .pipe(textUpTo(1000, 'Gebruik hoogstens 1.000 tekens.').min(1, 'Vul een zoekvraag in.'))
      .meta({ description: '1…1000 characters, not only spaces', minLength: 1, maxLength: 1000, pattern: '\\S' }),
    limit: z.int(limitRange).min(1, limitRange).max(50, limitRange).default(8),
  })
  .meta({ id: 'SearchRequest' });
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SearchResult = z
  .object({
    passageId: z.string(),
    documentId: z.string(),
    page: z.int().min(1),
    section: z.string(),
    text: z.string().describe('Exactly `text.slice(start, end)` of the document'),
    start: z.int().min(0),
    end: z.int().min(1),
    score: z.number().describe('Higher is better; only the order has a meaning'),
    ...force,
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchResponse = z.object({ results: z.array(SearchResult) }).meta({ id: 'SearchResponse' });
export type SearchResponse = z.infer<typeof SearchResponse>;

export const DocumentSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: z.string(),
    kind: z.string(),
    kindName: z.string().optional().describe('The same as a reader sees it: Aanwijzing van de minister'),
    ...status,
    authority: z.int().min(1).optional().describe('Rank among sources that say the same, 1 = highest'),
    pages: z.int().min(1),
    sha256: z.string(),
    address: z.string().optional().describe('Address of the original, where a source gives it'),
    licence: z.string().optional(),
    ...force,
  })
  .meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const DocumentBlock = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    kind: z.enum(['heading', 'paragraph', 'list-item', 'footnote', 'table']),
    level: z.int().min(1).optional().describe('Heading level, 1 = chapter (headings only)'),
    lead: z.int().min(0).optional().describe('Place among the blocks of the line that introduces it'),
  })
  .meta({ id: 'DocumentBlock' });
export type DocumentBlock = z.infer<typeof DocumentBlock>;

export const DocumentDetail = DocumentSummary.extend({
  text: z.string(),
  pageStarts: z.array(z.int().min(0)),
  blocks: z
    .array(DocumentBlock)
    .optional()
    .describe('Headings, paragraphs and list items in reading order, for readers that lay the text out'),
}).meta({ id: 'DocumentDetail' });
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const FactValue = z.union([z.string(), z.boolean()]);
export type FactValue = z.infer<typeof FactValue>;

export const CheckDescription = z
  .object({
    facts: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        help: z.string(),
        type: z.enum(['boolean', 'choice']),
        choices: z
          .array(z.object({ value: z.string(), label: z.string() }))
          .optional()
          .describe('Answers as a form shows them; for a boolean the values read "true" and "false" and are sent as JSON booleans'),
      }),
    ),
    together: z
      .array(
        z.object({
          id: z.string(),
          question: z.string(),
          help: z.string(),
          choices: z.array(z.object({ value: z.string(), label: z.string() })),
          parts: z.array(z.object({ fact: z.string(), is: z.boolean() })).describe('The facts that it is about, each as it is when all of it is so'),
        }),
      )
      .optional()
      .describe('Questions about several facts at once; their answers can be given as facts too'),
    routes: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
  })
  .meta({ id: 'CheckDescription' });
export type CheckDescription = z.infer<typeof CheckDescription>;

export const CheckRequest = z
  .object({ facts: z.record(z.string(), z.unknown()), asOf: isoDate.optional() })
  .meta({ id: 'CheckRequest' });
export type CheckRequest = z.infer<typeof CheckRequest>;

const CitedText = z.object({ text: z.string(), citations: z.array(Citation) });

export const RouteResult = z
  .object({
    id: z.string(),
    title: z.string(),
    status: RouteStatus,
    because: z.enum(['feit', 'bronnen']).optional().describe('With status onbekend: the answer to a question lacks (feit), or the sources do not say (bronnen)'),
    payment: z.enum(['apart', 'in-tarief', 'via-huisarts', 'eigen-budget']),
    conditions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        kind: z
          .string()
          .describe('situatie (the situation), regelen (to arrange), keuze (one route or the other), onbeslist (the sources do not say what holds otherwise) or betwist (the sources contradict each other)'),
        status: z.enum(['voldaan', 'niet-voldaan', 'onbekend']),
        citations: z.array(Citation),
      }),
    ),
    warnings: z.array(CitedText),
    nextSteps: z.array(CitedText),
    reason: CitedText.optional().describe('Why this status, in a few sentences'),
    decidedBy: z.int().min(1).max(10).optional().describe('Line of the order of decisions that fits first'),
    paymentNote: CitedText.optional().describe('How the money reaches the provider'),
    missing: z.array(z.string()).optional().describe('Unknown facts that can still change this status'),
  })
  .meta({ id: 'RouteResult' });
export type RouteResult = z.infer<typeof RouteResult>;

export const CheckResult = z
  .object({
    asOf: z.string(),
    rulesetSha256: z.string(),
    routes: z.array(RouteResult),
    missing: z.array(z.string()).describe('Unknown facts that can still change a status, most decisive first'),
  })
  .meta({ id: 'CheckResult' });
export type CheckResult = z.infer<typeof CheckResult>;

const Share = z.object({ name: z.string().trim().pipe(textUpTo(200).min(1)).meta({ minLength: 1, maxLength: 200, pattern: '\\S' }), percentage: z.string() });
const Amount = z.object({ name: z.string(), amount: z.string() });

export const AllocationRequest = z
  .object({
    total: z.string().describe('Euros as a decimal string, at most two decimals'),
    domains: z.array(Share).min(1).max(50),
    zvwDomain: z.string().optional(),
    zvwSectors: z.array(Share).max(50).optional(),
    insurers: z.array(Share).max(50).optional(),
    referenceDate: isoDate.optional(),
    area: z.array(textUpTo(20)).max(500).optional(),
  })
  .meta({ id: 'AllocationRequest' });
export type AllocationRequest = z.infer<typeof AllocationRequest>;

export const AllocationResult = z
  .object({
    domains: z.array(Amount),
    zvwSectors: z.array(Amount),
    insurers: z.array(Amount),
    missing: z.array(z.string()).describe('What a real agreement still needs; `[n]` refers to `citations[].n`'),
    notes: z.array(z.string()).optional().describe('What to know about the calculation, with markers `[n]`'),
    citations: z.array(Citation),
  })
  .meta({ id: 'AllocationResult' });
export type AllocationResult = z.infer<typeof AllocationResult>;

/** What a reader can tick where an answer was no good. */
export const FeedbackReason = z.enum(['niet-gevraagd', 'onjuist', 'onduidelijk', 'bron', 'mist-iets'], {
  error: 'Kies uit niet-gevraagd, onjuist, onduidelijk, bron en mist-iets.',
});
export type FeedbackReason = z.infer<typeof FeedbackReason>;

const CitedSpan = z
  .object({ documentId: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, 'Dit is geen id van een document.'), start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, { error: 'Het einde van een citaat ligt na het begin.', path: ['end'] });

export const FeedbackRequest = z
  .object({
    answerId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,64}$/, 'Dit is geen antwoordnummer. Gebruik het `id` van het antwoord.')
      .describe('`id` of the answer this is about'),
    verdict: z.enum(['goed', 'fout']),
    reasons: z
      .array(FeedbackReason, 'Geef een lijst van redenen.')
      .max(FeedbackReason.options.length, 'Geef elke reden hoogstens één keer.')
      .refine((reasons) => new Set(reasons).size === reasons.length, 'Geef elke reden hoogstens één keer.')
      .meta({ uniqueItems: true })
      .optional()
      .describe('What is wrong with it, as ticked'),
    reason: textUpTo(1000).optional().describe('The same in own words'),
    consent: z.boolean({ error: 'Gebruik true of false.' }).optional().describe('The asker wants what follows to be kept. Without it that is dropped.'),
    question: textUpTo(1000, 'Een vraag heeft hoogstens 1.000 tekens.').optional(),
    citations: z.array(CitedSpan).max(20, 'Geef hoogstens 20 citaten.').optional().describe('What the answer cited'),
    statementIds: z
      .array(z.string().regex(/^[a-z0-9-]{1,80}$/, 'Dit is geen nummer van een uitspraak.'))
      .max(20, 'Geef hoogstens 20 uitspraken.')
      .optional()
      .describe('What the answer said in plain words'),
  })
  .meta({ id: 'FeedbackRequest' });
export type FeedbackRequest = z.infer<typeof FeedbackRequest>;

/** RFC 9457. `type` is stable and meant for programs; `title` and `detail` are Dutch and meant for people. */
export const Problem = z
  .object({
    type: z.string().describe('Stable kind of problem, `urn:problem-type:bekostigingswijzer:…`'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional().describe('`urn:uuid:` with the request id that also stands in the log and in `X-Request-Id`'),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .describe('Every fault of the input at once'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What the sources say, said once in plain words, as it is said on a day. */
export const StatementDetail = z
  .object({
    id: z.string(),
    text: z.string().describe('Dutch; of a plan it depends on the day whether it is told as a plan or as a past one'),
    en: z.string(),
    slot: z.string().describe('What kind of thing it tells: bedrag, datum, wie, voorwaarde …'),
    subject: z.string(),
    routes: z.array(z.string()).describe('Ids of the funding routes that it is about'),
    speaker: z.string().optional().describe('Who said so, where that matters'),
    limits: z.array(z.string()).describe('Ids of statements that are never shown without this one'),
    limitedBy: z.array(z.string()).describe('Ids of its own exceptions and conditions: never show it without them'),
    list: z.array(z.string()).describe('Ids of the statements that make up the list that it introduces, in order'),
    questions: z.array(z.string()).describe('Dutch questions that it answers'),
    quotes: z.array(Citation).describe('The sentences that prove it'),
  })
  .meta({ id: 'StatementDetail' });
export type StatementDetail = z.infer<typeof StatementDetail>;

const pageSize = 'Geef een geheel getal van 1 tot en met 100.';
const skipped = 'Geef een geheel getal vanaf 0.';

export const StatementQuery = z.object({
  route: z.string().optional().meta({ description: 'Only about this route', example: 'pgaz' }),
  slot: z.string().optional().meta({ description: 'Only of this kind' }),
  subject: z.string().optional().meta({ description: 'Only on this subject' }),
  asOf: isoDate.optional(),
  limit: z.coerce.number(pageSize).int(pageSize).min(1, pageSize).max(100, pageSize).default(50),
  offset: z.coerce.number(skipped).int(skipped).min(0, skipped).default(0).meta({ description: 'How many to skip' }),
});
export type StatementQuery = z.infer<typeof StatementQuery>;

export const StatementList = z
  .object({
    asOf: z.string(),
    total: z.int().min(0).describe('How many fit, on all pages together'),
    offset: z.int().min(0),
    statements: z.array(StatementDetail),
  })
  .meta({ id: 'StatementList' });
export type StatementList = z.infer<typeof StatementList>;

const participantCount = 'Geef een geheel getal van 1 tot en met 500.';

const factsGiven = z.record(z.string().max(60), z.unknown());

export const PlanRequest = z
  .object({
    facts: factsGiven.default({}).describe('Facts about the consultation, for all who take part; as in `/api/v1/check`'),
    participants: z
      .array(
        z.object({
          name: z
            .string({ error: 'Geef iedere deelnemer een naam, bijvoorbeeld "huisartsen".' })
            .transform((text) => text.normalize('NFC').trim())
            .pipe(textUpTo(200).min(1, 'Geef iedere deelnemer een naam, bijvoorbeeld "huisartsen".'))
            .meta({ minLength: 1, maxLength: 200, pattern: '\\S' }),
          count: z.int(participantCount).min(1, participantCount).max(500, participantCount).default(1),
          facts: factsGiven.default({}).describe('What holds for this participant alone: sector, law, whether the municipality pays …'),
        }),
      )
      .min(1, 'Noem minstens één deelnemer.')
      .max(50, 'Noem hoogstens 50 deelnemers. Zet gelijke deelnemers bij elkaar met count.'),
    asOf: isoDate.optional(),
  })
  .meta({ id: 'PlanRequest' });
export type PlanRequest = z.infer<typeof PlanRequest>;

const participantNames = z.array(z.string()).describe('Names of the participants it is about, as given');

export const PlanResult = z
  .object({
    asOf: z.string(),
    rulesetSha256: z.string(),
    participants: z.array(
      z.object({
        name: z.string(),
        count: z.int(),
        understood: z.array(z.object({ factId: z.string(), value: z.union([z.string(), z.boolean()]), label: z.string() })).describe('What follows from the others and from the sector, beside what was given'),
        lead: Lead.describe('How this participant is paid'),
        routes: z.array(SituationRoute).describe('The leading one first'),
      }),
    ),
    choices: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          citations: z.array(z.int().min(1)),
          options: z.array(z.object({ routeId: z.string(), title: z.string(), status: RouteStatus.describe('The best among these participants'), participants: participantNames })),
        }),
      )
      .describe('What all have to choose together'),
    steps: z
      .array(
        z.object({
          kind: z.enum(['kiezen', 'regelen', 'contract', 'verdelen']).describe('Choose, arrange, what belongs in the contract, what the division needs'),
          text: z.string(),
          with: z.array(z.string()).describe('With whom: zorgverzekeraar, gemeente, NZa …'),
          routeId: z.string().optional(),
          participants: participantNames,
          citations: z.array(z.int().min(1)),
        }),
      )
      .describe('In the order in which to do them'),
    missing: z.array(CounterQuestion.extend({ participants: participantNames })).describe('Questions that still decide, those for most participants first'),
    given: z
      .array(z.object({ factId: z.string(), value: z.union([z.string(), z.boolean()]), label: z.string() }))
      .optional()
      .describe('The facts given for all, in words'),
    citations: z.array(Citation),
  })
  .meta({ id: 'PlanResult' });
export type PlanResult = z.infer<typeof PlanResult>;

export const ParticipantsRequest = z
  .object({
    text: z
      .string({ error: 'Typ wie er meedoen, bijvoorbeeld "4 huisartsen en de gemeente".' })
      .transform((text) => text.normalize('NFC').trim())
      .pipe(textUpTo(1000, 'Gebruik hoogstens 1.000 tekens.').min(1, 'Typ wie er meedoen, bijvoorbeeld "4 huisartsen en de gemeente".'))
      .meta({ description: '1…1000 characters, not only spaces', minLength: 1, maxLength: 1000, pattern: '\\S' }),
  })
  .meta({ id: 'ParticipantsRequest' });
export type ParticipantsRequest = z.infer<typeof ParticipantsRequest>;

/** Who takes part, read from a text. */
export const ReadParticipants = z
  .object({
    participants: z.array(
      z.object({
        name: z.string().describe('As it was typed'),
        count: z.int().min(0).describe('As it was typed, also where a plan refuses that number; 1 without a number'),
        facts: z.record(z.string(), z.unknown()).describe('Sector and law, where the name leaves no choice'),
      }),
    ),
    unread: z.array(z.string()).describe('Members of the list in which no profession or organisation was recognised'),
  })
  .meta({ id: 'ReadParticipants' });
export type ReadParticipants = z.infer<typeof ReadParticipants>;

/** What the rules say about a route on a day, whatever one's own situation. Not on the wire: pages are made from it. */
export interface RouteDescription {
  id: string;
  title: string;
  summary: string;
  payment: RouteResult['payment'];
  paymentNote: CitedText;
  /** How the sources know the route on this day, and on the days around it. */
  standing: RouteStanding;
  periods: (CitedText & { from?: string; to?: string; standing: string })[];
  conditions: RouteCondition[];
  warnings: RouteRemark[];
  /** What can be done on this day, in order. */
  steps: { toArrange: RouteRemark[]; whenItFits: RouteRemark[]; inSpecialCases: RouteRemark[] };
  /** The rule check with what this route takes for granted filled in, and what that is. */
  check: { link: string; given: string[] };
  /** Its costs are divided over domains, sectors and insurers. */
  isDivided: boolean;
}

export type CitedText = z.infer<typeof CitedText>;
export type RouteStanding = CitedText & { phase: 'in-force' | 'undecided' | 'proposal' | 'intention' | 'before' | 'after' };
/** With what must be the case for it to be said, where that is more than this route. */
export type RouteRemark = CitedText & { given?: string[] };
export interface RouteCondition extends CitedText {
  id: string;
  kind: string;
  /** What it is about, where that is who is paid or whom the talk is about. */
  aspect?: 'provider' | 'patients';
  /** Answers that meet it, in words, where it asks for no more than one fact. */
  answers?: string[];
}
