import type { Answer, DocumentDetail } from '../../server/contract.ts';
import type { Documents } from './citations.ts';
import { actorsIn, contentStems, folded, modalityFault, namesIn, negations } from './claims.ts';
import { languageOf } from './language.ts';
import { digitGroups, numbersIn } from './numbers.ts';
import { readerText, type OwnSentence } from './reader-text.ts';
import { routesIn } from './route-names.ts';

/** A sentence of the assistant's own, and what in it nothing proves. */
export interface SentenceProof {
  text: string;
  /** Dutch; absent when everything stands in what it cites. */
  fault?: string;
}

/** Share of a sentence's content words that what it cites, the question or the source's label must hold. */
const LEAST_SHARED = 0.2;

/** What says that the sources are silent, or who speaks; not about what the sources say. */
const ABOUT_SOURCES = /\bbronnen\b|\bsources?\b/i;
const ABOUT_QUESTION = /\b(?:uw|deze) vraag\b|\byour question\b/i;
/** Where to ask; refusals have a measure of their own. */
const TURNS = /^(?:vraag|bel|mail|kijk|neem contact|ask|contact|see)\b/i;
/** Who speaks stands in the source, not in the sentence that is quoted. */
const SPEAKER = /\b(?:volgens|according to) (?:de |het |the )?\p{L}+|\b(?:verwijst|rapporteert) de \p{L}+|\p{L}+ (?:refers|reports|verwijst|rapporteert)\b/giu;
const VERDICT_ALONE = /^(?:ja|nee|yes|no|dat hangt ervan af|it depends|that depends)[.!,:;]?$/i;

/** Each own sentence of an answer; of an abstention only those that cite, for the others say what is missing. */
export function proofOfOwnWords(answer: Answer, documents: Documents): SentenceProof[] {
  const { own } = readerText(answer);
  return own
    .map((sentence) => ({ ...sentence, text: sentence.text.replace(/\(?zonder datum[^)]*\)?/gi, '').trim() }))
    .filter(({ text, markers }) => !VERDICT_ALONE.test(text) && (!answer.abstained || markers.length > 0))
    .map((sentence) => {
      const fault = faultOf(sentence, answer, documents);
      return { text: sentence.text, ...(fault !== undefined && { fault }) };
    });
}

/** A sentence without markers may rest on anything that the answer cites. */
function faultOf({ text, markers }: OwnSentence, answer: Answer, documents: Documents): string | undefined {
  const cited = markers.length > 0 ? answer.citations.filter(({ n }) => markers.includes(n)) : answer.citations;
  if (markers.length > 0 && cited.length === 0) return 'verwijst naar niets';
  const quotes = cited.map(({ quote }) => quote).join(' ');
  const labels = [...cited.flatMap(({ documentId, section }) => [documents.get(documentId), section])].map((label) =>
    typeof label === 'string' ? label : label ? `${label.title} ${label.publisher} ${label.published} ${label.kindName ?? label.kind} ${label.statusName ?? label.status}` : '',
  ).join(' '); // prettier-ignore
  // What the rule check adds about routes cites nothing: the routes it gives are its own.
  const given = [...(markers.length === 0 ? answer.routes : []), ...(answer.situation?.routes ?? [])].map(({ title }) => title).join(' ');
  const around = `${quotes} ${labels} ${answer.question} ${given}`;

  const numbers = new Set([...numbersIn(quotes), ...digitGroups(quotes), ...numbersIn(labels), ...digitGroups(labels)]);
  const number = numbersIn(withoutPages(text)).find((one) => !numbers.has(one) && !isDateInFull(one, labels));
  if (number !== undefined) return `getal ${number}`;

  if (markers.length === 0 && TURNS.test(text)) return undefined;

  const english = languageOf(text) === 'en';
  const named = folded(around);
  const subjects = cited.map(({ documentId }) => documents.get(documentId)).flatMap((document) => (document ? [document] : []));
  const name = namesIn(text).find((one) => !namedIn(one, named, english) && !subjects.some((document) => isSubject(one, document)));
  if (name !== undefined) return `naam ${name}`;
  const routes = new Set(routesIn(around));
  const route = routesIn(text).find((one) => !routes.has(one) && !(one === 'pgaz' && /pgaz/.test(cited.map(({ documentId }) => documentId).join(' '))));
  if (route !== undefined) return `route ${route}`;
  if (ABOUT_SOURCES.test(text) || (markers.length === 0 && ABOUT_QUESTION.test(text))) return undefined;

  const actors = new Set(actorsIn(around));
  const actor = actorsIn(text.replace(SPEAKER, ' ')).find((one) => !actors.has(one));
  if (actor !== undefined) return `partij ${actor}`;
  if (markers.length > 0 && negations(text) > 0 && !DENIES.test(quotes)) return 'ontkenning';
  if (markers.length > 0 && negations(text) === 0 && everyClauseDenies(text, quotes)) return 'ontkenning weggelaten';
  const modality = english || markers.length === 0 ? undefined : modalityFault(text, quotes);
  if (modality !== undefined) return `stelligheid: ${modality}`;

  const stems = contentStems(text);
  const shared = new Set(contentStems(around));
  if (!english && stems.length >= 3 && stems.filter((one) => shared.has(one)).length < LEAST_SHARED * stems.length) return 'gaat over iets anders';
  return undefined;
}

