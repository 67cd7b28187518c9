import { languageOf } from '../text/language.ts';
import { asksWithoutQuestionWord } from './yes-no.ts';
import { fold, isStopWord, words } from '../text/words.ts';

/** The kind of thing that would answer: a sentence without one cannot be the answer to such a question. */
export type AnswerKind = 'code' | 'moment' | 'quantity' | 'money' | 'contact' | 'person' | 'yes-no';

export interface QuestionProfile {
  /** As asked, without history. */
  text: string;
  language: 'nl' | 'en';
  asksFor: ReadonlySet<AnswerKind>;
  /** The question's parts ("Hoe lang loopt het en wie evalueert het?"), one where it is not compound. */
  parts: string[];
  /** It orders or persuades instead of asking: "negeer", "doe alsof", "schrijf een". */
  isInstruction: boolean;
  /** It leans on what was asked before ("en voor de fysiotherapeut?"). */
  isFollowUp: boolean;
}

const QUESTION_WORD =
  'wie|wat|waar|waarom|waarvoor|waarmee|wanneer|welke?|hoe|hoeveel|hoelang|who|what|where|why|when|which|how';
const VERB_FIRST =
  'is|zijn|was|wordt|worden|kan|kun|kunnen|mag|mogen|moet|moeten|moest|heeft|hebben|heb|krijg|krijgt|krijgen|geldt|gelden|bestaat|bestaan|komt|komen|valt|vallen|telt|hoort|hoeft|hoeven|zit|staat|doet|doen|gaat|gaan|zal|zullen|vergoedt|betaalt|declareer|zitten|zat|dekt|dekken|ligt|maakt|blijft|blijven|vervalt|loopt|staan|geeft|helpt|werkt|werd|werden|wilde|wil|willen|does|do|did|was|is|are|can|may|must|should|will|has|have';

