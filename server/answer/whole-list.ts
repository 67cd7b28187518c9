import { fold } from '../text/words.ts';
import type { StatementCandidate } from './statement-candidate.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';

/** Things that lists are made of. */
const THINGS = 'afspraken|actiepunten|punten|onderwerpen|onderdelen|prestaties|voorwaarden|eisen|\\w*vragen|soorten|contractonderwerpen|agreements|points|items|conditions|questions|topics|services|action points';

/** Says in so many words that all is wanted; folded text, Dutch and English. */
const ALL = new RegExp(`\\b(?:allemaal|noem (?!een\\b)|opsomming|lijst(?:je)?|overzicht|rijtje|alle (?:${THINGS})|all (?:the )?(?:${THINGS})|list (?:of|all|the)|name (?:the|all)|overview)\\b`);
/** Asks in the plural, or for what a whole holds. */
const SEVERAL: readonly RegExp[] = [
  new RegExp(`\\b(?:welke|wat voor|which) (?:[\\w&-]+ ){0,2}(?:${THINGS})\\b`),
  new RegExp(`^(?:de )?(?:${THINGS}) `),
  /\b(?:uit welke|waaruit bestaat|waar bestaat .* uit|wat valt (?:er )?onder)\b/,
  /\bwat (?:moet|moeten|hoort|horen|staat|komt) (?:er )?(?:\w+ ){0,2}in (?:het|de|een|ons|onze) (?:[\w&-]+ )?(?:contract|overeenkomst)/,
  /\bwat (?:leg|leggen|leg je|zet|zetten|spreek|spreken) .*\b(?:vast|af) .*\b(?:contract|overeenkomst)/,
  /\bwat (?:is|werd|hebben|spraken) .*\b(?:afgesproken|spraken .* af)\b/,
  /\bwat (?:moet|rapporteert|meldt) .*(?:rapporteer|rapportage|jaarlijks|elk jaar)/,
  /\bwhat (?:was|is|were) agreed\b|\bwhat (?:must|should|has to|goes) .*\bin (?:the|a|our) .*(?:contract|agreement)/,
];

/** 2 for a question that wants all there is, 1 for one that seems to, 0 for one that asks for one thing. */
export function asksForAll(question: string): 0 | 1 | 2 {
  const text = fold(question);
  if (ALL.test(text)) return 2;
  return SEVERAL.some((pattern) => pattern.test(text)) ? 1 : 0;
}

/** As many of the best statements are looked at. */
const LOOKED_AT = 8;
/** As many of them must belong to one list, its introduction included. */
const LEAST_OF_LIST = 2;
/** How far (log-odds) the introduction may lie below the best statement, by how clearly all is asked for. */
const FURTHEST = { 1: 1.4, 2: 1.7 } as const;
/** Steps are listed for who asks how, or in which order. */
const STEPS = /\b(?:stap|stappen|stappenplan|volgorde|hoe|step|steps|how)\b/;

/** The introduction of the list that a question asks for, where one of its items or something beside it would be said in its place. */
export function wantedList(question: string, ranked: readonly StatementCandidate[], book: StatementBook): BookStatement | undefined {
  const [best] = ranked;
  const wants = asksForAll(question);
  if (!best || wants === 0 || best.entry.statement.list.length > 0) return undefined;
  const near = ranked.slice(0, LOOKED_AT);
  return near.find(({ entry, score }) => {
    const { list } = entry.statement;
    if (list.length === 0 || score < best.score - FURTHEST[wants] || (entry.statement.slot === 'stappen' && !STEPS.test(fold(question)))) return false;
    const items = list.flatMap((id) => book.byId(id) ?? []);
    return near.filter((other) => other.entry === entry || items.includes(other.entry)).length >= LEAST_OF_LIST;
  })?.entry;
}
