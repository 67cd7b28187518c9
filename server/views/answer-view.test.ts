import { describe, expect, it } from 'vitest';
import type { Block } from '../contract.ts';
import { toHtml } from '../http/pages/to-html.ts';
import { answerParts, type ShownAnswer } from './answer-parts.ts';
import { answerProse, answerRest, answerTitle, type AnswerViewOptions } from './answer-view.ts';
import { citation } from './testing/sample-answer.ts';
import { h } from './view.ts';

const options: AnswerViewOptions = {
  headingLevel: 3,
  id: 'a',
  marker: ({ n }) => h('a', { href: `#bron-${n}` }, String(n)),
  opener: ({ href }, label) => h('a', { href }, label),
};
const shown = (blocks: Block[] | undefined, rest: Partial<ShownAnswer> = {}) =>
  answerParts({ answer: '', notices: [], citations: [citation(1, 'Dat “mag” altijd.'), citation(2, 'Partijen doen:\n• een ding\n• nog iets')], blocks, ...rest });
const prose = (blocks: Block[], rest: Partial<ShownAnswer> = {}): string => answerProse(shown(blocks, rest), options).map(toHtml).join('');
const quote = (n: number, source = 'de wet'): Block => ({ type: 'quote', n, source });

describe('the text of an answer on a page', () => {
  it('gives the words of a source their own letter, and leads to them', () => {
    expect(prose([quote(1)])).toBe('<p>Volgens de wet (juli 2024): <span class="quoted">“Dat “mag” altijd.”</span> <a href="#bron-1">1</a></p>');
  });

  it('lets the lines of a quoted list stand', () => {
    expect(prose([quote(2)])).toBe('<p>Volgens de wet (juli 2024):</p><blockquote><p>Partijen doen:<br>• een ding<br>• nog iets <a href="#bron-2">2</a></p></blockquote>');
  });

  it('puts routes in one list, between what was understood and the way to the rule check', () => {
    const route = (title: string): Block => ({ type: 'route', id: title, title, status: 'van-toepassing', open: [] });
    const situation: Block = { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#onderwerp=groep' };
    const html = '<p><strong>Uit uw vraag begrepen:</strong> Het gaat over een groep.</p><ul><li><strong>A</strong>: Past.</li><li><strong>B</strong>: Past.</li></ul><p><a href="/check#onderwerp=groep">Ga na wat er geldt in de regelcheck</a></p>';
    expect(prose([situation, route('A'), route('B')])).toBe(html);
    expect(prose([route('A'), route('B'), situation])).toBe(html);
  });

  it.each(['javascript:alert(1)', '//kwaad.nl', 'https://kwaad.nl', '/\\kwaad.nl', '/checkout'])('does not lead to %s', (link) => {
    expect(prose([{ type: 'situation', understood: [], link }])).toBe('');
  });

  it('leaves out what rests on no citation, and passes over what it does not know', () => {
    expect(prose([quote(9), { type: 'statement', id: 's', text: 'Zo is het.', citations: [9] }, { type: 'plaatje' } as unknown as Block])).toBe('');
    expect(prose([{ type: 'statement', id: 's', text: 'Zo is het.', citations: [1, 9] }])).toBe('<p>Zo is het. <a href="#bron-1">1</a></p>');
  });
});

describe('what stands around it', () => {
  const rest = (blocks: Block[] | undefined, more: Partial<ShownAnswer> = {}): string => answerRest(shown(blocks, more), options).map(toHtml).join('');

  it('warnings stand in the open, explanations of terms under a disclosure', () => {
    const html = rest([{ type: 'notice', kind: 'intention' }, { type: 'term', term: 'a en b', matched: 'A&B', meaning: 'Samen.' }]);
    expect(html).toMatch(/<div class="notices".*Let op<\/h3><ul role="list"><li>Een bron spreekt hier van een voornemen/);
    expect(html).toContain('<details class="terms"><summary>Uitleg van woorden</summary><dl><div><dt>A&amp;B (a en b)</dt><dd>Samen.</dd></div></dl></details>');
  });

  it('the list of sources repeats a quote only where the text does not show it', () => {
    expect(rest([quote(1)]).match(/<blockquote/g)).toHaveLength(1);
    expect(rest([quote(1), quote(2)])).not.toContain('<blockquote');
    expect(rest(undefined).match(/<blockquote/g)).toHaveLength(2);
  });

  it('a refusal and half an answer look different from an answer', () => {
    const title = (outcome: ShownAnswer['outcome']): string => { const view = answerTitle(shown([], { outcome }), 3); return view ? toHtml(view) : ''; };
    expect(title('niet-in-bronnen')).toContain('Dit staat niet in de bronnen');
    expect(title('deels')).toContain('De bronnen geven hier een deel');
    expect([title('beantwoord'), title(undefined)]).toEqual(['', '']);
  });
});
