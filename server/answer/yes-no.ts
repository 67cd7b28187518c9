/** Words with which what is asked for is no yes or no; folded text, Dutch and English. */
const QUESTION_WORD = /^(?:wie|wiens|wat|waar(?:om|voor|mee|in|op|aan|van|bij|over|door|naar|toe|uit)?|wanneer|welke?|hoe(?:veel|lang|zo|verre)?|who|whose|what|where|why|when|which|how)$/u;
/** After so many words, and no comma, a question word begins a clause: "Stelt de NZa vast hoeveel …?" */
const WITHIN_CLAUSE = 3;
/** With fewer words, "en de gemeente?" asks on after something else. */
const FEWEST_WORDS = 4;
/** What a sentence without a question mark begins with when it asks nothing: it tells, gives a reason or a place, or orders. */
const TELLS = /^(?:als|omdat|dat|toen|zodat|want|voor|over|bij|van|met|in|op|aan|uit|om|naar|tot|per|tegen|tussen|onder|na|volgens|binnen|buiten|zonder|en|of|maar|ook|dan|nu|hier|daar|zo|dus|alle|geen|veel|sinds|mits|tenzij|hoewel|terwijl|ik|wij|we|je|jij|u|ze|zij|hij|het|er|de|een|dit|die|mijn|onze|ons|leg|geef|vertel|noem|zeg|toon|laat|kies|zoek|denk|graag|bedankt|dank|sorry|uitleg|beste|hallo)\b/;
/** A word and then who or what does it: "houdt de NZa", "werken we". */
const VERB_FIRST = /^(?:(?:en|maar|dus|and|but|so) )?(\p{L}{3,}) (?:we|wij|ik|je|jij|u|ze|zij|hij|het|er|de|een|dat|die|mijn|onze|ons|sommige|alle|jullie)\b/u;

/**
 * A Dutch question without a question word is answered with yes or no ("Dekt het tarief die tijd?"), and so is a sentence that
 * begins with its verb. @param text folded
 */
export function asksWithoutQuestionWord(text: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const asking = sentences.filter((sentence) => /\?\s*$/.test(sentence));
  if (asking.length > 0) return asking.some((sentence) => isWithoutQuestionWord(sentence));
  const last = sentences.at(-1)!;
  const verb = VERB_FIRST.exec(last)?.[1];
  return verb !== undefined && !TELLS.test(verb) && isWithoutQuestionWord(last);
}

function isWithoutQuestionWord(sentence: string): boolean {
  const [first = '', ...rest] = sentence.replace(/[?!.]+\s*$/, '').split(/\s+/);
  const all = /^(?:en|maar|dus|of|and|but|so)$/.test(first) ? rest : [first, ...rest];
  const beginsWithVerb = !TELLS.test(all[0] ?? '');
  return (
    all.length >= FEWEST_WORDS &&
    !all.some((word, i) => QUESTION_WORD.test(word.replace(/[^\p{L}]/gu, '')) && (i < WITHIN_CLAUSE || !beginsWithVerb || /[,;:]$/.test(all[i - 1] ?? '')))
  );
}
