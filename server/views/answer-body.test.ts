import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Block } from '../contract.ts';
import { answerBody } from './answer-body.ts';
import type { Language } from './answer-words.ts';
import { bodyMarkdown } from './parts-markdown.ts';
import { citation } from './testing/sample-answer.ts';

const citations = [citation(1, 'Het eindigt, zegt men, uiterlijk in 2029.'), citation(2, 'Dat is *zo*.'), citation(3, 'De regel geldt.', { published: 'zonder datum (vergaderjaar 2023–2024)' })];
const quote = (n: number, source: string, rest: Partial<Extract<Block, { type: 'quote' }>> = {}): Block => ({ type: 'quote', n, source, ...rest });
const statement = (text: string, role: 'answer' | 'limit' | 'item' = 'answer', ...numbers: number[]): Block => ({ type: 'statement', role, id: text, text, citations: numbers.length > 0 ? numbers : [1] });
const verdict = (given: 'ja' | 'nee' | 'hangt-af'): Block => ({ type: 'verdict', verdict: given });
const said = (language: Language, ...blocks: Block[]): string[] => bodyMarkdown(answerBody(blocks, citations, { language })).split('\n\n');
const say = (...blocks: Block[]): string[] => said('nl', ...blocks);

describe('a direct answer', () => {
  it('begins with the verdict and goes on in the same paragraph', () => {
    expect(say(verdict('nee'), statement('Doen er huisartsen mee, kies dan PGAZ of O&I.'), statement('Kies één van de twee.', 'answer', 1, 2))).toEqual([
      '**Nee.** Doen er huisartsen mee, kies dan PGAZ of O&I. [1] Kies één van de twee. [1][2]',
    ]);
  });

  it.each([
    ['nl', 'ja', '**Ja.**'], ['nl', 'nee', '**Nee.**'], ['nl', 'hangt-af', '**Dat hangt ervan af.**'],
    ['en', 'ja', '**Yes.**'], ['en', 'nee', '**No.**'], ['en', 'hangt-af', '**That depends.**'],
  ] as const)('in %s says %s as %s', (language, given, words) => {
    expect(said(language, verdict(given), statement('X.'))).toEqual([`${words} X. [1]`]);
  });

  it('says no verdict without a statement that is proven', () => {
    expect(say(verdict('ja'))).toEqual(['']);
    expect(say(verdict('ja'), statement('Dat mag.', 'answer', 9))).toEqual(['']);
  });

  it('is followed by its limits, introduced once and only where they do not do so themselves', () => {
    expect(say(statement('Dat mag.'), statement('Voor de Wlz geldt dit niet.', 'limit', 2), statement('Ook niet voor de Jeugdwet.', 'limit', 3))).toEqual([
      'Dat mag. [1]',
      'Let wel: Voor de Wlz geldt dit niet. [2] Ook niet voor de Jeugdwet. [3]',
    ]);
    expect(said('en', statement('You may.'), statement('This does not hold for the Wlz.', 'limit'))[1]).toBe('But note: This does not hold for the Wlz. [1]');
    for (const own of ['Maar niet voor de Wlz.', 'Let op: niet voor de Wlz.', 'Behalve voor de Wlz.', 'Let wel, niet voor de Wlz.', 'But not for the Wlz.']) {
      expect(say(statement('Dat mag.'), statement(own, 'limit'))[1]).toBe(`${own} [1]`);
    }
    // A word that only begins like one.
    expect(say(statement('Maarten mag niet.', 'limit'))[0]).toBe('Let wel: Maarten mag niet. [1]');
  });

  it('has the items of a list as bullets', () => {
    expect(say(statement('Er zijn er twee:'), statement('De ene.', 'item', 1), statement('De andere.', 'item', 2))).toEqual(['Er zijn er twee: [1]', '- De ene. [1]\n- De andere. [2]']);
  });
});

