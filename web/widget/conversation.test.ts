import { afterEach, describe, expect, it, vi } from 'vitest';
import { Conversation } from './conversation.ts';
import { askedBack, turnParts } from './turn.ts';

/** A Map with the face of sessionStorage. */
function fakeStorage(full = false): Storage {
  const items = new Map<string, string>();
  return {
    get length() { return items.size; },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('Conversation', () => {
  it('survives a reload, a running answer as interrupted', () => {
    vi.stubGlobal('sessionStorage', fakeStorage());
    const before = new Conversation('');
    const done = before.add('Eerste?');
    Object.assign(done, { state: 'done', text: 'Antwoord' });
    before.add('Tweede?');
    before.save();
    expect(new Conversation('').turns.map(({ question, state }) => [question, state])).toEqual([['Eerste?', 'done'], ['Tweede?', 'interrupted']]);
    expect(new Conversation('https://ander.nl').turns).toEqual([]);
  });

  it('shows an answer that an older version stored, and one whose blocks cannot be shown, as text', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    const turn = { id: 'a', question: 'Mag dat?', state: 'done', text: 'Dat mag.', citations: [] };
    storage.setItem('bekostigingswijzer:', JSON.stringify([turn, { ...turn, blocks: [{ type: 'route', title: 'PGAZ', status: 'anders', open: 'x' }] }]));
    const shown = new Conversation('').turns.map((stored) => turnParts(stored).body);
    expect(shown).toEqual([0, 1].map(() => [{ type: 'paragraph', runs: [{ type: 'text', text: 'Dat mag.' }] }]));
  });

  it('drops what is stored as a part of a page', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    const image = { tag: 'img', attributes: { src: 'x' }, children: [] };
    const turn = { id: 'a', question: 'Mag dat?', state: 'done', text: '', citations: [] };
    storage.setItem('bekostigingswijzer:', JSON.stringify([
      { ...turn, blocks: [{ type: 'term', term: 'a', matched: 'a', meaning: image }] },
      { ...turn, citations: [{ n: 1, title: image }] },
      { ...turn, answer: { notices: [image] } },
    ]));
    expect(new Conversation('').turns).toEqual([]);
  });

  it('shows a stored answer with records in its blocks: a comparison, a refusal that leads on, questions to go on with', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    const blocks = [
      { type: 'table', caption: 'A en B', columns: ['A', 'B'], rows: [{ aspect: 'Wie', cells: [{ text: 'U.', citations: [] }, { text: 'Wij.', citations: [] }] }] },
      { type: 'refusal', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'Zo is het.', citations: [1] }, turnTo: [{ name: 'de NZa', href: 'https://www.nza.nl' }], nearest: { documentId: 'wet', source: 'de wet', published: '2015', page: 7, section: 'Artikel 2', start: 0 } },
    ];
    const answer = { id: 'x', outcome: 'niet-in-bronnen', notices: [], suggestions: ['En dan?'], language: 'nl' };
    storage.setItem('bekostigingswijzer:', JSON.stringify([{ id: 'a', question: 'Mag dat?', state: 'done', text: '', citations: [], blocks, answer }]));
    const [turn] = new Conversation('').turns;
    const { title, body, suggestions } = turnParts(turn!);
    expect([title, suggestions, body.map(({ type }) => type)]).toEqual(['Een code staat niet in de bronnen.', ['En dan?'], ['table', 'paragraph', 'paragraph']]);
  });

  it.each([
    ['a cell', { type: 'table', caption: 'x', columns: ['x'], rows: [{ aspect: 'x', cells: [{ text: { tag: 'img', attributes: { src: 'x' }, children: [] }, citations: [] }] }] }],
    ['the head of a row', { type: 'table', caption: 'x', columns: ['x'], rows: [{ aspect: { tag: 'img', attributes: {}, children: [] }, cells: [] }] }],
    ['who to turn to', { type: 'refusal', turnTo: [{ name: { tag: 'img', attributes: { src: 'x' }, children: [] } }] }],
    ['what is near', { type: 'refusal', near: { text: { tag: 'a', attributes: {}, children: ['x'] }, citations: [1] } }],
    ['what is missing', { type: 'refusal', missing: { tag: 'a', attributes: {}, children: ['x'] } }],
  ])('drops a part of a page in %s', (_, block) => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    storage.setItem('bekostigingswijzer:', JSON.stringify([{ id: 'a', question: 'Mag dat?', state: 'done', text: '', citations: [], blocks: [block] }]));
    expect(new Conversation('').turns).toEqual([]);
  });

  it('drops suggestions that are no texts', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    storage.setItem('bekostigingswijzer:', JSON.stringify([{ id: 'a', question: 'Mag dat?', state: 'done', text: 'x', citations: [], answer: { suggestions: [{ tag: 'img', attributes: {}, children: [] }] } }]));
    expect(new Conversation('').turns).toEqual([]);
  });

  it('leaves nothing behind when it is wiped', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    const conversation = new Conversation('');
    conversation.add('Weg?');
    conversation.replace([]);
    expect(storage.length).toBe(0);
  });

  it.each(['niet json', '{}', '[1,null,{"id":1}]', '[{"id":"a"}]'])('starts empty with %s in storage', (stored) => {
    const storage = fakeStorage();
    storage.setItem('bekostigingswijzer:', stored);
    vi.stubGlobal('sessionStorage', storage);
    expect(new Conversation('').turns).toEqual([]);
  });

  it('works when storage is refused or full', () => {
    expect(new Conversation('').turns).toEqual([]); // no sessionStorage at all
    vi.stubGlobal('sessionStorage', fakeStorage(true));
    const conversation = new Conversation('');
    conversation.add('Vraag?');
    expect(conversation.turns).toHaveLength(1);
  });

  it('takes facts along from turn to turn, over a reload, until it is wiped', () => {
    vi.stubGlobal('sessionStorage', fakeStorage());
    const conversation = new Conversation('');
    expect(conversation.add('Hoe wordt dit betaald?').facts).toBeUndefined();
    conversation.add('Ja', undefined, { patientInBehandeling: 'true', sector: null });
    const again = new Conversation('');
    expect(again.add('En dan?').facts).toEqual({ patientInBehandeling: 'true', sector: null });
    expect(again.add('Toch de ggz', undefined, { sector: 'ggz' }).facts).toEqual({ patientInBehandeling: 'true', sector: 'ggz' });
    again.replace([]);
    expect(again.add('Nieuw?').facts).toBeUndefined();
  });

  it('keeps what a stored answer asks back and understood', () => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    const ask = { factId: 'x', question: 'Is dat zo?', help: '', choices: [{ value: 'true', label: 'Ja' }] };
    const facts = [{ factId: 'y', value: true, label: 'Het is zo', from: 'vraag' }];
    const blocks = [{ type: 'situation', understood: ['Het is zo.'], facts, link: '/check', routes: [{ id: 'a', title: 'A', status: 'onbekend', payment: 'apart', reason: 'Zo.', citations: [1] }], ask }];
    const turn = { id: 'a', question: 'Mag dat?', state: 'done', text: '', citations: [], blocks, facts: { y: null }, reply: 'Ja', isAskedLater: true };
    storage.setItem('bekostigingswijzer:', JSON.stringify([turn]));
    const [stored] = new Conversation('').turns;
    expect([askedBack(stored!), stored!.facts, stored!.reply]).toEqual([ask, { y: null }, 'Ja']);
    expect(turnParts(stored!).body.map(({ type }) => type)).toEqual(['facts', 'routes', 'paragraph', 'ask']);
  });

  it.each([
    ['a fact that goes along', { facts: { a: { tag: 'img' } } }],
    ['a reply', { reply: { tag: 'img', attributes: {}, children: [] } }],
    ['a chip', { blocks: [{ type: 'situation', understood: [], link: '/check', facts: [{ factId: 'a', label: { tag: 'img', attributes: {}, children: [] } }] }] }],
    ['a choice', { blocks: [{ type: 'situation', understood: [], link: '/check', ask: { factId: 'a', question: 'x', help: '', choices: [{ value: 'a', label: { tag: 'img', attributes: {}, children: [] } }] } }] }],
  ])('drops what is no text in %s', (_, part) => {
    const storage = fakeStorage();
    vi.stubGlobal('sessionStorage', storage);
    storage.setItem('bekostigingswijzer:', JSON.stringify([{ id: 'a', question: 'Mag dat?', state: 'done', text: '', citations: [], ...part }]));
    expect(new Conversation('').turns).toEqual([]);
  });

  it('keeps what a long answer asks back, by which the server reads the reply', () => {
    const conversation = new Conversation('');
    Object.assign(conversation.add('Hoe?'), { state: 'done', text: `Begin. ${'x'.repeat(5000)} **Doen er huisartsen mee?**` });
    const [, answer] = conversation.historyBefore(conversation.add('Ja'));
    expect(answer!.content).toMatch(/^Begin\..*…\n.*\*\*Doen er huisartsen mee\?\*\*$/s);
    expect(answer!.content.length).toBeLessThanOrEqual(1500);
  });

  it('sends the last answered turns as history, below the server\'s limits', () => {
    const conversation = new Conversation('');
    for (let index = 0; index < 8; index += 1) {
      Object.assign(conversation.add(`Vraag ${index} ${'x'.repeat(1000)}`), { state: index === 6 ? 'failed' : 'done', text: 'é'.repeat(9000) });
    }
    const history = conversation.historyBefore(conversation.add('Nu?'));
    expect(history.filter(({ role }) => role === 'user').map(({ content }) => content.slice(0, 7))).toEqual(['Vraag 3', 'Vraag 4', 'Vraag 5', 'Vraag 7']);
    expect(new TextEncoder().encode(JSON.stringify({ question: 'x'.repeat(1000), history })).length).toBeLessThan(32 * 1024);
  });
});
