import { describe, expect, test } from 'vitest';
import { CaseFileError, parseCases, resolveCases } from './load-cases.ts';

const texts = new Map([['bron', 'Het experi-\nment eindigt op 1 mei 2029.¹ Daarna is er niets.']]);

const yaml = (change: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    id: 'tune-a-01',
    question: '"Wanneer eindigt het?"',
    type: 'fact',
    group: 'policy',
    topic: 'a',
    evidence: '[{ anyOf: [{ documentId: bron, quote: "Het experiment eindigt op 1 mei 2029." }] }]',
    keyFacts: '[{ pattern: "1 mei 2029", vital: true }]',
    routes: '[pgaz]',
    abstain: 'false',
    ...change,
  };
  return `- ${Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`).join('\n  ')}\n`;
};

const load = (...files: [file: string, yaml: string][]) => resolveCases(files.map(([file, text]) => ({ file, ...parseCases(text, file) })), texts);

function faultsOf(...files: [file: string, yaml: string][]): string {
  try {
    load(...files);
  } catch (error) {
    expect(error).toBeInstanceOf(CaseFileError);
    return (error as Error).message;
  }
  throw new Error('expected the cases to be refused');
}

test('finds quotes whatever happened at line breaks', () => {
  const [one] = load(['tune-a.yaml', yaml()]);
  expect(one?.evidence[0]?.anyOf[0]?.places).toEqual([{ start: 0, end: 39 }]);
  expect(texts.get('bron')!.slice(0, 39)).toBe('Het experi-\nment eindigt op 1 mei 2029.');
  expect(one).toMatchObject({ split: 'tune', file: 'tune-a.yaml', history: [] });
});

describe('refuses, with file, line and what to do', () => {
  test('a quote that is not in the document', () => {
    expect(faultsOf(['tune-a.yaml', yaml({ evidence: '[{ anyOf: [{ documentId: bron, quote: "op 1 mei 2030" }] }]' })])).toContain(
      'tune-a.yaml, regel 1 (tune-a-01): dit citaat staat niet in bron: "op 1 mei 2030". Neem het letterlijk over uit de bron.',
    );
  });

  test('a quote without words', () => {
    expect(faultsOf(['tune-a.yaml', yaml({ evidence: '[{ anyOf: [{ documentId: bron, quote: "- -" }] }]' })])).toContain('staat niet in bron');
  });

  test('an unknown document', () => {
    expect(faultsOf(['tune-a.yaml', yaml({ evidence: '[{ anyOf: [{ documentId: wet, quote: "x" }] }]' })])).toContain('het document "wet" bestaat niet. Kies uit: bron.');
  });

  test('broken YAML, and still checks the other files', () => {
    const message = faultsOf(['tune-a.yaml', '- id: "x\n  question: ['], ['tune-b.yaml', yaml({ type: 'raadsel' })]);
    expect(message).toMatch(/tune-a\.yaml, regel \d+: dit is geen geldige YAML/);
    expect(message).toContain("tune-b.yaml, regel 3 (tune-a-01): Kies voor 'type' één van: fact, condition");
  });

  test('something that is no list, and an entry that is no case', () => {
    expect(faultsOf(['tune-a.yaml', 'vraag: wat'])).toContain('verwacht een lijst van vragen');
    expect(faultsOf(['tune-a.yaml', '- wat is dit'])).toContain('verwacht een vraag met velden');
  });

  test('an id twice', () => {
    expect(faultsOf(['tune-a.yaml', yaml()], ['tune-b.yaml', yaml()])).toContain('tune-b.yaml, regel 1 (tune-a-01): dit id staat ook in tune-a.yaml, regel 1.');
  });

  test('a case of the frozen half in a file of the other', () => {
    expect(faultsOf(['tune-a.yaml', yaml({ id: 'test-a-01' })])).toContain('hoort in een bestand dat met test- begint');
  });

  test.each([
    ['a misspelt field', { abstein: 'true' }, 'onbekend veld "abstein"'],
    ['a pattern that is no expression', { keyFacts: '[{ pattern: "(", vital: true }]' }, 'geen geldige reguliere expressie'],
    ['an abstention with evidence', { abstain: 'true', why: 'x', keyFacts: '[]' }, "Bij 'abstain: true' hoort geen bewijs"],
    ['an abstention without a reason', { abstain: 'true', evidence: '[]', keyFacts: '[]' }, "Schrijf bij 'why'"],
    ['an answer without evidence', { evidence: '[]' }, 'Geef ten minste één bewijs'],
    ['a follow-up without history', { type: 'follow-up' }, "heeft 'history' nodig"],
    ['a question that is too long', { question: `"${'x'.repeat(1001)}"` }, 'langer dan 1.000 tekens'],
    ['an unknown route', { routes: '[gratis]' }, "Kies voor 'routes' één van: pgaz"],
    ['a missing question', { question: '' }, "Vul 'question' in als tekst."],
  ])('%s', (_, change, message) => {
    expect(faultsOf(['tune-a.yaml', yaml(change)])).toContain(message);
  });
});
