import type { Notice, TracedText, TraceStep } from '../contract.ts';
import type { Colours } from './print-answer.ts';

type Entry<Name extends TraceStep['step']> = Extract<TraceStep, { step: Name }>;

/** Features of the judge in words; one that is not listed shows its own name. */
const FEATURES: Record<string, string> = {
  votesAnswered: 'lijkt op vragen die de bronnen beantwoorden',
  votesAnsweredLog: 'lijkt op vragen die de bronnen beantwoorden (logaritme)',
  votesUnanswered: 'lijkt op vragen die de bronnen niet beantwoorden',
  votesUnansweredLog: 'lijkt op vragen die de bronnen niet beantwoorden (logaritme)',
  bestVote: 'de beste zin beantwoordde zo’n vraag',
  late: 'gelijkenis woord voor woord',
  bestSentence: 'score van de beste zin',
  sentenceGap: 'voorsprong van de beste zin',
  meanSentences: 'gemiddelde score van de beste zinnen',
  meanCited: 'gelijkenis van de woorden met de citaten',
  coverageCited: 'woorden van de vraag die in de citaten staan',
  known: 'woorden van de vraag die de bronnen kennen',
  uncitedSpecific: 'namen en getallen die niet in de citaten staan',
  short: 'korte vraag',
  asksCode: 'vraagt om een code',
  asksMoney: 'vraagt om een bedrag',
  asksQuantity: 'vraagt om een aantal',
  asksContact: 'vraagt om contactgegevens',
  kindMissing: 'het soort antwoord staat niet in de citaten',
  instruction: 'opdracht in plaats van vraag',
  english: 'Engelse vraag',
};
/** The rest add up to little. */
const MOST_FEATURES = 8;

const WHY_WORDS = { busy: 'het model was te druk', 'model-failed': 'het model werkte niet' };
const NOTICES: Record<Notice['kind'], string> = {
  intention: 'een voornemen',
  'plan-passed': 'een plan waarvan de dag voorbij is',
  'sources-differ': 'bronnen die verschillen',
  superseded: 'een bron geldt niet meer of eindigt',
  'source-kind': 'wat dit soort bron waard is',
  age: 'de ouderdom van de bron',
  'many-parts': 'veel vragen in één',
  busy: 'het is druk',
  'model-failed': 'het model werkt niet',
  'not-written': 'het taalmodel schreef niets bruikbaars',
};
const NOT_ASKED: Record<string, string> = {
  refused: 'er is geen antwoord om te schrijven',
  language: 'de vraag is niet in het Nederlands',
  form: 'het antwoord is een lijst, een tabel of een uitkomst van de regels',
  instruction: 'dit lijkt een opdracht en geen vraag',
  'no-statement': 'bij deze citaten hoort geen uitspraak om tegen te controleren',
};
const DROPPED: Record<string, string> = {
  marker: 'verwijst naar geen bron, of naar een die er niet is',
  form: 'is geen gewone zin',
  language: 'is geen Nederlands',
  verdict: 'zegt iets anders dan het oordeel',
  number: 'noemt een getal, datum, bedrag of artikel dat niet in het citaat staat',
  name: 'noemt een naam die niet in de bron staat',
  negation: 'ontkent iets anders dan de bron',
  actor: 'noemt een ander die het doet',
  modality: 'verandert moeten, mogen of kunnen',
  scope: 'zegt het ruimer, enger of zekerder',
  exception: 'laat een uitzondering weg',
  support: 'zegt iets wat niet in de bron staat',
  repeated: 'staat er al',
  'patient-data': 'lijkt op gegevens van een persoon',
};
const FAILED: Record<string, string> = {
  connect: 'het was niet te bereiken',
  'first-token': 'het begon niet op tijd',
  'next-token': 'het viel stil',
  total: 'het was niet op tijd klaar',
  status: 'het gaf een foutcode',
  content: 'het gaf iets wat niet te lezen is',
  paused: 'het faalde te vaak achter elkaar en wordt even niet gevraagd',
  'patient-data': 'de vraag lijkt gegevens van een persoon te bevatten en is niet verstuurd',
  endless: 'er kwam geen einde aan een zin',
  'nothing-left': 'geen zin kwam door de controle',
};
const ROLES: Record<string, string> = { answer: 'antwoord', limit: 'uitzondering of voorwaarde', item: 'deel van een lijst' };
const VERDICTS: Record<string, string> = { ja: 'Ja', nee: 'Nee', 'hangt-af': 'Hangt ervan af' };
const WHY_LEFT_OUT = { 'below-margin': 'te zwak', 'said-already': 'staat al in een citaat', enough: 'genoeg citaten' };