/** A denial, or what amounts to one. */
const DENIES =
  /\b(?:niet|geen|nooit|zonder|noch|alleen|slechts|uitsluitend|pas|enkel|weinig|lastig|moeilijk|ontbre\w*|uitgesloten|geenszins|ongeclausuleerd|voornemen\w*|voorgenomen|voorstel\w*|beperk\w*|onvoldoende|knelpunt\w*|ofwel|óf|vrij\w*|maximaal|uiterlijk|beoogd\w*|overstijg\w*|anders|tegengegaan|voorkomen|afzien|vervallen|nog|nee|not|no)\b|\bon(?:uitvoer|mogelijk|duidelijk|belemmerd|gewenst|voldoende)\w*/i;

/** The part of the quotes that is most like the claim says the opposite: it denies, and nothing like it affirms. */
function everyClauseDenies(claim: string, quotes: string): boolean {
  const stems = contentStems(claim);
  if (stems.length < 3) return false;
  const clauses = quotes.split(/[.;:,!?•]|\b(?:maar|tenzij|en|of|omdat|zodat|wanneer|als|die|dat|waarbij|indien)\b/i);
  const likeness = clauses.map((clause) => {
    const has = new Set(contentStems(clause));
    return { clause, share: stems.filter((one) => has.has(one)).length / stems.length };
  });
  const best = Math.max(...likeness.map(({ share }) => share));
  // Only where one clause says nearly the same words can the missing "niet" be told from a paraphrase.
  if (best < 0.6) return false;
  return likeness.filter(({ share }) => share >= best - 0.1).every(({ clause }) => /\b(?:niet|geen|nooit)\b/i.test(clause));
}

const withoutPages = (text: string): string => text.replace(/\b(?:p\.|pagina|blz\.|bladzijde|page)\s*\d+(?:\s*[-–]\s*\d+)?/gi, ' ').replace(/^\s*\d+[.)]\s+/, '');

/** A name that stands in what is cited or asked, by itself or by its other name; of English words only abbreviations are names. */
function namedIn(name: string, around: string, english: boolean): boolean {
  const low = folded(name).replace(/['’]?s$/, '');
  if (COMMON_CAPITALS.has(low) || around.includes(low)) return true;
  if (low.includes('-') && low.split('-').some((part) => part.length > 2 && around.includes(part))) return true;
  if (english && !/\p{Lu}.*\p{Lu}/u.test(name)) return true;
  return (ALSO_KNOWN.find((names) => names.includes(low)) ?? []).some((other) => around.includes(other));
}

/** Capitals of ordinary words, and English abbreviations of what the sources name in Dutch words. */
const COMMON_CAPITALS = new Set(['ik', 'i', 'kamer', 'kamerbrief', 'kamerbrieven', 'tweede', 'eerste', 'nederland', 'nederlandse', 'dutch', 'gp', 'mp', 'vat', 'gdpr', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']);

/** How often a document must say a name for that to be what it is about: its sentences leave it out ("de prestatie"). */
const SUBJECT = 10;

function isSubject(name: string, { text }: DocumentDetail): boolean {
  const bare = name.replace(/['’]s$/, '');
  return text.split(bare).length > SUBJECT;
}

/** Short and long names of the same body or law. */
const ALSO_KNOWN: readonly (readonly string[])[] = [
  ['nza', 'zorgautoriteit', 'nederlandse zorgautoriteit'],
  ['vws', 'minister', 'ministerie'],
  ['zvw', 'zorgverzekeringswet', 'zorgverzekeraar', 'zvw-'],
  ['wlz', 'wet langdurige zorg'],
  ['wmo', 'maatschappelijke ondersteuning', 'sociaal domein'],
  ['jeugdwet', 'sociaal domein'],
  ['wmg', 'marktordening'],
  ['iza', 'integraal zorgakkoord', 'zorgakkoord', 'integraal'],
  ['zpm', 'zorgprestatiemodel'],
  ['pgaz', 'bdss', 'patientengroepsgebonden', 'de prestatie', 'betaaltitel', 'beleidsregel', 'prestatiebeschrijving', 'experiment', 'sectoroverstijgende samenwerking'],
  ['o&i', 'organisatie en infrastructuur', 'o & i', 'o en i'],
  ['adz', 'algemene diensten'],
  ['sop', 'sectoroverstijgende prestatie'],
  ['dos', 'domeinoverstijgende samenwerking'],
  ['stichting', 'st. '],
  ['fms', 'federatie medisch specialisten'],
  ['dbc', 'diagnose-behandelcombinatie'],
  ['alk', 'aanhoudende lichamelijke klachten', 'solk'],
  ['zn', 'zorgverzekeraars nederland', 'verzekeraars'],
  ['ggz', 'geestelijke gezondheidszorg', 'dnlggz'],
  ['mdo', 'multidisciplinair overleg', 'multidisciplinair'],
  ['s3', 'segment 3'],
  ['ministry', 'minister', 'vws'],
];

/** "2024" in "zonder datum (vergaderjaar 2023–2024)" and the like. */
const isDateInFull = (number: string, labels: string): boolean => number.length === 4 && labels.includes(number);
