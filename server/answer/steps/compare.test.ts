import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskRequest, Block } from '../../contract.ts';
import type { Comparisons } from '../../corpus/comparison.ts';
import { quoteFrom, smallStatement } from '../../search/testing/small-asked.ts';
import { smallDocument } from '../../search/testing/small-index.ts';
import type { RouteFacts } from '../comparison.ts';
import { newDraft, type Draft, type Tools } from '../draft.ts';
import { isVerified } from '../is-verified.ts';
import { PIPELINE, runSteps } from '../pipeline.ts';
import { smallTools } from '../testing/small-answerer.ts';
import { verify } from './verify.ts';

const gids = smallDocument('gids', ['PGAZ is voor een groep.', 'SOP is voor één cliënt.', 'De gemeente betaalt het overleg.', 'SOP is een voorstel.']);
const brief = smallDocument('brief', ['PGAZ komt in de loop van het jaar.']);
const said = (id: string, quote: string, document = gids) => smallStatement(id, [quoteFrom(document, quote)]);
const statements = [said('pgaz-wat', 'PGAZ is voor een groep.'), said('sop-wat', 'SOP is voor één cliënt.'), said('plan', 'PGAZ komt in de loop van het jaar.', brief)];
const cell = (text: string, by: string) => ({ text, en: `${text} in English`, by: [by] });
const comparisons: Comparisons = {
  aspects: [{ id: 'over-wie', name: 'Over wie', en: 'About whom' }],
  routes: [
    { route: 'pgaz', name: 'PGAZ', says: 'pgaz-wat', cells: { 'over-wie': cell('een groep', 'pgaz-wat') } },
    { route: 'sop', name: 'SOP', says: 'sop-wat', cells: { 'over-wie': cell('één cliënt', 'sop-wat') } },
  ],
  documents: [{ document: 'brief', name: 'Brief', en: 'Letter', asked: ['kamerbrief'] }, { document: 'gids', name: 'Gids', en: 'Guide', asked: ['handleiding'] }], // prettier-ignore
  pairs: [{ documents: ['brief', 'gids'], says: ['plan'], rows: [{ aspect: 'Groep', en: 'Group', cells: ['not-mentioned', cell('een groep', 'pgaz-wat')] }] }],
};
const routes: RouteFacts = {
  namedIn: (question) => [...question.matchAll(/pgaz|sop/gi)].map(({ 0: name, index }) => ({ ids: [name.toLowerCase()], start: index, end: index + name.length })),
  standingOn: (id) => (id === 'sop' ? { phase: 'proposal', quotes: [quoteFrom(gids, 'SOP is een voorstel.')] } : undefined),
};

let root: string;
let tools: Tools;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'compare-'));
  tools = { ...(await smallTools(root, [gids, brief], { statements, comparisons })), routes };
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function answered(question: string, change: Partial<Tools> = {}, history: AskRequest['history'] = []): Promise<Draft> {
  const draft = newDraft({ question, history }, '2026-01-31');
  await runSteps(PIPELINE, draft, { ...tools, ...change });
  return draft;
}
const tableIn = ({ blocks }: Draft) => blocks.find((block): block is Block & { type: 'table' } => block.type === 'table');

describe('a comparison', () => {
  it('is a table after what is said, each cell with a verified quote', async () => {
    const draft = await answered('Wat is het verschil tussen SOP en PGAZ?');
    expect(draft.blocks.map(({ type }) => type).slice(0, 4)).toEqual(['statement', 'statement', 'table', 'quote']);
    const table = tableIn(draft)!;
    expect(table).toMatchObject({ caption: 'SOP en PGAZ vergeleken', columns: ['SOP', 'PGAZ'] });
    expect(table.rows.map(({ aspect, cells }) => [aspect, ...cells.map(({ text, citations }) => `${text}: ${citations.map((n) => draft.citations[n - 1]?.quote).join()}`)])).toEqual([
      ['Over wie', 'één cliënt: SOP is voor één cliënt.', 'een groep: PGAZ is voor een groep.'],
      ['Stand op 31 januari 2026', 'alleen een voorstel: SOP is een voorstel.', ': '],
    ]);
    for (const citation of draft.citations) expect(isVerified(citation, tools.index.documents)).toBe(true);
  });

  it('quotes no sentence that merely lies near', async () => expect((await answered('verschil SOP en PGAZ bij het overleg')).citations.map(({ quote }) => quote)).not.toContain('De gemeente betaalt het overleg.'));

  it('answers what would be refused', async () => {
    const calibration = { ...tools.calibration, thresholds: { full: 1e6, lexical: 1e6 } };
    expect((await answered('SOP of PGAZ?', { calibration })).refused).toBe(false);
    expect((await answered('SOP en PGAZ, wie betaalt?', { calibration })).refused).toBe(true);
  });

  it('goes on from an earlier question only where a difference is asked for again', async () => {
    const history = [{ role: 'user' as const, content: 'Wat is PGAZ?' }];
    expect(tableIn(await answered('en wat is het verschil met SOP?', {}, history))?.columns).toEqual(['PGAZ', 'SOP']);
    const compared = [{ role: 'user' as const, content: 'Wat is het verschil tussen SOP en PGAZ?' }];
    expect(tableIn(await answered('en wie betaalt dat?', {}, compared))).toBeUndefined();
  });

  it('sets two documents side by side, also in English', async () => {
    const table = tableIn(await answered('What is the difference between the kamerbrief and the handleiding?'));
    expect(table).toMatchObject({ columns: ['Letter', 'Guide'], rows: [{ aspect: 'Group', cells: [{ text: 'not mentioned', citations: [] }, { text: 'een groep in English' }] }] });
  });

  it.each([['without what is written about them', { statements: undefined }], ['without rules', { routes: undefined }]])('is none %s', async (_, change) => {
    expect(tableIn(await answered('Wat is het verschil tussen SOP en PGAZ?', change as Partial<Tools>))).toBeUndefined();
  });

  it('leaves out a cell whose quote is not verbatim', async () => {
    const draft = newDraft({ question: 'verschil SOP en PGAZ' }, '2026-01-31');
    await runSteps(PIPELINE.slice(0, PIPELINE.indexOf(verify)), draft, tools);
    const place = draft.planned.findIndex(({ document, start, end }) => document.text.slice(start, end) === 'SOP is een voorstel.');
    draft.planned[place] = { ...draft.planned[place]!, document: { ...gids, text: gids.text.replace('voorstel', 'besluit ') } };
    verify(draft, tools);
    expect(tableIn(draft)!.rows.at(-1)?.cells[0]).toEqual({ text: '', citations: [] });
  });
});
