import { languageOf } from '../../server/text/language.ts';
import { pick, type Random } from '../statistics/random.ts';

const POLITE = {
  nl: [
    ['Goedemiddag, ik ben hier nieuw en hoop dat u mij kunt helpen. ', ' Alvast hartelijk dank voor uw antwoord!'],
    ['Beste collega, een korte vraag tussendoor. ', ' Met vriendelijke groet'],
    ['Hallo! Sorry als dit al eerder is gevraagd, maar ik kom er niet uit. ', ' Ik hoor het graag.'],
  ],
  en: [
    ['Good afternoon, I am new here and hope you can help me. ', ' Thank you very much in advance!'],
    ['Hi! Sorry if this has been asked before, but I cannot work it out. ', ' I look forward to your answer.'],
  ],
} as const;

/** The same question between courtesies. */
export function politely(text: string, random: Random): string {
  const [before, after] = pick<readonly [string, string]>(random, POLITE[languageOf(text)]);
  return before + text + after;
}

const QUESTION_WORDS =
  /(?<!\p{L})(?:wie|wat|waar|waarom|waarvoor|waarmee|wanneer|welke?|hoe|hoeveel|hoelang|is|zijn|wordt|worden|kan|kun|kunnen|mag|mogen|moet|moeten|de|het|een|er|ik|we|wij|je|u|who|what|where|why|when|which|how|is|are|can|may|must|does|do|the|an?)(?!\p{L})/giu;

/** Telegram style: question words, auxiliaries and articles left out. */
export function withoutQuestionWords(text: string): string | undefined {
  const result = text.replace(QUESTION_WORDS, ' ').replace(/[?!.]+(?=\s|$)/g, ' ').replace(/\s+([,;:])/g, '$1').replace(/\s+/g, ' ').trim();
  return result === text || (result.match(/\p{L}{3,}/gu) ?? []).length < 2 ? undefined : result;
}

/** As typed on a telephone: no capitals, no punctuation at the end. */
export function inLowerCase(text: string): string | undefined {
  const result = text.toLowerCase().replace(/[?!.]+$/, '');
  return result === text ? undefined : result;
}

export function withoutDiacritics(text: string): string | undefined {
  const result = text.normalize('NFD').replace(/\p{M}/gu, '');
  return result === text.normalize('NFC') ? undefined : result;
}