describe('quotes', () => {
  it('prove an answer, cut to the clause, after one line that says where they stand', () => {
    expect(say(statement('Tot 2029.'), quote(1, 'de handleiding PGAZ', { role: 'proof', clause: [23, 41] }), quote(2, 'het verslag', { role: 'proof' }))).toEqual([
      'Tot 2029. [1]',
      'Handleiding PGAZ, p. 4, juli 2024:', '> “… uiterlijk in 2029.” [1]',
      'Verslag, p. 4, juli 2024:', '> “Dat is \\*zo\\*.” [2]',
    ]);
  });

  it('are said to be Dutch in an English answer, once', () => {
    expect(said('en', statement('Until 2029.'), quote(1, 'de handleiding PGAZ', { role: 'proof' }), quote(2, 'het verslag', { role: 'proof' }))).toEqual([
      'Until 2029. [1]',
      'The sources are in Dutch. Handleiding PGAZ, p. 4, July 2024:', '> “Het eindigt, zegt men, uiterlijk in 2029.” [1]',
      'Verslag, p. 4, July 2024:', '> “Dat is \\*zo\\*.” [2]',
    ]);
  });

  it('that only prove it too are not in the running text', () => {
    expect(say(statement('Tot 2029.'), quote(1, 'de gids', { role: 'more' }))).toEqual(['Tot 2029. [1]']);
  });

  it('stand for an answer that nobody said in plain words: introduced once, each with who speaks and when', () => {
    expect(say(quote(1, 'de gids', { clause: [0, 11] }), quote(2, 'de gids'), quote(3, 'de wet', { role: 'answer' }))).toEqual([
      'De bronnen zeggen hierover:',
      'Gids (juli 2024): “Het eindigt …” [1]',
      'Daar staat ook: “Dat is \\*zo\\*.” [2]',
      'Wet (zonder datum, vergaderjaar 2023–2024): “De regel geldt.” [3]',
    ]);
    expect(said('en', quote(1, 'de gids'))[0]).toBe('The sources say about this, in Dutch:');
  });

  it('keep the words of a list where Markdown would read its own signs in them', () => {
    const list = 'Niet *separaat* declarabel:\n- a) nooit\n1. b) zelden';
    for (const role of ['answer', 'proof'] as const) {
      const html = marked.parse(bodyMarkdown(answerBody([quote(1, 'de gids', { role })], [citation(1, list)])), { async: false });
      expect(html).toContain('<blockquote>');
      expect(html).not.toMatch(/<li>|<em>/);
      expect(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/Niet \*separaat\* declarabel: - a\) nooit 1\. b\) zelden”? \[1\]/);
    }
  });
});

describe('a comparison', () => {
  const table: Block = {
    type: 'table', caption: 'PGAZ en SOP', columns: ['PGAZ', 'SOP'],
    rows: [
      { aspect: 'Voor wie', cells: [{ text: 'Een groep | meer.', citations: [1] }, { text: 'Eén patiënt.', citations: [2, 3] }] },
      { aspect: 'Contract', cells: [{ text: 'Verdwenen.', citations: [9] }, { text: 'Staat niet in de bronnen.', citations: [] }] },
      { aspect: 'Kort', cells: [] },
    ],
  };

  it('is a table; what lost its proof is left out of it', () => {
    expect(bodyMarkdown(answerBody([table], citations)).split('\n')).toEqual([
      '**PGAZ en SOP**', '',
      '| Onderdeel | PGAZ | SOP |', '| --- | --- | --- |',
      '| Voor wie | Een groep \\| meer. [1] | Eén patiënt. [2][3] |',
      '| Contract | – | Staat niet in de bronnen. |',
      '| Kort | – | – |',
    ]);
    const html = marked.parse(bodyMarkdown(answerBody([table], citations)), { async: false });
    expect(html.match(/<t[dh]>/g)).toHaveLength(12);
  });
});

