/** Greetings, thanks and detours around a question, in Dutch and English: they say nothing of what is asked. */
const DETOURS: readonly RegExp[] = [
  /^(?:hallo|hoi|hey|goede? ?(?:morgen|middag|avond)|dag|beste(?: \p{L}+)?|geachte(?: \p{L}+){1,3}|hi|hello|dear(?: \p{L}+)?)(?: (?:allemaal|daar|there))?\s*[,!.–-]+\s*/iu,
  /(?:^|(?<=[.!?,]\s))(?:kun(?:t)? (?:u|je|jullie) (?:mij|me|ons) (?:misschien |even |alsjeblieft |alstublieft )?(?:vertellen|zeggen|uitleggen|helpen met|laten weten)|(?:ik|wij|we) (?:zou(?:den)? (?:heel )?graag (?:willen )?weten|wil(?:len)? graag weten|vra(?:ag|gen) (?:me|mij|ons) af|had(?:den)? een vraag(?:je)?|heb(?:ben)? een vraag(?:je)?|ben benieuwd)|(?:weet|weten) (?:u|je|jij|jullie|iemand)(?: misschien| toevallig)?|mag ik (?:u |je )?(?:iets )?vragen|(?:could|can) you (?:please )?(?:tell|explain to) me|i (?:would like|want) to know|i was wondering)\s*[,:]?\s*/giu,
  /[,.!]?\s*(?:alvast |bij voorbaat )?(?:hartelijk |heel erg |veel )?(?:bedankt|dank(?: ?je| ?u)?(?: ?wel)?|mvg|met vriendelijke groet(?:en)?|groet(?:jes|en)?|alvast|thanks(?: in advance)?|thank you)\s*[.!]*\s*$/iu,
  /\b(?:alstublieft|alsjeblieft|aub|svp|graag even|please)\b,?\s*/giu,
];

/** A question without politeness; the question as it is where nothing would be left. */
export function withoutPoliteness(question: string): string {
  const bare = DETOURS.reduce((text, detour) => text.replace(detour, ' ').trim(), question).replace(/\s+/g, ' ').trim();
  return /\p{L}{2}/u.test(bare) ? bare : question;
}
