import colours from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { TraceStep } from '../contract.ts';
import { printExplanation } from './print-explanation.ts';

const plain = colours.createColors(false);
const text = { documentId: 'gids', page: 3, start: 0, end: 9, text: 'De zin.', score: 1.5 };
const print = (...trace: TraceStep[]) => printExplanation(trace, plain);
const judged = (question: string, confidence: number) => ({
  question,
  answers: confidence >= 0,
  confidence,
  threshold: 0.5,
  bias: 1,
  features: [
    { name: 'asksContact', value: 1, contribution: -3.72 },
    { name: 'ietsNieuws', contribution: 0.25 },
  ],
});

describe('printExplanation', () => {
  it('says why a question was refused: the figure, the limit and what counted', () => {
    const printed = print({ step: 'judge', durationMs: 1, found: [judged('Wat is het nummer?', -2)] });
    expect(printed).toContain('Score -1,5, grens 0,5: 2 eronder, dus de vraag wordt geweigerd.');
    expect(printed).toContain('-3,72  vraagt om contactgegevens (1)');
    // A feature without a Dutch name still shows.
    expect(printed).toContain('+0,25  ietsNieuws (ontbreekt)');
  });

  it('shows what a language model wrote that nobody sees, and why it stopped or was not asked', () => {
    const printed = print({ step: 'write', durationMs: 1, model: 'klein', kept: 1, dropped: [{ text: 'Het duurt 9 jaar [1].', reason: 'number' }], failed: 'next-token' });
    expect(printed).toContain('Taalmodel klein: 1 zinnen getoond, 1 weggelaten.');
    expect(printed).toContain('getal, datum, bedrag of artikel dat niet in het citaat staat: “Het duurt 9 jaar [1].”');
    expect(printed).toContain('Het taalmodel hield op: het viel stil.');
    expect(print({ step: 'write', durationMs: 1, skipped: 'language', kept: 0, dropped: [] })).toContain('niet gevraagd: de vraag is niet in het Nederlands.');
  });

  it('shows each part of a compound question below its own words', () => {
    const printed = print({ step: 'judge', durationMs: 1, found: [judged('A en B?', 1), judged('A?', 1), judged('B?', -9)] });
    expect(printed).toMatch(/“A\?”\n {4}Score .*beantwoord\.[^]*“B\?”\n {4}Score .*geweigerd\./);
  });

  it('says which sentences were not quoted and why, and where they stand', () => {
    const printed = print({
      step: 'select',
      durationMs: 1,
      margin: 4.5,
      found: [{ question: 'x', chosen: [text], leftOut: [{ ...text, score: -5, why: 'below-margin' }, { ...text, why: 'said-already' }] }],
    });
    expect(printed).toContain('1,50  gids, p. 3: “De zin.”');
    expect(printed).toContain('-5,00  gids, p. 3: “De zin.” (te zwak)');
    expect(printed).toContain('(staat al in een citaat)');
  });

  it('says why the model took no part', () => {
    expect(print({ step: 'search', durationMs: 1, by: 'words', because: 'busy', found: [] })).toContain('Alleen op woorden: het model was te druk.');
  });

  it('says which statements answer, by which question the verdict came, and what comes near that the sources do not say', () => {
    const printed = print(
      { step: 'match', durationMs: 1, found: [{ question: 'x', best: [{ id: 'pgaz-keuze', score: 2.5, nearest: 0.9, words: 1 }] }], missing: { id: 'uurtarief', byWord: true } },
      { step: 'say', durationMs: 1, verdict: 'nee', confidence: 1.25, form: 'Mag het allebei?', statements: [{ id: 'pgaz-keuze', role: 'answer' }, { id: 'pgaz-huisarts', role: 'limit' }] },
      { step: 'suggest', durationMs: 1, suggestions: ['En dan?'] },
    );
    expect(printed).toContain('2,50  pgaz-keuze (dichtste vraag 90%)');
    expect(printed).toContain('Lijkt op wat de bronnen niet zeggen: uurtarief (aan een woord herkend)');
    expect(printed).toContain('Uitspraken: pgaz-keuze (antwoord), pgaz-huisarts (uitzondering of voorwaarde)');
    expect(printed).toContain('Nee, 1,25 boven de grens, door de vraag “Mag het allebei?”');
    expect(printed).toMatch(/Vervolgvragen .*\n {2}En dan\?/);
  });

  it('names the step that failed', () => {
    expect(print({ step: 'verify', durationMs: 1, verified: 2, withheld: 1 }, { step: 'failed', durationMs: 1, failed: 'rules', error: 'RangeError' })).toMatch(
      /2 citaten staan woord voor woord in de bron\. 1 tegengehouden\.[^]*De stap “rules” mislukte.*\n {2}Soort fout: RangeError$/,
    );
  });
});
