import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Block, Citation } from '../contract.ts';
import { arbitraryBlocks } from '../testing/arbitrary-blocks.ts';
import { answerMarkdown } from './answer-markdown.ts';
import { routeStatus } from './labels.ts';
import { NOT_IN_SOURCES, WHERE_TO_TURN } from './not-in-sources.ts';

const cite = (n: number, quote: string, published = '2024-07') => ({ n, quote, published }) as Citation;
const quote = (n: number, source = 'de gids'): Block => ({ type: 'quote', n, source });

describe('answerMarkdown', () => {
  it('says who speaks, when, and quotes with the marker', () => {
    expect(answerMarkdown([quote(1)], [cite(1, 'Het eindigt uiterlijk op 1 mei 2029.')])).toBe(
      'Volgens de gids (juli 2024): “Het eindigt uiterlijk op 1 mei 2029.” [1]',
    );
  });

  it('names each source in full once, and a source without a date as such', () => {
    const citations = [cite(1, 'A.'), cite(2, 'B.', 'zonder datum (vergaderjaar 2023–2024)'), cite(3, 'C.'), cite(4, 'D.')];
    expect(answerMarkdown([quote(1), quote(2, 'de wet'), quote(3), quote(4)], citations)).toBe(
      [
        'Volgens de gids (juli 2024): “A.” [1]',
        'En volgens de wet (zonder datum, vergaderjaar 2023–2024): “B.” [2]',
        'Verder volgens de gids: “C.” [3]',
        'Daar staat ook: “D.” [4]',
      ].join('\n\n'),
    );
  });

  it('shows the words of a quote as they are, also where Markdown would read its own signs in them', () => {
    const list = 'Indirecte tijd is niet *separaat* declarabel:\n• a) nooit\n• b) zelden';
    const html = marked.parse(answerMarkdown([quote(1)], [cite(1, list)]), { async: false });
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Indirecte tijd is niet *separaat* declarabel: • a) nooit • b) zelden [1]');
    expect(html).toContain('<blockquote>');
  });

  it('refuses and says where to turn', () => {
    expect(answerMarkdown([{ type: 'refusal' }], [])).toBe(
      `${NOT_IN_SOURCES} Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.`,
    );
  });

  it('names the nearest place of a refusal without a citation marker', () => {
    const nearest = { documentId: 'gids', source: 'de NZa, in bijlage A bij de gids', published: '2024-07', page: 2, section: 'Bijlage A', start: 15 };
    const answer = answerMarkdown([{ type: 'refusal', nearest }], []);
    expect(answer).toContain('de NZa, in bijlage A bij de gids (juli 2024), pagina 2, onder “Bijlage A”');
    expect(answer).not.toMatch(/\[\d/);
  });

  it('repeats an unanswered part as the asker typed it, without its Markdown', () => {
    expect(answerMarkdown([{ type: 'gap', question: 'wat <b>kost</b> [dat]?' }], [])).toContain('“wat \\<b\\>kost\\</b\\> \\[dat\\]?”');
  });

  it('tells what was understood, each route by its one name, and the way to the rule check', () => {
    const situation: Block = { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#onderwerp=groep' };
    const route: Block = { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'conflict', open: ['Onder welke wet?'] };
    expect(answerMarkdown([situation, route], [])).toBe(
      `**Uit uw vraag begrepen:** Het gaat over een groep.\n\n- **PGAZ**: ${routeStatus.conflict.name}. Nog nodig: Onder welke wet?\n\n[Ga na wat er geldt in de regelcheck](/check#onderwerp=groep)`,
    );
  });

  it('has all citations and says something of every block beside the notices', () => {
    fc.assert(
      fc.property(arbitraryBlocks, ({ blocks, citations }) => {
        const text = answerMarkdown(blocks, citations);
        for (const { n } of citations) expect(text).toContain(`[${n}]`);
        for (const block of blocks) {
          if (block.type === 'route') expect(text).toContain(`**${block.title.replace(/[\\`*_[\]<>]/g, '\\$&')}**: ${routeStatus[block.status].name}`);
          if (block.type === 'gap') expect(text).toContain(WHERE_TO_TURN);
          if (block.type === 'refusal') expect(text).toContain(NOT_IN_SOURCES);
          if (block.type === 'situation') expect(text).toContain(`](${block.link})`);
        }
      }),
    );
  });

  it('only grows while blocks are added, a situation together with its routes', () => {
    fc.assert(
      fc.property(arbitraryBlocks, ({ blocks, citations }) => {
        let text = '';
        blocks.forEach(({ type }, i) => {
          if ((type === 'situation' || type === 'route') && blocks[i + 1]?.type === 'route') return;
          const longer = answerMarkdown(blocks.slice(0, i + 1), citations);
          expect(longer.startsWith(text)).toBe(true);
          text = longer;
        });
        expect(text).toBe(answerMarkdown(blocks, citations));
      }),
    );
  });
});
