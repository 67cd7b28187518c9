import { describe, expect, it } from 'vitest';
import { conflate } from './conflate.ts';

describe('conflate', () => {
  it.each([
    ['huisarts', 'huisartsen'],
    ['declaratie', 'declaraties'],
    ['declareren', 'declareert'],
    ['declareren', 'gedeclareerd'],
    ['contracteren', 'gecontracteerd'],
    ['evalueren', 'geevalueerd'],
    ['betalen', 'betaalt'],
    ['betaling', 'betaald'],
    ['gemeente', 'gemeentes'],
    ['gemeente', 'gemeenten'],
    ['verzekeraar', 'verzekeraars'],
    ['patient', 'patienten'],
    ['client', 'clienten'],
  ])('%s and %s are one word', (a, b) => expect(conflate(a)).toBe(conflate(b)));

  it.each([
    ['beschikking', 'beschikbaar'],
    ['belasting', 'belastbaarheid'],
    ['meten', 'met'],
    ['overheid', 'over'],
    ['aanspraak', 'aansprakelijkheid'],
    ['verzekeraar', 'verzekerde'],
  ])('%s and %s are two words', (a, b) => expect(conflate(a)).not.toBe(conflate(b)));
});
