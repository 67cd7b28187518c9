import fc from 'fast-check';
import { extractRawText } from 'mammoth';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parseHTML } from 'linkedom';
import colours from 'picocolors';
import { printAnswer } from '../server/cli/print-answer.ts';
import type { Answer, Block, Citation } from '../server/contract.ts';
import { toHtml } from '../server/http/pages/to-html.ts';
import { answerParts, type ShownAnswer } from '../server/views/answer-parts.ts';
import { answerProse, answerRest, answerTitle } from '../server/views/answer-view.ts';
import { citation, everyBlock, everySentence, fullAnswer } from '../server/views/testing/sample-answer.ts';
import { h, textOf } from '../server/views/view.ts';
import { conversationDocx } from './lazy/conversation-docx.ts';
import { conversationMarkdown, turnText } from './widget/transcript.ts';
import { TurnView } from './widget/turn-view.ts';
import type { Turn } from './widget/turn.ts';

// Word files are written and read again: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

const turnOf = ({ answer, citations, notices, outcome = 'beantwoord', mode = 'extractief', blocks, language, suggestions }: ShownAnswer): Turn => ({
  id: 'a', question: 'Wat geldt er?', state: 'done', text: answer, citations, blocks,
  answer: { id: 'x', outcome, abstained: false, mode, routes: [], notices, language: language ?? 'nl', suggestions: suggestions ?? [] },
});
const addressOf = (path: string): string => `https://wijzer.nl${path}`;
const marker = ({ n }: Citation) => h('a', { href: `#${n}` }, `[${n}]`);
const options = { headingLevel: 3, id: 'a', marker, opener: () => h('span', {}, '') } as const;

