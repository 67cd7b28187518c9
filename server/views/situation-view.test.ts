import { describe, expect, it } from 'vitest';
import type { Block } from '../contract.ts';
import { toHtml } from '../http/pages/to-html.ts';
import { answerBody } from './answer-body.ts';
import { answerParts } from './answer-parts.ts';
import { answerProse } from './answer-view.ts';
import type { AnswerViewOptions, SituationState } from './answer-view-options.ts';
import { inPlainParts } from './situation-parts.ts';
import { citation } from './testing/sample-answer.ts';
import { h } from './view.ts';

const route = (id: string, status: 'van-toepassing' | 'nog-niet' | 'onbekend' | 'niet-van-toepassing', more: object = {}) => ({ id, title: id.toUpperCase(), status, payment: 'apart' as const, reason: `Waarom ${id}.`, citations: [], ...more });
const situation: Extract<Block, { type: 'situation' }> = {
  type: 'situation', understood: ['Over een groep.'], facts: [{ factId: 'onderwerp', value: 'groep', label: 'Over een groep', from: 'vraag' }], link: '/check#onderwerp=groep',
  routes: [route('pgaz', 'nog-niet'), route('oi', 'nog-niet', { citations: [1] }), route('sop', 'onbekend', { because: 'bronnen' }), route('adz', 'onbekend', { because: 'feit' }), route('zpm', 'niet-van-toepassing')],
  ask: { factId: 'huisartsenDoenMee', question: 'Doen er huisartsen mee?', help: 'Ook één telt.', choices: [{ value: 'true', label: 'Ja' }, { value: 'weet-niet', label: 'Weet ik niet' }] },
};
const lead: Block = { type: 'lead', text: 'Via PGAZ kan dit nog niet.', routeId: 'pgaz', citations: [1] };
const citations = [citation(1, 'Alleen met een overeenkomst.')];
const blocks: Block[] = [lead, { type: 'quote', n: 1, source: 'de handleiding', role: 'proof' }, situation];

function html(state?: SituationState, given: Block[] = blocks, language: 'nl' | 'en' = 'nl'): string {
  const options: AnswerViewOptions = { headingLevel: 3, id: 'a', marker: ({ n }) => h('b', {}, String(n)), opener: () => h('span'), ...(state && { situation: state }) };
  return toHtml(h('div', {}, answerProse(answerParts({ answer: '', citations, notices: [], blocks: given, language }), options)));
}

describe('a situation as a view', () => {
  it('stands under the direct answer: what was understood, the question back, the proof, the other routes', () => {
    const places = ['Via PGAZ kan dit nog niet.', 'Over een groep', 'Doen er huisartsen mee?', 'class="proof"', 'Kan ook, als u iets regelt (1)', 'De bronnen zeggen het niet (1)', 'Nog onbekend (1)', 'Past niet (1)', 'Alle voorwaarden'].map((words) => html({ isOpen: true }).indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('has a button for each fact and each choice while it is the last answer, in a group with the question as its name', () => {
    const open = html({ isOpen: true });
    expect(open).toContain('data-remove="onderwerp"');
    expect(open).toMatch(/role="group" aria-labelledby="ask-a"/);
    expect(open).toMatch(/id="ask-a">Doen er huisartsen mee\?/);
    expect([...open.matchAll(/data-choice="([^"]+)"/g)].map(([, value]) => value)).toEqual(['true', 'weet-niet']);
  });

  it.each([undefined, { isOpen: false }])('has no buttons where nobody can reply (%o)', (state) => {
    expect(html(state)).not.toMatch(/<button/);
    expect(html(state)).toContain('Over een groep');
    expect(html(state)).toContain('Doen er huisartsen mee?');
  });

  it('folds the buttons into what was chosen', () => {
    expect(html({ isOpen: false, reply: 'Weet ik niet' })).toMatch(/Doen er huisartsen mee\?<\/strong>.*Weet ik niet/);
  });

  it('opens what is known when the question can wait, and keeps that within reach', () => {
    const later = html({ isOpen: true, isAskedLater: true });
    expect(later).toMatch(/<details class="ask folded"/);
    expect([...later.matchAll(/route-group-([a-z-]+)" open/g)].map(([, group]) => group)).toEqual(['regelen', 'bronnen', 'open']);
    expect(later).toContain('data-choice="true"');
  });

  it('names each route with a link, how it stands and why, with what proves it', () => {
    expect(html()).toMatch(/<a href="\/routes\/oi">OI<\/a> <span class="status status-nog-niet">.*?Nog niet<\/span><\/p><p class="route-why">Waarom oi\. <b>1<\/b>/);
    expect(html()).not.toContain('/routes/pgaz');
  });

  it('lists the first route too where the answer begins with something else', () => {
    expect(html(undefined, [situation])).toContain('/routes/pgaz');
  });

  it('is as a whole in the language of the answer; only what a source says stays Dutch', () => {
    const english = html({ isOpen: true }, blocks, 'en');
    expect(english).toMatch(/<div class="facts" lang="en">.*This is how I understand it:.*<span>Over een groep/);
    expect(english).toContain('Not yet</span>');
    expect([...english.matchAll(/<(\w+)[^>]* lang="nl"/g)].map(([, tag]) => tag)).toEqual(['blockquote']);
  });

  it('never shows what a newer server calls something unsafe as a link', () => {
    const odd = { ...situation, routes: [route('../x?y#z', 'nog-niet')] };
    expect(html(undefined, [odd])).toContain('href="/routes/..%2Fx%3Fy%23z"');
  });
});

describe('inPlainParts', () => {
  it('says the same without anything to tap, the question last', () => {
    const plain = inPlainParts(answerBody(blocks, citations));
    const words = plain.map((part) => ('runs' in part ? part.runs.map((run) => ('text' in run ? run.text : '')).join('') : part.type));
    expect(words.slice(2)).toEqual(['Zo begrijp ik het: Over een groep.', 'Kan ook, als u iets regelt:', 'list', 'De bronnen zeggen het niet: SOP.', 'Nog onbekend: ADZ.', 'Past niet: ZPM.', 'Alle voorwaarden', 'Doen er huisartsen mee?']);
  });
});
