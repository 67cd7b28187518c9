import { beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVocabulary } from '../corpus/vocabulary.ts';
import { PROJECT_DIR } from '../project-dir.ts';
import { createRouteIndex } from '../rules/question-reader.ts';
import { asksDifference, comparedDocuments, comparedRoutes, type NamedPlace } from './compared.ts';

/** The names as the real vocabulary finds them. */
let named: (question: string) => NamedPlace[];
beforeAll(() => {
  const index = createRouteIndex(readVocabulary(readFileSync(join(PROJECT_DIR, 'corpus', 'vocabulary.yaml'), 'utf8')));
  named = (question) => index.find(question).map(({ values, start, end }) => ({ ids: values, start, end }));
});
const compared = (question: string): string => comparedRoutes(question, named(question)).join(' ');

describe('comparedRoutes', () => {
  it.each([
    ['Wat is het verschil tussen SOP en PGAZ?', 'sop pgaz'],
    ['verschil tussen SOP en PGAZ', 'sop pgaz'],
    ['O&I of PGAZ?', 'oi pgaz'],
    ['PGAZ of toch O&I?', 'pgaz oi'],
    ['sop of pgaz, wat is het verschil', 'sop pgaz'],
    ['PGAZ vs O&I', 'pgaz oi'],
    ['PGAZ vs. O&I', 'pgaz oi'],
    ['pgaz versus adz', 'pgaz adz'],
    ['PGAZ/O&I verschil', 'pgaz oi'],
    ['waarin verschillen ADZ en O&I', 'adz oi'],
    ['Waarin verschilt een SOP eigenlijk van PGAZ?', 'sop pgaz'],
    ['Is SOP hetzelfde als PGAZ?', 'sop pgaz'],
    ['Is een SOP iets anders dan de PGAZ?', 'sop pgaz'],
    ['Wat is het onderscheid tussen het meedenkadvies en segment 3?', 'meedenkadvies segment-3'],
    ['Vergelijk PGAZ met O&I', 'pgaz oi'],
    ['Kun je PGAZ, O&I en ADZ vergelijken?', 'pgaz oi adz'],
    ['Wat is het verschil tussen PGAZ en O&I voor een fysiotherapeut?', 'pgaz oi'],
    ['Wat is beter voor ons, PGAZ of O&I?', 'pgaz oi'],
    ['Welke kies ik: PGAZ of O&I?', 'pgaz oi'],
    ['Wanneer gebruik je PGAZ en wanneer O&I?', 'pgaz oi'],
    ['What is the difference between PGAZ and O&I?', 'pgaz oi'],
    ['How does SOP differ from PGAZ?', 'sop pgaz'],
    ['PGAZ or O&I?', 'pgaz oi'],
    ['Compare ADZ with SOP', 'adz sop'],
    ['Wat is PGAZ? en wat is het verschil met O&I', 'pgaz oi'],
    ['verschil tussen het zorgprestatiemodel en PGAZ', 'zpm-indirecte-tijd pgaz'],
  ])('%s', (question, ids) => expect(compared(question)).toBe(ids));

  it.each([
    'Mogen we O&I en PGAZ tegelijk gebruiken?',
    'SOP en PGAZ, wie betaalt?',
    'PGAZ en O&I?',
    'Moet ik kiezen tussen PGAZ en O&I?',
    'Wij zijn een clubje zonder huisartsen. Moeten wij dan ook kiezen tussen pgaz en O&I?',
    'In ons dorp praten fysio, maatschappelijk werk en gemeente over hoe het voor de groep beter kan. Wie betaalt?',
    'Kan een fysiotherapeut via PGAZ of O&I worden betaald?',
    'Wordt de gemeente of de verzekeraar betaald uit PGAZ?',
    'Verschilt PGAZ per regio?',
    'Hoe werkt PGAZ met verschillende sectoren en de gemeente?',
    'Verschilt het contract voor PGAZ als de gemeente meedoet?',
    'Wat is het verschil tussen een lumpsum en een vrij tarief?',
    'Wat is PGAZ?',
    'Hoe declareer ik O&I naast PGAZ?',
    'Betaalt de gemeente mee aan PGAZ of aan O&I als huisartsen meedoen?',
    'Wat is het verschil tussen de Wmo en de Jeugdwet?',
    'Is er voor ADZ of SOP een contract nodig?',
    'vergelijk PGAZ, O&I, ADZ en SOP',
  ])('compares nothing in: %s', (question) => expect(compared(question)).toBe(''));

  it('reads what a word means that names several routes', () => {
    expect(comparedRoutes('verschil indirecte tijd en PGAZ', [{ ids: ['zpm', 'regulier'], start: 9, end: 23 }, { ids: ['pgaz'], start: 27, end: 31 }])).toEqual(['zpm', 'regulier', 'pgaz']);
    expect(comparedRoutes('verschil indirecte tijd', [{ ids: ['zpm', 'regulier'], start: 9, end: 23 }])).toEqual([]);
  });

  it('tells whether a question asks for a difference at all', () => {
    expect(asksDifference('en wat is het verschil met O&I?')).toBe(true);
    expect(asksDifference('en met verschillende sectoren?')).toBe(false);
  });
});

describe('comparedDocuments', () => {
  const places = (question: string): NamedPlace[] =>
    ['kamerbrief', 'aanwijzing', 'handleiding'].flatMap((id) => {
      const start = question.toLowerCase().indexOf(id);
      return start < 0 ? [] : [{ ids: [id], start, end: start + id.length }];
    });
  const documents = (question: string): string => comparedDocuments(question, places(question)).join(' ');

  it.each([
    ['Wat is er veranderd tussen de Kamerbrief en de aanwijzing?', 'kamerbrief aanwijzing'],
    ['verschil handleiding en aanwijzing', 'handleiding aanwijzing'],
    ['Wijkt de aanwijzing af van de Kamerbrief? Wat is er anders?', 'aanwijzing kamerbrief'],
    ['What changed between the Kamerbrief and the aanwijzing?', 'kamerbrief aanwijzing'],
    ['Wat is er veranderd sinds de Kamerbrief?', 'kamerbrief'],
  ])('%s', (question, ids) => expect(documents(question)).toBe(ids));

  it.each(['Wat staat er in de handleiding en de aanwijzing over lumpsum?', 'Wat zegt de Kamerbrief?', 'Wat is er veranderd in de aanwijzing?', 'Staat het in de aanwijzing of de handleiding?'])('compares nothing in: %s', (question) => expect(documents(question)).toBe(''));
});
