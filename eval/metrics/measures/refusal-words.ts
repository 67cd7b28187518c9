import type { Answer } from '../../../server/contract.ts';
import { measure, rateOf } from '../measure.ts';
import { readerText } from '../reader-text.ts';
import type { CaseResult } from '../score-case.ts';

/** The refusal says what is missing, in words of its own: the question put back does not count. */
export function namesWhatIsMissing(missing: string, { answer, question, ...rest }: Answer): boolean {
  const echo = question.trim().replace(/[?.!]+$/, '');
  const plain = readerText({ answer, question, ...rest }).plain.replace(/\s+/g, ' ');
  const own = echo === '' ? plain : plain.split(echo.replace(/\s+/g, ' ')).join(' ');
  return new RegExp(missing, 'iu').test(own);
}

const SOMEBODY = /gemeente|zorgverzekeraar|verzekeraar|\bnza\b|zorgautoriteit|zorginstituut|\bvws\b|ministerie|huisarts|behandelaar|arts|richtlijn|beroepsvereniging|zorgkantoor|brancheorganisatie|belastingdienst|juridisch|jurist|advocaat|fysiotherapeut|samenwerkingsverband|secretariaat|organisator|insurer|municipality|professional association|\bgp\b/iu;
const TURN = /\b(?:vraag|vraagt|bel|belt|mail|kijk|zie|neem contact|ga naar|wend|overleg|kunt u terecht|terecht bij|navragen|nagaan|weet|helpt|helpen|ask|contact|call|check|see|turn to)\b/iu;
const ADDRESS = /https?:\/\/|www\.|\b[\w-]+\.(?:nl|org|eu)\b|\b\d{2,4}[- ]?\d{6,}\b/iu;

/** The refusal says where the answer can be had: a body to ask, or an address. */
export function pointsToAddress(answer: Answer): boolean {
  const { plain } = readerText(answer);
  return plain.split(/(?<=[.!?])\s+|\n/).some((sentence) => ADDRESS.test(sentence) || (SOMEBODY.test(sentence) && TURN.test(sentence)));
}

const DENIES_PLACE = /\b(?:daar|hier|op die (?:pagina|plaats)|in (?:dat|dit) (?:document|stuk))\b[^.!?\n]*\bniet\b/iu;
const DENIES_ALL = /staat (?:er )?niet in (?:de|onze) bronnen|(?:de|onze) bronnen (?:zeggen|geven|noemen|bevatten)[^.!?\n]*\b(?:niets?|geen)\b|not in the sources|sources (?:do not|don't)/iu;

/** What it denies is so: no page is said to lack what may stand there, and no question that the sources answer is said to have no answer. */
export function deniesOnlyWhatIsMissing(answer: Answer, answerable: boolean): boolean {
  const { plain } = readerText(answer);
  return !DENIES_PLACE.test(plain) && !(answerable && DENIES_ALL.test(plain));
}

const refused = ({ ask: { answer } }: CaseResult): boolean => answer?.abstained === true;

export const REFUSAL_NAMES = measure({
  name: 'refusalNames',
  label: 'Weigering noemt wat ontbreekt',
  explanation: 'Deel van de terechte weigeringen dat zegt wát de bronnen niet geven.',
  show: 'percent',
  ...rateOf((result) => {
    const { case: asked, ask } = result;
    return refused(result) && asked.abstain && asked.missing !== undefined ? [namesWhatIsMissing(asked.missing, ask.answer!)] : undefined;
  }),
});

export const REFUSAL_TURNS = measure({
  name: 'refusalTurns',
  label: 'Weigering wijst de weg',
  explanation: 'Deel van de terechte weigeringen op het onderwerp dat zegt waar het antwoord wel te krijgen is.',
  show: 'percent',
  ...rateOf((result) => (refused(result) && result.case.type === 'unanswerable' ? [pointsToAddress(result.ask.answer!)] : undefined)),
});

export const REFUSAL_HONEST = measure({
  name: 'refusalHonest',
  label: 'Weigering is eerlijk',
  explanation: 'Deel van de weigeringen, ook de onterechte, dat niet ontkent wat er wel staat.',
  show: 'percent',
  ...rateOf((result) => (refused(result) ? [deniesOnlyWhatIsMissing(result.ask.answer!, !result.case.abstain)] : undefined)),
});