describe('a refusal', () => {
  const nearest = { documentId: 'gids', source: 'de gids', published: '2024-07', page: 2, section: 'Bijlage A', start: 0 };

  it('says what is missing, what there is, who knows it, and how recent the sources are', () => {
    const block: Block = {
      type: 'refusal', slot: 'code', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'Het meedenkadvies was een voornemen.', citations: [1] },
      turnTo: [{ name: 'de NZa', href: 'https://www.nza.nl' }, { name: 'uw zorgverzekeraar' }], newest: '2024-10-15',
    };
    expect(say(block)).toEqual([
      'Een code staat niet in de bronnen. Wel staat er: Het meedenkadvies was een voornemen. [1]',
      'Vraag het aan [de NZa](https://www.nza.nl) of aan uw zorgverzekeraar. De nieuwste bron is van 15 oktober 2024.',
    ]);
    expect(said('en', { ...block, missing: 'A code is not in the sources.', near: { id: 'n', text: 'It was an intention.', citations: [1] }, turnTo: [{ name: 'the NZa' }] })).toEqual([
      'A code is not in the sources. They do say: It was an intention. [1]',
      'Ask the NZa. The newest source is of 15 October 2024.',
    ]);
  });

  it('tells what can be looked up in a sentence of its own, in the order given', () => {
    const law = { name: 'Kijk in de wettekst', look: true, href: 'https://wetten.overheid.nl' };
    const help = { name: 'Bel 112 bij levensgevaar', look: true };
    const said = (...turnTo: NonNullable<Extract<Block, { type: 'refusal' }>['turnTo']>): string => say({ type: 'refusal', turnTo })[1]!;
    expect(said({ name: 'de NZa' }, law, { name: 'uw gemeente' })).toBe('Vraag het aan de NZa of aan uw gemeente. [Kijk in de wettekst](https://wetten.overheid.nl).');
    expect(said(help, { name: 'uw huisarts' })).toBe('Bel 112 bij levensgevaar. Vraag het aan uw huisarts.');
    expect(said(law)).toBe('[Kijk in de wettekst](https://wetten.overheid.nl).');
  });

  it('says without all of that at least where to turn', () => {
    expect(say({ type: 'refusal' })).toEqual(['Een antwoord hierop vind ik niet in de bronnen.', 'Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.']);
    expect(said('en', { type: 'refusal' })[0]).toBe('I find no answer to this in the sources.');
  });

  it('leads to the nearest place, and denies nothing about it', () => {
    expect(say({ type: 'refusal', nearest })[1]).toBe('[Dichtbij: gids, p. 2, “Bijlage A”](/bronnen/gids#pagina-2)');
    expect(say({ type: 'refusal', nearest: { ...nearest, section: '' } })[1]).toBe('[Dichtbij: gids, p. 2](/bronnen/gids#pagina-2)');
    expect(say({ type: 'refusal', nearest }).join(' ')).not.toMatch(/daar staat/i);
  });

  it('goes on after a title that says what is missing', () => {
    const body = answerBody([{ type: 'refusal', missing: 'Een code staat niet in de bronnen.' }], [], { titled: true });
    expect(bodyMarkdown(body)).toBe('Vraag het aan uw zorgverzekeraar, aan de Nederlandse Zorgautoriteit (NZa) of aan uw beroepsvereniging.');
  });

  it.each(['javascript:alert(1)', 'http://nza.nl', '//nza.nl', '/check', 'https://a b.nl'])('does not lead to %s', (href) => {
    expect(say({ type: 'refusal', turnTo: [{ name: 'de NZa', href }] })[1]).toBe('Vraag het aan de NZa.');
  });
});

describe('a line about the assistant', () => {
  it.each([
    ['nl', { kind: 'thanks' }, 'Graag gedaan. Hebt u nog een vraag, stel die gerust.'],
    ['en', { kind: 'thanks' }, 'You are welcome. Feel free to ask another question.'],
    ['nl', { kind: 'greeting' }, 'Hallo. Stel uw vraag over de betaling van overleg en samenwerking in de zorg.'],
    ['nl', { kind: 'recency', newest: '2024-10-15' }, 'De nieuwste bron is van 15 oktober 2024. Wat daarna is veranderd, weet ik niet.'],
    ['en', { kind: 'recency', newest: '2024-10-15' }, 'The newest source is of 15 October 2024. What has changed since then, I do not know.'],
  ] as const)('in %s: %j', (language, remark, words) => {
    expect(said(language, { type: 'remark', ...remark })).toEqual([words]);
  });

  it('lists the sources, and leads to them', () => {
    expect(say({ type: 'remark', kind: 'sources', newest: '2024-10', sources: ['Handleiding PGAZ', 'Aanwijzing'] })).toEqual([
      'Ik antwoord uit deze bronnen:', '- Handleiding PGAZ\n- Aanwijzing', 'De nieuwste bron is van oktober 2024.', '[Lees de bronnen](/bronnen)',
    ]);
    expect(say({ type: 'remark', kind: 'about', newest: '2024-10' })[0]).toMatch(/^Ik ben de Bekostigingswijzer.* De nieuwste bron is van oktober 2024\.$/);
  });
});

it('a part of the question that stays open is repeated as it was typed, without its Markdown', () => {
  expect(say({ type: 'gap', question: 'wat <b>kost</b> [dat]?' })[0]).toContain('“wat \\<b\\>kost\\</b\\> \\[dat\\]?” Vraag het aan');
});

it('a block of a kind that is not known is passed over', () => {
  expect(answerBody([{ type: 'plaatje' } as unknown as Block], [])).toEqual([]);
});