/** Every way in which an answer leaves the product, as the words that a reader gets. */
const renderers: Record<string, (answer: ShownAnswer) => string | Promise<string>> = {
  page: (answer) => {
    const parts = answerParts(answer);
    return textOf(h('div', {}, answerTitle(parts, 3), answerProse(parts, options), answerRest(parts, options)));
  },
  widget: (answer) => {
    const { element } = new TurnView(turnOf(answer), {} as never);
    // A marker shows its number alone.
    for (const marker of element.querySelectorAll('.marker')) marker.textContent = `[${marker.textContent}]`;
    return element.textContent;
  },
  terminal: (answer) => printAnswer({ ...answer, question: '' } as Answer, 80, colours.createColors(false)),
  copy: (answer) => turnText(turnOf(answer), addressOf),
  Markdown: (answer) => conversationMarkdown([turnOf(answer)], addressOf, 'vandaag').replace(/\\([\\`*_[\]<>])/g, '$1').replace(/\*\*/g, ''),
  Word: async (answer) => {
    const file = await conversationDocx([turnOf(answer)], addressOf, 'vandaag');
    return (await extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })).value;
  },
};
const names = Object.keys(renderers);
const render = async (name: string, answer: ShownAnswer): Promise<string> => (await renderers[name]!(answer)).replace(/\s+/g, ' ');

beforeAll(() => {
  const { document, Node } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('Node', Node);
  return () => vi.unstubAllGlobals();
});

describe.each(names)('an answer as %s', (name) => {
  it('says every part, in one order', async () => {
    const said = await render(name, fullAnswer);
    let at = 0;
    for (const sentence of everySentence) {
      const found = said.indexOf(sentence, at);
      expect([sentence, found >= at]).toEqual([sentence, true]);
      at = found + sentence.length;
    }
  });

  it('never shows the text that the blocks were put into elsewhere', async () => {
    expect(await render(name, fullAnswer)).not.toContain(fullAnswer.answer);
  });

  it('shows the text of an answer without blocks as it is', async () => {
    const said = await render(name, { ...fullAnswer, blocks: undefined, answer: 'Dat mag. [1]\n\nMaar niet altijd.', notices: ['Let op: dat is een plan.'] });
    expect(said).toContain('Dat mag. [1]');
    expect(said.match(/Let op/g)).toHaveLength(1);
  });

  it('holds whatever the blocks: all citations, no marker without one, no warning that warns twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const said = await render(name, answer);
        for (const { title } of answer.citations) expect(said).toContain(title);
        const known = answer.citations.map(({ n }) => String(n));
        for (const [, n] of said.matchAll(/\[(\d+)\]/g)) expect(known).toContain(n);
        expect(said).not.toMatch(/let op:?\s+let op/i);
        expect(said).not.toMatch(/undefined|\[object|\{\w+\}/);
      }),
      { numRuns: name === 'Word' ? 10 : 40 },
    );
  });
});

it('a page holds no markup but its own, whatever a source says', () => {
  const bad = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) **a**';
  const parts = answerParts({ ...fullAnswer, citations: [citation(1, bad, { title: bad, section: bad, href: 'javascript:alert(1)' })], blocks: badBlocks(bad) });
  const html = toHtml(h('div', {}, answerProse(parts, options), answerRest(parts, options)));
  expect(html).not.toMatch(/<img|<script|href="javascript/);
  expect(html).toContain('&lt;img src=x');
});

/** Blocks that hold a text wherever they can. */
function badBlocks(text: string): Block[] {
  return [
    { type: 'quote', n: 1, source: text },
    { type: 'quote', n: 1, source: text, role: 'proof' },
    { type: 'verdict', verdict: text as 'ja' },
    { type: 'statement', role: 'answer', id: text, text, citations: [1] },
    { type: 'statement', role: 'limit', id: text, text, citations: [1] },
    { type: 'table', caption: text, columns: [text], rows: [{ aspect: text, cells: [{ text, citations: [1] }] }] },
    { type: 'gap', question: text },
    { type: 'refusal', missing: text, near: { id: text, text, citations: [1] }, turnTo: [{ name: text, href: text }], newest: text, nearest: { documentId: text, source: text, published: text, page: 1, section: text, start: 0 } },
    { type: 'situation', understood: [text], link: 'javascript:alert(1)' },
    { type: 'route', id: text, title: text, status: 'onbekend', open: [text] },
    { type: 'notice', kind: 'source-kind', status: text, text },
    { type: 'term', term: text, matched: text, meaning: text },
  ];
}

const { notices, ...kinds } = everyBlock;
const number = fc.integer({ min: 1, max: 5 });
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.constantFrom<Block>(...Object.values(kinds), ...Object.values(notices)),
  fc.record({ type: fc.constant('quote' as const), n: number, source: fc.constantFrom('de wet', 'de handleiding'), role: fc.constantFrom('answer' as const, 'proof' as const, 'more' as const), clause: fc.constantFrom(undefined, [0, 4] as [number, number], [3, 90] as [number, number]) }),
  fc.record({ type: fc.constant('statement' as const), role: fc.constantFrom('answer' as const, 'limit' as const, 'item' as const), id: fc.constant('s'), text: fc.constant('Dat mag.'), citations: fc.array(number, { minLength: 1, maxLength: 3 }) }),
);
const anyCitation = fc.record({ quote: fc.constantFrom('Een zin.', 'Partijen doen:\n- dit\n1. dat', '“Zo” heet het.'), page: fc.integer({ min: 1, max: 99 }), section: fc.constantFrom('', 'Artikel 4') });
const anyAnswer: fc.Arbitrary<ShownAnswer> = fc
  .record({ blocks: fc.array(anyBlock, { minLength: 1, maxLength: 12 }), cited: fc.array(anyCitation, { maxLength: 4 }), outcome: fc.constantFrom('beantwoord' as const, 'deels' as const, 'niet-in-bronnen' as const) })
  .map(({ blocks, cited, outcome }) => ({ answer: '', notices: [], mode: 'extractief', outcome, blocks, citations: cited.map(({ quote, ...facts }, index) => citation(index + 1, quote, facts)) }));
