import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decisionRows } from './decision-rows.ts';
import { documentRules } from './documentation.ts';
import { sourcedTextsOf } from './sourced-texts-of.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let page: string;

beforeAll(async () => {
  real = await realRules();
  page = documentRules(real.rules, real.documents);
});

describe('docs/regels.md', () => {
  it('is made from the rules as they are now (if not: npm run ingest && npm run docs:rules)', () => {
    expect(readFileSync('docs/regels.md', 'utf8')).toBe(page);
  });

  it('has a decision table for every route, with every quote', () => {
    for (const { title, conditions } of real.rules.routes) {
      expect(page).toContain(`### ${title}`);
      for (const { quotes } of conditions) {
        for (const { documentId, start, end } of quotes) {
          expect(page).toContain(real.documents.get(documentId)?.text.slice(start, end).replace(/\s+/g, ' '));
        }
      }
    }
  });

  it('says of each quote which texts rest on it', () => {
    const rows = page.slice(page.indexOf('## Waar elk citaat')).split('\n').filter((line) => line.startsWith('| “'));
    const places = sourcedTextsOf(real.rules).flatMap(({ sourced }) => sourced.quotes.map((quote) => Object.values(quote).join(' ')));
    expect(rows).toHaveLength(new Set(places).size);
    for (const { where } of sourcedTextsOf(real.rules)) expect(rows.some((row) => row.includes(where)), where).toBe(true);
  });

  it('draws the order of decisions: ten outcomes, nine questions', () => {
    const drawing = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(drawing.match(/-- ja -->/g)).toHaveLength(9);
    expect(drawing.match(/^ {2}U\d+\[/gm)).toHaveLength(10);
    expect(drawing).toContain('R9 -- nee --> U10');
  });

  it('keeps its tables whole: every row has the cells of its head', () => {
    for (const block of page.split('\n\n').filter((part) => part.startsWith('| '))) {
      const cells = block.trim().split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('the decision table of a route', () => {
  it('names facts and days, and leaves out lines that never decide', () => {
    const route = real.rules.routes.find(({ id }) => id === 'segment-3')!;
    expect(decisionRows(route, real.rules.facts)).toEqual([
      { line: 1, status: 'niet-van-toepassing', when: 'een van deze is niet voldaan:<br>`domein` is zvw<br>`onderwerp` is individu<br>`meedenkvraag` is ja' },
      { line: 5, status: 'onbekend', when: 'vanaf 1 januari 2026' },
      { line: 6, status: 'onbekend', when: 'een van deze is onbekend:<br>`domein` is zvw<br>`onderwerp` is individu<br>`meedenkvraag` is ja' },
      { line: 8, status: 'nog-niet', when: '`segment3Afspraak` is ja: is niet voldaan' },
      { line: 9, status: 'onbekend', when: '`segment3Afspraak` is ja: is onbekend' },
      { line: 10, status: 'van-toepassing', when: 'in alle andere gevallen' },
    ]);
  });

  it('shows the start and the end of PGAZ', () => {
    const route = real.rules.routes.find(({ id }) => id === 'pgaz')!;
    const rows = decisionRows(route, real.rules.facts);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.filter(({ line }) => [2, 3, 5].includes(line)).map(({ when }) => when)).toEqual([
      'de datum ligt vóór 1 mei 2024',
      'de datum ligt na 1 mei 2029',
      'de datum is 1 mei 2029 of de bronnen zwijgen als dit niet zo is: niet (`sector` is fysiotherapie en `fysioUitBasisverzekering` is nee)',
    ]);
  });
});
