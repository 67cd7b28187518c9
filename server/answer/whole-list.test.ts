import { describe, expect, it } from 'vitest';
import type { StatementCandidate } from './statement-candidate.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';
import { asksForAll, wantedList } from './whole-list.ts';

describe('asksForAll', () => {
  it.each([
    ['wat moet er allemaal in het contract', 2],
    ['noem de vier O&I prestaties', 2],
    ['lijst afspraken bijeenkomst 15 oktober 2024', 2],
    ['noem alle evaluatievragen van het experiment', 2],
    ['welke afspraken zijn er gemaakt op 15 oktober', 1],
    ['Wat is er op 17 september 2024 afgesproken?', 1],
    ['afspraken van de eerste bijeenkomst in september', 1],
    ['wat leg je vast in de overeenkomst met de verzekeraar', 1],
    ['uit welke onderdelen bestaat O&I', 1],
    ['Which questions does the evaluation answer?', 1],
    ['What was agreed on 15 October?', 1],
    ['Is er een contract nodig?', 0],
    ['Wie evalueert het experiment?', 0],
    ['ook als ik niet aan de voorwaarden voldoe?', 0],
    ['ben arts in een verpleeghuis, alles wlz', 0],
    ['praten over alle kinderen met klachten', 0],
    ['Wanneer start PGAZ?', 0],
    ['Noem een voorbeeld van een verdeling', 0],
  ])('%s: %i', (question, wants) => expect(asksForAll(question)).toBe(wants));
});

describe('wantedList', () => {
  const entryOf = (id: string, list: string[] = []): BookStatement => ({ statement: { id, list } }) as unknown as BookStatement;
  const entries = [entryOf('intro', ['een', 'twee']), entryOf('een'), entryOf('twee'), entryOf('los'), entryOf('elders', ['ver'])];
  const book = { byId: (id: string) => entries.find(({ statement }) => statement.id === id) } as unknown as StatementBook;
  const ranked = (...scores: [string, number][]) => scores.map(([id, score]) => ({ entry: book.byId(id)!, score }) as StatementCandidate);
  const wanted = (question: string, ...scores: [string, number][]) => wantedList(question, ranked(...scores), book)?.statement.id;

  it('lifts the introduction over its own items where all is asked for', () => {
    expect(wanted('noem alle afspraken', ['een', 5], ['intro', 4], ['twee', 3.5])).toBe('intro');
    expect(wanted('noem alle afspraken', ['los', 5], ['intro', 4], ['twee', 3.5])).toBe('intro');
  });

  it('leaves the order where one thing is asked for, or the list is about something else', () => {
    expect(wanted('wanneer is de afspraak', ['een', 5], ['intro', 4], ['twee', 3.5])).toBeUndefined();
    expect(wanted('noem alle afspraken', ['een', 5], ['intro', 2], ['twee', 3.5])).toBeUndefined();
    expect(wanted('noem alle afspraken', ['los', 5], ['elders', 4.9])).toBeUndefined();
    expect(wanted('noem alle afspraken', ['intro', 5], ['een', 4], ['twee', 4])).toBeUndefined();
    expect(wantedList('noem alle afspraken', [], book)).toBeUndefined();
  });

  it('wants it nearer the less clearly all is asked for', () => {
    expect(wanted('welke afspraken zijn er', ['een', 5], ['intro', 3.5], ['twee', 3.5])).toBeUndefined();
    expect(wanted('noem alle afspraken', ['een', 5], ['intro', 3.5], ['twee', 3.5])).toBe('intro');
  });
});
