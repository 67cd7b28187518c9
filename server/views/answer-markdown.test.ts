import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../contract.ts';
import { arbitraryBlocks } from '../testing/arbitrary-blocks.ts';
import { answerMarkdown } from './answer-markdown.ts';
import { answerWords } from './answer-words.ts';
import { routeStatus } from './labels.ts';
import { NOT_IN_SOURCES, WHERE_TO_TURN } from './not-in-sources.ts';
import { citation } from './testing/sample-answer.ts';

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
const languages = ['nl', 'en'] as const;

describe('answerMarkdown', () => {
  it('begins with how the asker is paid and ends with the question back', () => {
    const n = 1;
    const citations = [citation(n, 'De verzekeraar betaalt.')];
    const route = { id: 'pgaz', title: 'PGAZ', status: 'nog-niet' as const, payment: 'apart' as const, reason: 'Sluit een overeenkomst.', citations: [n] };
    const text = answerMarkdown(
      [
        { type: 'lead', text: 'Via PGAZ kan dit, maar nu nog niet.', routeId: 'pgaz', citations: [n] },
        {
          type: 'situation',
          understood: ['Over een groep patiënten.'],
          link: '/check#onderwerp=groep',
          routes: [route, { ...route, id: 'oi', title: 'O&I', status: 'onbekend', because: 'bronnen', citations: [] }, { ...route, id: 'sop', title: 'SOP', status: 'niet-van-toepassing', citations: [] }],
          ask: { factId: 'huisartsenDoenMee', question: 'Doen er huisartsen mee?', help: '', choices: [] },
        },
      ],
      citations,
    );
    expect(text.startsWith(`Via PGAZ kan dit, maar nu nog niet. [${n}]`)).toBe(true);
    expect(text).toContain('**De bronnen zeggen het niet:** [O&I](/routes/oi).');
    expect(text).toContain('**Past niet:** [SOP](/routes/sop).');
    const unfit = ['adz', 'zpm', 'wlz'].map((id) => ({ ...route, id, title: id, status: 'niet-van-toepassing' as const, citations: [] }));
    expect(answerMarkdown([{ type: 'situation', understood: [], link: '/check', routes: unfit }], [])).toContain('**Past niet:** de andere routes.');
    expect(text.endsWith('**Doen er huisartsen mee?**')).toBe(true);
  });

  it('of an ordinary answer is short, with the answer first and its proof below', () => {
    const quote = 'Dit betekent dat er, als er huisartsen bij betrokken zijn, een keuze zal moeten worden gemaakt om de samenwerking voor alle betrokken zorgaanbieders ofwel via deze prestatie ofwel via een O&I prestatie vorm te geven.';
    const start = quote.indexOf('een keuze zal');
    const blocks: Block[] = [
      { type: 'verdict', verdict: 'nee' },
      { type: 'statement', role: 'answer', id: 'a', text: 'Doen er huisartsen mee, kies dan PGAZ óf O&I voor alle zorgaanbieders in de Zvw.', citations: [1] },
      { type: 'statement', role: 'limit', id: 'b', text: 'Zonder huisartsen speelt die keuze niet.', citations: [2] },
      { type: 'quote', n: 1, source: 'de handleiding PGAZ', role: 'proof', clause: [start, start + 'een keuze zal moeten worden gemaakt'.length] },
      { type: 'quote', n: 2, source: 'de handleiding PGAZ', role: 'more' },
      { type: 'notice', kind: 'plan-passed', plannedFor: '2026', said: '2024-10' },
      { type: 'term', term: 'open en integraal', matched: 'O&I', meaning: 'Een bekostiging.' },
    ];
    const text = answerMarkdown(blocks, [citation(1, quote, { page: 11 }), citation(2, 'Zo is het.')]);
    expect(text).toBe(
      [
        '**Nee.** Doen er huisartsen mee, kies dan PGAZ óf O&I voor alle zorgaanbieders in de Zvw. [1]',
        'Let wel: Zonder huisartsen speelt die keuze niet. [2]',
        'Handleiding PGAZ, p. 11, juli 2024:',
        '> “… een keuze zal moeten worden gemaakt …” [1]',
      ].join('\n\n'),
    );
    expect(text.split(/\s+/).length).toBeLessThan(60);
  });

  it('tells what was understood, each route by its one name, and the way to the rule check', () => {
    const situation: Block = { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#onderwerp=groep' };
    const route: Block = { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'conflict', open: ['Onder welke wet?'] };
    expect(answerMarkdown([situation, route], [])).toBe(
      `**Uit uw vraag begrepen:** Het gaat over een groep.\n\n- **PGAZ**: ${routeStatus.conflict.name}. Nog nodig: Onder welke wet?\n\n[Ga na wat er geldt in de regelcheck](/check#onderwerp=groep)`,
    );
  });

  it.each(languages)('has the citations that are not folded and says something of every block beside the notices (%s)', (language) => {
    const words = answerWords[language];
    fc.assert(
      fc.property(arbitraryBlocks, ({ blocks, citations }) => {
        const text = answerMarkdown(blocks, citations, language);
        for (const block of blocks) {
          if (block.type === 'quote' && block.role !== 'more') expect(text).toContain(`[${block.n}]`);
          if (block.type === 'statement') expect(text.replace(/\\(?=\S)(.)/gu, '$1')).toContain(block.text);
          if (block.type === 'table') expect(text).toContain(`**${escaped(block.caption)}**`);
          if (block.type === 'route') expect(text).toContain(`**${escaped(block.title)}**: ${routeStatus[block.status].name}`);
          if (block.type === 'gap') expect(text).toContain(words.whereToTurn);
          if (block.type === 'refusal') expect(text).toContain(escaped(block.missing ?? words.notInSources));
          if (block.type === 'remark') expect(text).toContain(words.remark[block.kind]);
          if (block.type === 'situation') expect(text).toContain(`](${block.link})`);
        }
      }),
    );
  });

  it('has no marker without a citation', () => {
    fc.assert(
      fc.property(arbitraryBlocks, ({ blocks, citations }) => {
        const known = citations.slice(0, 1).map(({ n }) => String(n));
        for (const [, n] of answerMarkdown(blocks, citations.slice(0, 1)).matchAll(/(?<!\\)\[(\d+)\](?!\()/g)) expect(known).toContain(n);
      }),
    );
  });

  it.each(languages)('only grows while blocks are added, a situation together with its routes (%s)', (language) => {
    fc.assert(
      fc.property(arbitraryBlocks, ({ blocks, citations }) => {
        let text = '';
        blocks.forEach(({ type }, i) => {
          if ((type === 'situation' || type === 'route') && blocks[i + 1]?.type === 'route') return;
          const longer = answerMarkdown(blocks.slice(0, i + 1), citations, language);
          expect(longer.startsWith(text)).toBe(true);
          text = longer;
        });
        expect(text).toBe(answerMarkdown(blocks, citations, language));
      }),
    );
  });

  it('uses the words by which a refusal is recognised', () => {
    expect(answerMarkdown([{ type: 'refusal' }], [])).toBe(`${NOT_IN_SOURCES}\n\n${WHERE_TO_TURN}`);
  });
});
