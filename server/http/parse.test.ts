import { describe, expect, it } from 'vitest';
import { AllocationRequest, AskRequest, CheckRequest, FeedbackRequest, SearchRequest } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { parse } from './parse.ts';

function faultsOf(action: () => unknown): [field: string, detail: string][] {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as BadInputError).faults.map(({ field, detail }) => [field, detail]);
  }
  throw new Error('accepted');
}

describe('parse', () => {
  it('gives what the schema makes of the input', () => {
    expect(parse(SearchRequest, { query: '  meedenkadvies ', onbekend: 1 })).toEqual({ query: 'meedenkadvies', limit: 8 });
    // e + combining diaeresis
    expect(parse(AskRequest, { question: 'patie\u0308nt' })).toEqual({ question: 'patiënt' });
  });

  it.each([
    [AskRequest, {}, [['question', 'Vul een vraag in.']]],
    [AskRequest, { question: 5 }, [['question', 'Vul een vraag in. U gaf 5.']]],
    [AskRequest, { question: '   ' }, [['question', 'Vul een vraag in. U gaf "   ".']]],
    [
      AskRequest,
      { question: 'x'.repeat(1204) },
      [['question', 'Uw vraag is te lang. Gebruik hoogstens 1.000 tekens. U gaf een tekst van 1.204 tekens.']],
    ],
    [
      AskRequest,
      { question: 'x', history: [{ role: 'user', content: 'x' }, { role: 'systeem', content: null }] },
      [
        ['history[1].role', 'Kies uit: user, assistant. U gaf "systeem".'],
        ['history[1].content', 'Geef een tekst. U gaf null.'],
      ],
    ],
    [AskRequest, { question: 'x', history: {} }, [['history', 'Geef een lijst. U gaf een JSON-object.']]],
    [
      AskRequest,
      { question: 'x', history: Array.from({ length: 21 }, () => ({ role: 'user', content: 'x' })) },
      [['history', 'Stuur hoogstens 20 eerdere berichten mee. U gaf een lijst van 21.']],
    ],
    [
      AskRequest,
      { question: 'x', asOf: '31-01-2026' },
      [['asOf', 'Gebruik een datum als JJJJ-MM-DD, bijvoorbeeld 2026-01-31. U gaf "31-01-2026".']],
    ],
    [AskRequest, { question: 'x', asOf: '2026-02-30' }, [['asOf', 'Deze datum bestaat niet. U gaf "2026-02-30".']]],
    [
      SearchRequest,
      { query: '', limit: 51 },
      [
        ['query', 'Vul een zoekvraag in. U gaf "".'],
        ['limit', 'Geef een geheel getal van 1 tot en met 50. U gaf 51.'],
      ],
    ],
    [SearchRequest, { query: 'x', limit: 1.5 }, [['limit', 'Geef een geheel getal van 1 tot en met 50. U gaf 1.5.']]],
    [SearchRequest, { query: 'x', limit: '8' }, [['limit', 'Geef een geheel getal van 1 tot en met 50. U gaf "8".']]],
    [
      FeedbackRequest,
      { answerId: 'wie betaalt dit?' },
      [
        ['answerId', 'Dit is geen antwoordnummer. Gebruik het `id` van het antwoord. U gaf "wie betaalt dit?".'],
        ['verdict', 'Dit veld ontbreekt. Kies uit: goed, fout.'],
      ],
    ],
    [FeedbackRequest, { answerId: 'antwoord-1', verdict: 'matig' }, [['verdict', 'Kies uit: goed, fout. U gaf "matig".']]],
    [
      FeedbackRequest,
      { answerId: 'antwoord-1', verdict: 'goed', reason: 'x'.repeat(1001) },
      [['reason', 'Geef hoogstens 1.000 tekens. U gaf een tekst van 1.001 tekens.']],
    ],
    [CheckRequest, { facts: [] }, [['facts', 'Geef een JSON-object. U gaf een lijst van 0.']]],
    [
      AllocationRequest,
      { total: 5, domains: [{ name: ' ' }] },
      [
        ['total', 'Geef een tekst. U gaf 5.'],
        ['domains[0].name', 'Geef minstens 1 teken. U gaf " ".'],
        ['domains[0].percentage', 'Dit veld ontbreekt. Geef een tekst.'],
      ],
    ],
    [AllocationRequest, { total: '1', domains: [] }, [['domains', 'Geef minstens 1 in de lijst. U gaf een lijst van 0.']]],
  ])('names every fault: field, what is allowed, what was given (%#)', (schema, input, expected) => {
    expect(faultsOf(() => parse(schema, input))).toEqual(expected);
  });

  it('counts characters as people and JSON Schema do', () => {
    expect(parse(AskRequest, { question: '🙂'.repeat(1000) }).question).toHaveLength(2000);
    expect(faultsOf(() => parse(AskRequest, { question: '🙂'.repeat(1001) }))[0]?.[1]).toContain('U gaf een tekst van 1.001 tekens.');
  });

  it('puts all faults into the message', () => {
    expect(() => parse(SearchRequest, { query: 1, limit: 0 })).toThrow(
      'query: Vul een zoekvraag in. U gaf 1. limit: Geef een geheel getal van 1 tot en met 50. U gaf 0.',
    );
  });
});