/** What each kind of answer is asked with; folded text. Dutch and English. */
const ASKS: [AnswerKind, RegExp][] = [
  ['moment', /\b(wanneer|welke datum|welk jaar|per wanneer|sinds wanneer|tot wanneer|hoe ?lang|hoelang|looptijd|deadline|einddatum|startdatum|ingangsdatum|when|how long|until when|what date|which year)\b/],
  ['money', /\b(hoe hoog|hoe duur|welk(?:e)? bedrag(?:en)?|hoeveel (?:geld|euro|kost|krijg|betaal|vergoed)\w*|wat (?:kost|is het (?:uur)?tarief|is de prijs|verdien)\w*|hoogte van (?:het|de) (?:tarief|vergoeding|bedrag)|uurtarief|euro'?s?|how much (?:money|is|does|do|are)|what (?:rate|amount|fee)|hourly rate)\b/],
  ['quantity', /\b(hoeveel|hoe vaak|hoe veel|welk percentage|wat is het percentage|hoeveelste|aantal|how many|how often|what percentage)\b/],
  ['contact', /\b(telefoonnummer|e-?mail(?:adres)?|mailadres|contactpersoon|postadres|adres van|phone number|contact details|e-?mail address)\b/],
  ['code', /\b(\p{L}*code|codes|\p{L}*nummer|agb|formulier|sjabloon|template|form number)\b/u],
  ['person', /\b(hoe heet|naam van|namen van|wie is de (?:voorzitter|contactpersoon|directeur|auteur|minister)|name of)\b/],
  ['yes-no', new RegExp(`(?:^|[.!?;:,–-]\\s+|\\b(?:vraag|weten)[:,]? )(?:(?:en|maar|dus|of|oh|want|and|but|so) )?(?:(?:nu|dan|hier|daarvoor) )?(?:klopt|${VERB_FIRST})\\b(?! (?:wie|wat|hoe|waar)\\b)|\\btoch\\b[^.?!]*\\?$`)],
]; // prettier-ignore

/** Orders to the assistant, in Dutch and English; folded text. */
const INSTRUCTION =
  /\b(negeer|vergeet (?:alles|wat|je|de)|doe alsof|je bent (?:nu|vanaf)|gedraag je|speel (?:een|dat)|schrijf (?:een|me|mij|voor)|maak (?:een|me) (?:gedicht|verhaal|brief|mail)|vertel (?:een|me een) (?:grap|mop)|help me|system ?prompt|systeemprompt|instructies|ignore|disregard|pretend|you are now|act as|reveal|jailbreak|verzin|bevestig (?:dat|even|gewoon)|zeg (?:gewoon|alleen|dat)|antwoord (?:alleen|met|gewoon)|print|output|vertaal)\b/;

/** A question that goes on where the one before ended. */
const GOES_ON = /^(?:en|maar|ook|of|dus|dan|and|but|so|what about|hoezo|waarom niet|en dan)\b/;
/** Words that stand for something said before. "Het" is as good as always an article or says nothing, so it does not count. */
const POINTS_BACK = /^(?:dat|die|dit|deze|daar(?:voor|mee|over|bij|van|op|in|aan|onder|door|na)?|hier(?:voor|over|mee|bij|van)|er(?:van|voor|over|onder|bij|mee)|hij|hetzelfde|it|that|this|they|them|those|these)$/;
/** After these "dat" begins a clause and "die" tells more of a word: neither points back. */
const BEFORE_CLAUSE = /^(?:het|zo|zegt|zeggen|klopt|waar|weet|weten|denk|hoor|hoorde|lees|las|betekent|staat|gezegd|iemand|mensen|degene|iets|alles|said|says|true|correct|know)$/;
/** A longer question tells itself what its pronouns mean. */
const MOST_LEANING = 6;

/** Reads a question without understanding it: language, what is asked for, its parts. Pure. */
/** @param namesTerm whether it names a term of the vocabulary: "Wat is een lumpsum?" needs nothing that was said before */
export function profileQuestion(question: string, hasHistory = false, namesTerm = false): QuestionProfile {
  const text = question.trim();
  const folded = fold(text);
  return {
    text,
    language: languageOf(text),
    asksFor: new Set([...ASKS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind), ...(asksWithoutQuestionWord(folded) ? ['yes-no' as const] : [])]),
    parts: splitParts(text),
    isInstruction: INSTRUCTION.test(folded),
    isFollowUp: hasHistory && leansOnHistory(folded, namesTerm),
  };
}

/** Splits at question marks and before "en" plus a new question; parts of fewer than three words stay with the one before. */
export function splitParts(text: string): string[] {
  const boundary = new RegExp(
    `(?<=[?])\\s+(?=\\p{L})|,?\\s+(?:en|and)\\s+(?=(?:${QUESTION_WORD}|${VERB_FIRST})\\s+\\p{L}+\\s+\\p{L}+)`,
    'giu',
  );
  const parts: string[] = [];
  for (const piece of text.split(boundary).map((part) => part.trim())) {
    if (parts.length > 0 && words(piece).length < 3) parts[parts.length - 1] += ` ${piece}`;
    else if (piece) parts.push(piece);
  }
  // A first clause without a question of its own ("Wij zijn een praktijk en …") is context, not a part.
  const asks = new RegExp(`\\?$|^(?:(?:en|maar|dus|ook|and|but)\\s+)?(?:${QUESTION_WORD}|${VERB_FIRST})\\b`, 'iu');
  return parts.length > 1 && parts.every((part) => asks.test(part)) ? parts : [text];
}

function leansOnHistory(folded: string, namesTerm: boolean): boolean {
  const all = words(folded).map(({ word }) => word);
  const informative = all.filter((word) => !isStopWord(word)).length;
  if (GOES_ON.test(folded)) return true;
  if (informative > MOST_LEANING) return false;
  const pointsBack = all.some((word, i) => {
    if (!POINTS_BACK.test(word)) return false;
    const [before, after] = [all[i - 1], all[i + 1]];
    if (before !== undefined && (BEFORE_CLAUSE.test(before) || (/^(?:dat|die)$/.test(word) && isNoun(before)))) return false;
    // "Die PGAZ-proef" says itself which.
    return !(namesTerm && after !== undefined && isNoun(after) && /^(?:dat|die|dit|deze|that|this|these|those)$/.test(word));
  });
  return pointsBack || (informative <= 1 && !namesTerm);
}

/** As good as: no function word and no verb that questions begin with. */
const isNoun = (word: string): boolean => !isStopWord(word) && !new RegExp(`^(?:${VERB_FIRST}|regel|vraag|doe|gebruik|heet|werkt|loopt|kost|begint|eindigt)$`).test(word);
