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
  opener: ({ href }, label, text) => h('a', { href, 'aria-label': label }, text),
};
const shown = (blocks: Block[] | undefined, rest: Partial<ShownAnswer> = {}) =>
  answerParts({ answer: '', notices: [], citations: [citation(1, 'Dat “mag” altijd.'), citation(2, 'Partijen doen:\n• een ding\n• nog iets')], blocks, ...rest });
const prose = (blocks: Block[], rest: Partial<ShownAnswer> = {}): string => answerProse(shown(blocks, rest), options).map(toHtml).join('');
const rest = (blocks: Block[] | undefined, more: Partial<ShownAnswer> = {}): string => answerRest(shown(blocks, more), options).map(toHtml).join('');
const quote = (n: number, more: Partial<Extract<Block, { type: 'quote' }>> = {}): Block => ({ type: 'quote', n, source: 'de wet', ...more });
const statement = (text: string, ...citations: number[]): Block => ({ type: 'statement', role: 'answer', id: 's', text, citations });

describe('the text of an answer on a page', () => {
  it('has the verdict on a line of its own, as a word beside its picture', () => {
    expect(prose([{ type: 'verdict', verdict: 'nee' }, statement('Zo is het.', 1)])).toMatch(
      /^<p class="verdict verdict-nee"><svg class="icon icon-no"[^>]*aria-hidden="true".*<\/svg><strong>Nee\.<\/strong><\/p><p class="direct">Zo is het\. <a href="#bron-1">1<\/a><\/p>$/,
    );
  });

  it('shows the first proof cut to its clause, with the whole sentence and the source one step away', () => {
    const html = prose([statement('Zo is het.', 1), quote(1, { role: 'proof', clause: [0, 10] }), quote(2, { role: 'proof' })]);
    expect(html).toMatch(/<figure class="proof" id="bron-a-1"><figcaption><span class="source-number" aria-hidden="true">1<\/span><span>Wet, p\. 4, juli 2024<\/span> <span class="badge[^>]*>Handreiking<\/span><\/figcaption>/);
    expect(html).toContain('<blockquote class="clause"><p>“Dat “mag” …”</p></blockquote>');
    expect(html).toContain('<details class="whole folded"><summary>Toon hele zin</summary><div><blockquote class="quote"><p>Dat “mag” altijd.</p></blockquote></div></details>');
    expect(html).toContain('aria-label="Toon in bron: Bron 1: Handleiding nummer 1, pagina 4">Toon in bron</a>');
    expect(html.match(/<figure/g)).toHaveLength(1);
    expect(prose([quote(1, { role: 'proof' })])).not.toContain('Toon hele zin');
  });

  it('gives the words of a source their own letter, and leads to them', () => {
    expect(prose([quote(1)])).toBe('<p>De bronnen zeggen hierover:</p><p>Wet (juli 2024): <span class="quoted">“Dat “mag” altijd.”</span> <a href="#bron-1">1</a></p>');
  });

  it('lets the lines of a quoted list stand', () => {
    expect(prose([quote(2)])).toContain('<p>Wet (juli 2024):</p><blockquote><p>Partijen doen:<br>• een ding<br>• nog iets <a href="#bron-2">2</a></p></blockquote>');
  });

  it('makes a comparison a table with heads for its rows and columns', () => {
    const html = prose([{ type: 'table', caption: 'PGAZ en SOP', columns: ['PGAZ', 'SOP'], rows: [{ aspect: 'Voor wie', cells: [{ text: 'Een groep.', citations: [1] }, { text: 'Staat niet in de bronnen.', citations: [] }] }] }]);
    expect(html).toBe(
      '<table class="comparison" role="table"><caption>PGAZ en SOP</caption>' +
        '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Onderdeel</th><th scope="col" role="columnheader">PGAZ</th><th scope="col" role="columnheader">SOP</th></tr></thead>' +
        '<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">Voor wie</th><td role="cell" data-label="PGAZ">Een groep. <a href="#bron-1">1</a></td><td role="cell" data-label="SOP">Staat niet in de bronnen.</td></tr></tbody></table>',
    );
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
    expect(prose([quote(9), statement('Zo is het.', 9), { type: 'plaatje' } as unknown as Block])).toBe('');
    expect(prose([statement('Zo is het.', 1, 9)])).toBe('<p class="direct">Zo is het. <a href="#bron-1">1</a></p>');
  });

  it('says of an English answer that it is English, and of its quotes that they are Dutch', () => {
    const html = prose([{ type: 'verdict', verdict: 'ja' }, statement('So it is.', 1), quote(1, { role: 'proof', clause: [0, 3] }), quote(2)], { language: 'en' });
    expect(html).toMatch(/<p class="verdict verdict-ja" lang="en">.*Yes\..*<p class="direct" lang="en">So it is\./);
    expect(html).toMatch(/<figure [^>]*lang="en">.*The sources are in Dutch\. Wet, p\. 4, July 2024<.*<blockquote class="clause" lang="nl">.*Show whole sentence<\/summary><div lang="nl">/);
    expect(html).toMatch(/<blockquote lang="nl"><p>Partijen doen/);
    expect(prose([statement('Zo is het.', 1), quote(1, { role: 'proof' })])).not.toContain('lang=');
  });
});

describe('a refusal', () => {
  const blocks: Block[] = [{
    type: 'refusal', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'Het tarief is vrij.', citations: [1] }, turnTo: [{ name: 'de NZa', href: 'https://www.nza.nl' }],
    nearest: { documentId: 'gids', source: 'de gids', published: '2024-07', page: 5, section: '2 Wanneer?', start: 7 },
  }];
  const parts = shown(blocks, { outcome: 'niet-in-bronnen', suggestions: ['Welk tarief geldt?'] });

  it('says once what is missing, in its title', () => {
    expect(toHtml(answerTitle(parts, 3)!)).toMatch(/^<h3 class="outcome"><svg.*<\/svg>Een code staat niet in de bronnen\.<\/h3>$/);
    expect(answerProse(parts, options).map(toHtml).join('')).not.toContain('Een code');
  });

  it('asks what was meant, then says what there is, where to look and who knows', () => {
    const html = answerProse(parts, options).map(toHtml).join('');
    expect(html).toBe(
      '<form class="suggestions" method="post" action="/"><p id="suggestions-a" class="small-heading">Bedoelt u misschien</p>' +
        '<ul role="list" aria-labelledby="suggestions-a"><li><button type="submit" name="vraag" value="Welk tarief geldt?" class="chip">Welk tarief geldt?</button></li></ul></form>' +
        '<p>Wel staat er: Het tarief is vrij. <a href="#bron-1">1</a></p>' +
        '<p><a href="/bronnen/gids#pagina-5" data-place>Dichtbij: gids, p. 5, “2 Wanneer?”</a></p>' +
        '<p>Vraag het aan <a href="https://www.nza.nl" target="_blank" rel="noopener noreferrer">de NZa</a>.</p>',
    );
    expect(answerRest(parts, options).map(toHtml).join('')).not.toContain('Bedoelt u');
  });

  it('half an answer has a title too, a whole one and a friendly line have none', () => {
    const title = (given: Block[], outcome: ShownAnswer['outcome']): string => { const view = answerTitle(shown(given, { outcome }), 3); return view ? toHtml(view) : ''; };
    expect(title([], 'niet-in-bronnen')).toContain('Een antwoord hierop vind ik niet in de bronnen.');
    expect(title([statement('Ja.', 1)], 'deels')).toContain('De bronnen geven hier een deel');
    expect([title([], 'beantwoord'), title([], undefined), title([{ type: 'remark', kind: 'thanks' }], 'niet-in-bronnen')]).toEqual(['', '', '']);
  });
});

