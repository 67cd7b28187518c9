import type { Block } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { fold } from '../text/words.ts';
import { newestSource } from './newest-source.ts';

/** What is said to the assistant itself, and asks nothing of the sources. */
export type SmallTalk = 'greeting' | 'thanks' | 'about' | 'sources' | 'recency';

const NAME = '(?:je|jij|jullie|u|deze (?:site|chat|assistent|bot|wijzer)|dit|de bekostigingswijzer|bekostigingswijzer|you|this)';
/** Folded text, whole. Dutch and English. */
const SAID: readonly (readonly [SmallTalk, RegExp])[] = [
  ['greeting', /^(?:hallo+|hoi+|hey|hai|dag|goede? ?(?:morgen|middag|avond)|hi|hello|good (?:morning|afternoon|evening)|test|testen?|moi)(?: (?:daar|allemaal|there|bekostigingswijzer|wijzer|bot))?$/],
  ['thanks', /^(?:(?:ok(?:e|ay)?|prima|top|super|fijn|mooi|goed|helder|duidelijk|perfect|great)[ ,]*)*(?:(?:heel |erg )?(?:hartelijk |veel )?(?:dank|dankje|dank je|dank u|dankjewel|dank je wel|dank u wel|bedankt|thanks|thank you|thx|merci|top|prima|helder|duidelijk|ok(?:e|ay)?))(?: (?:hoor|voor (?:je|uw|de) (?:hulp|antwoord|uitleg)|very much|a lot|voor alles))?$/],
  ['sources', new RegExp(`^(?:(?:op )?(?:welke|wat zijn (?:de|je|jullie|uw)) (?:bronnen|documenten)\\b.*(?:gebruik|${NAME}|heb|ken|baseer|zoek|doorzoek|bron|document).*|waar (?:haal|baseer|heb|komt?)\\w* ${NAME} .*(?:vandaan|op)|what sources do you (?:use|have|know)|which (?:sources|documents) .*you.*)$`)],
  ['recency', new RegExp(`^(?:hoe (?:recent|actueel|up[ -]?to[ -]?date|oud|nieuw|bijgewerkt) (?:is|zijn|ben) (?:${NAME}|(?:de|je|jullie|uw) (?:informatie|bronnen|kennis|gegevens|antwoorden|documenten)).*|(?:van wanneer|tot wanneer) (?:is|zijn|loopt|gaat|gaan) (?:de|je|jullie|uw) (?:informatie|bronnen|kennis|gegevens).*|how (?:recent|current|up to date|old) (?:is|are) (?:you|your|the|this).*)$`)],
  ['about', new RegExp(`^(?:wie (?:of wat )?(?:ben|is|zijn) ${NAME}.*|wat (?:ben|is|kan|kun|kunt|doet?|weet) ${NAME}(?: (?:eigenlijk|allemaal|precies|voor (?:mij|ons)|hier|over .{0,30}))*|waar(?:mee|bij|voor) (?:kan|kun|kunt|is) ${NAME}.*(?:helpen|voor|bedoeld|van dienst zijn)?|hoe werkt ${NAME}(?: precies| eigenlijk)?|ben (?:je|jij) (?:een )?(?:mens|robot|ai|computer|bot|chatgpt).*|who are you|what (?:are|can|do) you(?: do| know| help (?:me )?with)?|how do(?:es)? (?:you|this) work)$`)],
];

/** Which of these a message is; nothing when it asks something. */
export function smallTalkOf(message: string): SmallTalk | undefined {
  const text = fold(message).replace(/[^\p{L}\p{N} -]+/gu, ' ').replace(/\s+/g, ' ').trim();
  return SAID.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What is said back; the words are made by the renderers. */
export function remarkOf(kind: SmallTalk, documents: ReadonlyMap<string, Pick<CanonicalDocument, 'title' | 'published'>>): Block {
  const all = [...documents.values()];
  return {
    type: 'remark',
    kind,
    ...(kind === 'recency' && { newest: newestSource(all) }),
    ...(kind === 'sources' && { sources: all.map(({ title }) => title) }),
  };
}
