import colours from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Answer, Block } from '../contract.ts';
import { citation } from '../views/testing/sample-answer.ts';
import { printAnswer } from './print-answer.ts';

const plain = colours.createColors(false);
const coloured = colours.createColors(true);
const answer: Answer = {
  id: 'x',
  question: 'Wie betaalt?',
  answer: '',
  blocks: [
    { type: 'quote', n: 1, source: 'de handleiding' },
    { type: 'notice', kind: 'intention' },
    { type: 'term', term: 'een afkorting', matched: 'AFK', meaning: 'Iets anders.' },
  ],
  citations: [citation(1, 'De verzekeraar betaalt.')],
  outcome: 'beantwoord',
  abstained: false,
  mode: 'extractief',
  routes: [],
  notices: [],
};
/** The lines above the sources. */
function body(blocks: Block[], width: number, { quote = 'De verzekeraar betaalt.', colour = plain } = {}): string[] {
  const lines = printAnswer({ ...answer, blocks, citations: [citation(1, quote)] }, width, colour).split('\n');
  return lines.slice(0, lines.findIndex((line) => line.includes('Bronnen')) - 1);
}
const quoted: Block = { type: 'quote', n: 1, source: 'de wet' };

describe('printAnswer', () => {
  it('shows the answer, the notices, the terms and where each quote stands, as the page does', () => {
    expect(printAnswer(answer, 80, plain)).toBe(
      [
        'De bronnen zeggen hierover:',
        '',
        'Handleiding (juli 2024): “De verzekeraar betaalt.” [1]',
        '',
        'Let op',
        '• Een bron spreekt hier van een voornemen of voorstel. Dat is nog geen besluit.',
        '',
        'Bronnen bij dit antwoord',
        '[1] Handleiding nummer 1, NZa, juli 2024, pagina 4, 4 Contractvereiste',
        '    (Handreiking).',
        '',
        'Uitleg van woorden',
        '• AFK (een afkorting): Iets anders.',
        '',
        'Dit antwoord bestaat uit zinnen uit de bronnen.',
        '',
        'Een computer maakt het antwoord. Lees de bron voordat u een besluit neemt.',
      ].join('\n'),
    );
  });

  it('says of a source that it holds no more', () => {
    const ended = { ...answer, citations: [{ ...answer.citations[0]!, supersededOn: '2015' }] };
    expect(printAnswer(ended, 120, plain)).toContain('Contractvereiste (Handreiking, geldt niet meer sinds 2015)');
  });

  it('leaves out what there is not', () => {
    const printed = printAnswer({ ...answer, citations: [], blocks: [{ type: 'refusal' }] }, 80, plain);
    expect(printed).not.toMatch(/Bronnen|Let op|Uitleg|Vraag ook/);
  });

  it('has the verdict in bold before the statement, the proof below, and questions to go on with last', () => {
    const blocks: Block[] = [
      { type: 'verdict', verdict: 'nee' },
      { type: 'statement', role: 'answer', id: 's', text: 'Dat mag niet.', citations: [1] },
      { type: 'quote', n: 1, source: 'de wet', role: 'proof', clause: [0, 14] },
    ];
    expect(body(blocks, 80, { colour: coloured })).toEqual([
      `${coloured.bold('Nee.')} Dat mag niet. ${coloured.yellow('[1]')}`, '',
      'Wet, p. 4, juli 2024:', `    ${coloured.cyan('“De verzekeraar …”')} ${coloured.yellow('[1]')}`,
    ]);
    expect(printAnswer({ ...answer, blocks, suggestions: ['En dan?'] }, 80, plain)).toMatch(/vergeleken\.\n\nVraag ook\n• En dan\?\n\nEen computer/);
  });

  it('says a refusal once, with its way on', () => {
    const refused: Answer = { ...answer, citations: [], outcome: 'niet-in-bronnen', blocks: [{ type: 'refusal', missing: 'Een code staat niet in de bronnen.', turnTo: [{ name: 'de NZa', href: 'https://www.nza.nl' }], newest: '2024-10-15' }] };
    expect(printAnswer(refused, 80, plain).split('\n').slice(0, 4)).toEqual(['Een code staat niet in de bronnen.', '', 'Vraag het aan de NZa (https://www.nza.nl). De nieuwste bron is van 15 oktober', '2024.']);
  });

  it('shows a comparison row by row', () => {
    const table: Block = { type: 'table', caption: 'PGAZ en SOP', columns: ['PGAZ', 'SOP'], rows: [{ aspect: 'Voor wie', cells: [{ text: 'Een groep.', citations: [1] }, { text: 'Eén patiënt.', citations: [1] }] }] };
    expect(body([table], 80)).toEqual(['PGAZ en SOP', 'Voor wie', '• PGAZ: Een groep. [1]', '• SOP: Eén patiënt. [1]']);
  });

  it('colours quotes and markers, each run once', () => {
    expect(body([quoted], 120, { colour: coloured })).toEqual(['De bronnen zeggen hierover:', '',
      `Wet (juli 2024): ${coloured.cyan('“De verzekeraar betaalt.”')} ${coloured.yellow('[1]')}`,
    ]);
  });

  it('colours a quote with quotation marks in it to its end, and every line of one that is wrapped', () => {
    const lines = body([quoted], 32, { quote: 'Het heet “groep” hier en daar ook.', colour: coloured });
    expect(lines).toEqual(['De bronnen zeggen hierover:', '',
      `Wet (juli 2024): ${coloured.cyan('“Het heet')}`,
      `${coloured.cyan('“groep” hier en daar ook.”')} ${coloured.yellow('[1]')}`,
    ]);
  });

  it('indents a quoted list, and keeps its bullets', () => {
    expect(body([quoted], 80, { quote: 'Partijen doen:\n- een ding\n• nog een ding' })).toEqual([
      'De bronnen zeggen hierover:', '', 'Wet (juli 2024):', '', '    Partijen doen:', '    - een ding', '    • nog een ding [1]',
    ]);
  });

  it('shows routes in bold with their name, and links with their address', () => {
    const blocks: Block[] = [
      { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#a=b' },
      { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'nog-niet', open: ['Is er een contract?'] },
    ];
    expect(body(blocks, 80, { colour: coloured })).toEqual([
      `${coloured.bold('Uit uw vraag begrepen:')} Het gaat over een groep.`, '',
      `• ${coloured.bold('PGAZ')}: Nog niet. Nog nodig: Is er een contract?`, '',
      'Ga na wat er geldt in de regelcheck (/check#a=b)',
    ]);
  });

  it('leaves a word longer than the line whole', () => {
    expect(body([{ type: 'statement', role: 'answer', id: 's', text: 'Een samenwerkingsovereenkomst is nodig.', citations: [1] }], 12)).toEqual(['Een', 'samenwerkingsovereenkomst', 'is nodig.', '[1]']);
  });
});