describe('what stands around it', () => {
  it('warnings stand in the open, explanations of terms under a disclosure that names them', () => {
    const html = rest([{ type: 'notice', kind: 'intention' }, { type: 'term', term: 'a en b', matched: 'A&B', meaning: 'Samen.' }]);
    expect(html).toMatch(/<div class="notices".*Let op<\/h3><ul role="list"><li>Een bron spreekt hier van een voornemen/);
    expect(html).toMatch(/<details class="terms folded"><summary>Uitleg: A&amp;B<\/summary><dl><div><dt>A&amp;B \(a en b\)<\/dt><dd>Samen\.<\/dd><\/div><\/dl><p class="how-made">.*Dit antwoord bestaat uit zinnen uit de bronnen\.<\/p><\/details>/);
    expect(rest([statement('Zo is het.', 1)])).toContain('<summary>Over dit antwoord</summary>');
    // The proof that is shown says in short where it stands.
    expect(rest([quote(1, { role: 'proof' })])).toContain('<p class="how-made">[1] Handleiding nummer 1, NZa, juli 2024, pagina 4, 4 Contractvereiste (Handreiking).</p>');
  });

  it('the sources beside the proof that is shown are folded, and counted', () => {
    const summary = (...blocks: Block[]): string | undefined => /<details class="sources folded"><summary><span class="visually-hidden">Bronnen bij dit antwoord: <\/span>([^<]*)/.exec(rest(blocks))?.[1];
    expect(summary(quote(1, { role: 'proof' }), quote(2, { role: 'more' }))).toBe('Nog 1 bron');
    expect(summary(quote(1), quote(2))).toBe('2 bronnen');
    expect(rest([quote(1, { role: 'proof' })], { citations: [citation(1, 'Zo.')] })).not.toContain('sources');
    expect(rest([{ type: 'remark', kind: 'thanks' }], { citations: [] })).toBe('');
  });

  it('the list of sources repeats a quote only where the text does not show it whole', () => {
    expect(rest([quote(1)]).match(/<blockquote/g)).toHaveLength(1);
    expect(rest([quote(1), quote(2)])).not.toContain('<blockquote');
    expect(rest([quote(1, { clause: [0, 3] }), quote(2)]).match(/<blockquote/g)).toHaveLength(1);
    expect(rest([quote(1), quote(2, { role: 'more' })]).match(/<blockquote/g)).toHaveLength(1);
    // A second proof is folded away with its source.
    expect(rest([quote(1, { role: 'proof' }), quote(2, { role: 'proof' })])).toContain('<blockquote class="quote"><p>Partijen doen:');
    expect(rest(undefined).match(/<blockquote/g)).toHaveLength(2);
  });

  it('questions to go on with ask at once, also without a script', () => {
    expect(rest([statement('Zo is het.', 1)], { suggestions: ['En dan?', 'Wat "nu"?'] })).toContain(
      '<form class="suggestions" method="post" action="/"><p id="suggestions-a" class="small-heading">Vraag ook</p><ul role="list" aria-labelledby="suggestions-a"><li><button type="submit" name="vraag" value="En dan?" class="chip">En dan?</button></li><li><button type="submit" name="vraag" value="Wat &quot;nu&quot;?"',
    );
  });
});