/** How an answer came about, step by step, for whoever asks why. */
export function printExplanation(trace: readonly TraceStep[], colours: Colours): string {
  return [
    colours.bold('Hoe dit antwoord ontstond'),
    ...trace.flatMap((entry) => {
      const [title, ...lines] = describe(entry);
      return ['', `${colours.bold(title)} ${colours.dim(`(${number(entry.durationMs)} ms)`)}`, ...lines.map((line) => `  ${line}`)];
    }),
  ].join('\n');
}

/** A title, then lines. */
function describe(entry: TraceStep): [title: string, ...lines: string[]] {
  switch (entry.step) {
    case 'read':
      return ['Lezen', ...read(entry)];
    case 'search':
      return [
        'Zoeken',
        entry.by === 'model' ? 'Met het taalmodel en op woorden.' : `Alleen op woorden${entry.because ? `: ${WHY_WORDS[entry.because]}` : ''}.`,
        ...perQuestion(entry.found, ({ passages, best, knownQuestions }) => [
          `${passages} passages gevonden. De beste:`,
          ...best.map(shown),
          ...(knownQuestions
            ? [`Bekende vragen met een antwoord: nabijheid ${percent(knownQuestions.answered)}, de dichtstbijzijnde lijkt voor ${percent(knownQuestions.nearest)}.`]
            : []),
        ]),
      ];
    case 'rank':
      return ['Zinnen ordenen', ...perQuestion(entry.found, ({ sentences, best }) => [`${sentences} zinnen bekeken. De beste:`, ...best.map(shown)])];
    case 'match':
      return [
        'Uitspraken zoeken',
        ...perQuestion(entry.found, ({ best }) => best.map(({ id, score, nearest }) => `${decimals(score).padStart(6)}  ${id}${nearest === undefined ? '' : ` (dichtste vraag ${percent(nearest)})`}`)),
        ...(entry.missing ? [`Lijkt op wat de bronnen niet zeggen: ${entry.missing.id}${entry.missing.byWord ? ' (aan een woord herkend)' : ''}`] : []),
      ];
    case 'situation':
      return [
        'Situatie',
        entry.understood.length === 0 ? 'Geen eigen situatie gelezen.' : `Gelezen: ${entry.understood.map(({ factId, value, from }) => `${factId} = ${value} (${from})`).join(', ')}`,
        ...(entry.leads ? ['Het antwoord begint hiermee.'] : []),
        ...entry.routes.map(({ id, status }) => `Route ${id}: ${status}`),
        ...(entry.ask === undefined ? [] : [`Vraag terug: ${entry.ask}`]),
      ];
    case 'say':
      return [
        'Antwoorden',
        entry.statements.length === 0 ? 'Geen uitspraken: het antwoord bestaat uit citaten.' : `Uitspraken: ${entry.statements.map(({ id, role }) => `${id} (${ROLES[role] ?? role})`).join(', ')}`,
        ...(entry.verdict === undefined ? [] : [`${VERDICTS[entry.verdict] ?? entry.verdict}, ${number(entry.confidence ?? 0)} boven de grens, door de vraag “${entry.form ?? ''}”`]),
      ];
    case 'compare':
      return ['Naast elkaar', listed(entry.things)];
    case 'suggest':
      return ['Vervolgvragen', listed(entry.suggestions)];
    case 'select':
      return [
        'Citaten kiezen',
        `Een zin mag hoogstens ${number(entry.margin)} onder de beste scoren.`,
        ...perQuestion(entry.found, ({ chosen, leftOut }) => [
          `Gekozen: ${chosen.length}`,
          ...chosen.map(shown),
          ...(leftOut.length > 0 ? ['Niet gekozen:', ...leftOut.map((text) => `${shown(text)} (${WHY_LEFT_OUT[text.why]})`)] : []),
        ]),
      ];
    case 'judge':
      return ['Beoordelen', ...perQuestion(entry.found, judged)];
    case 'quote':
      return [
        'Citeren',
        entry.quotes.length === 0 ? 'Geen citaten.' : `${entry.quotes.length} citaten:`,
        ...entry.quotes.map(shown),
        ...entry.open.map((part) => `Blijft open, want meer dan ${number(entry.partDoubt)} onder de grens: “${part}”`),
      ];
    case 'verify':
      return ['Controleren', `${entry.verified} citaten staan woord voor woord in de bron. ${entry.withheld} tegengehouden.`];
    case 'write':
      return [
        'Schrijven',
        ...(entry.skipped === undefined ? [`Taalmodel ${entry.model ?? ''}: ${entry.kept} zinnen getoond, ${entry.dropped.length} weggelaten.`] : [`Het taalmodel is niet gevraagd: ${NOT_ASKED[entry.skipped] ?? entry.skipped}.`]),
        ...entry.dropped.map(({ text, reason }) => `Weggelaten, want deze zin ${DROPPED[reason] ?? reason}: “${text}”`),
        ...(entry.failed === undefined ? [] : [`Het taalmodel hield op: ${FAILED[entry.failed] ?? entry.failed}.`]),
      ];
    case 'rules':
      return [
        'Regels',
        entry.understood.length === 0 ? 'Geen gegevens in de vraag herkend.' : `Herkend: ${entry.understood.map(({ factId, value }) => `${factId} = ${value}`).join(', ')}`,
        ...entry.routes.map(({ id, status, open }) => `Route ${id}: ${status}${open.length > 0 ? `. Nog nodig: ${open.join(', ')}` : ''}`),
      ];
    case 'notices':
      return ['Meldingen', `Over: ${listed(entry.kinds.map((kind) => (NOTICES as Partial<Record<string, string>>)[kind] ?? kind))}`, `Uitgelegd: ${listed(entry.terms)}`];
    case 'failed':
      return [`De stap “${entry.failed}” mislukte`, `Soort fout: ${entry.error}`];
  }
}

