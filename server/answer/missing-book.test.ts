import { describe, expect, it } from 'vitest';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { missingData, smallMissing } from '../search/testing/small-asked.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { QueryAnalyser } from '../search/query-analyser.ts';
import { MissingBook } from './missing-book.ts';

const encoder = new FakeEncoder();
const splitter = new CompoundSplitter([]);
const analyser = new QueryAnalyser(splitter);
const KINDS = [
  smallMissing('einde', { asks: ['wanneer eindigt het experiment', 'experiment eindigt'] }),
  smallMissing('code', { slot: 'code', asks: ['prestatiecode van het overleg'], words: ['*code', 'c++'] }),
  smallMissing('geld', { asks: ['hoeveel euro'], words: ['uur*', 'tarief per patiënt'] }),
];
const book = new MissingBook(await missingData(KINDS, encoder), { splitter }, plainMaps(encoder.dimensions).measure);
const match = async (question: string, of = book) => of.match(question, (await encoder.encodeQuery(question)).vector, analyser.queryTerms(question));
const byWords = (question: string) => book.match(question, undefined, analyser.queryTerms(question));

describe('what the sources do not say', () => {
  it('is found by what the question means', async () => {
    const found = await match('het experiment eindigt');
    expect(found).toMatchObject({ kind: { id: 'einde' }, byWord: false });
    expect(found!.nearest).toBeGreaterThan(0.8);
    expect(found!.share).toBeGreaterThan(0);
  });

  it('is found by words without the encoder, and says no nearness then', () => {
    const found = byWords('hoeveel euro');
    expect(found).toMatchObject({ kind: { id: 'geld' }, byWord: false });
    expect(found!.words).toBeGreaterThan(0);
    expect(found).not.toHaveProperty('nearest');
    expect(found).not.toHaveProperty('share');
  });

  it('is told by one of its words against a nearer form', async () => {
    expect(await match('uurtarief wanneer eindigt het experiment')).toMatchObject({ kind: { id: 'geld' }, byWord: true });
  });

  it('of an empty book is nothing', async () => {
    expect(await match('wat', new MissingBook(await missingData([], encoder), { splitter }))).toBeUndefined();
  });
});

describe('a word that tells by itself', () => {
  it.each([
    ['welke code', true],
    ['de prestatiecode graag', true],
    ['Wat is de AGB-code?', true],
    ['PRESTATIECODE!', true],
    ['een decoder', false],
    ['codes', false],
    ['leer mij c++ programmeren', true],
  ])('with * before it stands for any letters before it: %s', (question, told) => expect(byWords(question)!.kind.id === 'code' && byWords(question)!.byWord).toBe(told));

  it.each([
    ['per uur', true],
    ['uurtarief', true],
    ['uren', false],
    ['het natuurgebied', false],
    ['tarief per patient', true],
    ['Tarief  per\nPatiënt', true],
    ['tarief per patiëntengroep', false],
  ])('with * behind it, or as a phrase: %s', (question, told) => expect(byWords(question)!.kind.id === 'geld' && byWords(question)!.byWord).toBe(told));
});
