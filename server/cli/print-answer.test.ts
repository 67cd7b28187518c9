import colours from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../contract.ts';
import { renderMarkdown } from './markdown.ts';
import { printAnswer } from './print-answer.ts';

const plain = colours.createColors(false);
const coloured = colours.createColors(true);
const citation: Citation = {
  n: 1,
  documentId: 'handleiding',
  title: 'Handleiding PGAZ',
  publisher: 'NZa',
  published: '2024-07',
  status: 'handreiking',
  page: 4,
  section: '4 Hoe te gebruiken? › Contractvereiste',
  quote: 'De verzekeraar betaalt.',
  start: 0,
  end: 23,
  documentSha256: 'a',
  href: '/bronnen/handleiding',
};
const answer: Answer = {
  id: 'x',
  question: 'Wie betaalt?',
  answer: 'Volgens de handleiding (juli 2024): “De verzekeraar betaalt.” [1]',
  citations: [citation],
  outcome: 'beantwoord',
  abstained: false,
  mode: 'extractief',
  routes: [],
  notices: ['Let op: een bron spreekt hier van een voornemen.', 'Deze bron is van juli 2024.'],
};

describe('printAnswer', () => {
  it('says of a source that it holds no more', () => {
    const ended = { ...answer, citations: [{ ...citation, supersededOn: '2015' }] };
    expect(printAnswer(ended, 120, plain)).toContain('Contractvereiste (handreiking, geldt niet meer sinds 2015)');
  });

  it('shows the answer, where each quote stands, and the notices', () => {
    expect(printAnswer(answer, 80, plain)).toBe(
      [
        'Volgens de handleiding (juli 2024): “De verzekeraar betaalt.” [1]',
        '',
        'Bronnen',
        '[1] Handleiding PGAZ, pagina 4, 4 Hoe te gebruiken? › Contractvereiste',
        '(handreiking)',
        '',
        'Let op',
        '• Een bron spreekt hier van een voornemen.',
        '• Deze bron is van juli 2024.',
        '',
        'Een computer maakt het antwoord. Lees de bron voordat u een besluit neemt.',
      ].join('\n'),
    );
  });

  it('leaves out what there is not', () => {
    const printed = printAnswer({ ...answer, citations: [], notices: [] }, 80, plain);
    expect(printed).not.toMatch(/Bronnen|Let op/);
  });
});

describe('renderMarkdown', () => {
  it('colours quotes and markers, each run once', () => {
    expect(renderMarkdown('Volgens hem: “De zin loopt.” [1]', 80, coloured)).toBe(`Volgens hem: ${coloured.cyan('“De zin loopt.”')} ${coloured.yellow('[1]')}`);
  });

  it('colours a quote with quotation marks in it to its end', () => {
    expect(renderMarkdown('Zo: “Het heet “groep” hier.” [2]', 80, coloured)).toBe(`Zo: ${coloured.cyan('“Het heet “groep” hier.”')} ${coloured.yellow('[2]')}`);
  });

  it('colours every line of a quote that is wrapped', () => {
    const lines = renderMarkdown('Zo: “een twee drie vier vijf” [1]', 14, coloured).split('\n');
    expect(lines).toEqual([`Zo: ${coloured.cyan('“een twee')}`, coloured.cyan('drie vier'), `${coloured.cyan('vijf”')} ${coloured.yellow('[1]')}`]);
  });

  it('indents a quoted list, and keeps its bullets', () => {
    expect(renderMarkdown('Volgens hem:\n\n> Partijen doen:  \n> \\- een ding  \n> • nog een ding [1]', 80, plain)).toBe(
      'Volgens hem:\n\n    Partijen doen:\n    - een ding\n    • nog een ding [1]',
    );
  });

  it('shows escaped characters as they are, emphasis bold, links with their address', () => {
    expect(renderMarkdown('“a\\_b \\[x\\] 1\\. c” [1]', 80, plain)).toBe('“a_b [x] 1. c” [1]');
    expect(renderMarkdown('**PGAZ**: ja. [Naar de check](/check#a=b)', 80, coloured)).toBe(`${coloured.bold('PGAZ')}: ja. Naar de check (/check#a=b)`);
  });

  it('leaves a word longer than the line whole', () => {
    expect(renderMarkdown('a samenwerkingsovereenkomst b', 10, plain)).toBe('a\nsamenwerkingsovereenkomst\nb');
  });
});