function read({ language, standalone, asksFor, isInstruction, isFollowUp, parts, terms }: Entry<'read'>): string[] {
  return [
    `Taal: ${language === 'en' ? 'Engels' : 'Nederlands'}. Gevraagd soort antwoord: ${listed(asksFor)}.`,
    ...(isInstruction ? ['Dit lijkt een opdracht en geen vraag.'] : []),
    ...(isFollowUp ? [`Vervolgvraag, gelezen als: “${standalone}”`] : []),
    ...(parts.length > 1 ? [`Delen: ${parts.map((part) => `“${part}”`).join(', ')}`] : []),
    ...(terms.length > 0 ? [`Herkende woorden: ${terms.map(({ matched, term }) => `“${matched}” = ${term}`).join('; ')}`] : []),
  ];
}

function judged({ answers, confidence, threshold, bias, features }: Entry<'judge'>['found'][number]): string[] {
  const decision = answers ? 'de vraag wordt beantwoord' : 'de vraag wordt geweigerd';
  return [
    `Score ${number(confidence + threshold)}, grens ${number(threshold)}: ${number(Math.abs(confidence))} ${confidence < 0 ? 'eronder' : 'erboven'}, dus ${decision}.`,
    `Begin ${signed(bias)}. Wat het meeste telde:`,
    ...features
      .slice(0, MOST_FEATURES)
      .map(({ name, value, contribution }) => `${signed(contribution).padStart(6)}  ${FEATURES[name] ?? name}${value === undefined ? ' (ontbreekt)' : ` (${number(value)})`}`),
  ];
}

/** Findings for one question stand alone; those of a compound one below each part. */
function perQuestion<Found extends { question: string }>(found: readonly Found[], lines: (found: Found) => string[]): string[] {
  return found.length === 1 ? lines(found[0]!) : found.flatMap((each) => [`“${each.question}”`, ...lines(each).map((line) => `  ${line}`)]);
}

const shown = ({ score, documentId, page, text }: TracedText): string => `${decimals(score).padStart(6)}  ${documentId}, p. ${page}: “${text}”`;
const listed = (words: readonly string[]): string => (words.length === 0 ? 'geen' : words.join(', '));
const number = (value: number): string => value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });
const decimals = (value: number): string => value.toLocaleString('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signed = (value: number): string => `${value < 0 ? '' : '+'}${decimals(value)}`;
const percent = (share: number): string => `${Math.round(share * 100)}%`;
