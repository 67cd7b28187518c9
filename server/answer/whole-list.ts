import { fold } from '../text/words.ts';
import type { StatementCandidate } from './match-statements.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';

/** Asks for all there is of something; folded text, Dutch and English. */
const ALL: readonly RegExp[] = [
  /\b(?:allemaal|noem|opsomming|lijst(?:je)?|overzicht|rijtje|list|all(?:e)? de|alle|alles|all the|name (?:the|all)|overview)\b/,
  /\b(?:welke|wat voor|which|what) (?:[\w&-]+ ){0,3}(?:zijn er|moeten er|moeten? in|staan er|staan in|horen|gelden|are there|must be in|should be in)\b/,
  /\b(?:welke|which) (?:[\w&-]+ ){0,2}(?:afspraken|punten|actiepunten|onderwerpen|onderdelen|prestaties|voorwaarden|eisen|vragen|soorten|agreements|points|items|conditions|questions|topics)\b/,
  /\bwat (?:moet(?:en)?|hoort|horen|staat|leg|leggen|zet|zetten|spreek|spreken)\b.*\b(?:in|vast|af)\b.*\b(?:contract|overeenkomst|afspraak|afspraken)\b/,
  /\bwat (?:leg|leggen|zet|zetten|spreek|spreken) .*\b(?:vast|af)\b/,
  /\bwat (?:is|werd|wordt|zijn|spraken) .*\b(?:afgesproken|af)\b/,
  /\bwhat (?:was|is|were) .*\bagreed\b/,
  /\bwhat (?:must|should|has to|goes?) .*\b(?:in|into) (?:the|a|our) .*(?:contract|agreement)\b/,
  /\b(?:onderdelen|bestaat .* uit|uit welke|waaruit|welke soorten|soorten)\b/,
  /\b(?:de|alle|die|deze) (?:afspraken|actiepunten|voorwaarden|eisen|evaluatievragen|prestaties)\b|^(?:afspraken|actiepunten|voorwaarden|eisen|evaluatievragen) /,
  /\bwat (?:moet|wordt|rapporteert|meldt) .*\b(?:rapporte\w*|gerapporteerd|evalue\w*|geevalueerd|meld\w*)\b/,
]; // prettier-ignore

/** Does the question want all there is, rather than one thing of it? */
export const asksForAll = (question: string): boolean => ALL.some((pattern) => pattern.test(fold(question)));

/** As many of the best statements are looked at. */
const LOOKED_AT = 6;
/** As many of them must belong to one list, its introduction included. */
const LEAST_OF_LIST = 2;
/** An introduction further (log-odds) below the best statement is about something else. */
const FURTHEST = 2.5;

/** The introduction of the list that a question asks for, where its items would be said in its place. */
export function wantedList(question: string, ranked: readonly StatementCandidate[], book: StatementBook): BookStatement | undefined {
  const [best] = ranked;
  if (!best || best.entry.statement.list.length > 0 || !asksForAll(question)) return undefined;
  const near = ranked.slice(0, LOOKED_AT).map(({ entry }) => entry.statement.id);
  const lists = ranked.flatMap(({ entry, score }) => {
    const { id, list } = entry.statement;
    if (list.length === 0 || score < best.score - FURTHEST || book.byId(id) === undefined) return [];
    const members = near.filter((other) => other === id || list.includes(other)).length;
    // One that the best statement is no part of must itself be among the best.
    const fits = list.includes(best.entry.statement.id) || near.indexOf(id) >= 0;
    return fits && members >= LEAST_OF_LIST ? [{ entry, members, score }] : [];
  });
  return lists.toSorted((a, b) => b.members - a.members || b.score - a.score)[0]?.entry;
}
