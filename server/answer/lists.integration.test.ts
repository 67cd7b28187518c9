import { beforeAll, describe, expect, it } from 'vitest';
import { AskRequest, type Answer } from '../contract.ts';
import { loadEngine, loadModels, type Engine } from '../assistant/engine.ts';
import { readConfig } from '../runtime/config.ts';
import { Metrics } from '../runtime/metrics.ts';
import { isVerified } from './is-verified.ts';

/** The real index and models. */
let engine: Engine;
beforeAll(async () => {
  const config = readConfig({});
  engine = await loadEngine(config.indexDir, await loadModels(config), new Metrics());
});

const ask = (question: string): Promise<Answer> => engine.answerer.ask(AskRequest.parse({ question }));

/** Lists that answer, and ways to ask for them. */
const LISTS: [introductions: string[], questions: string[]][] = [
  [['pgaz-contract-inhoud-handleiding', 'pgaz-contract-inhoud-kamerbrief'], [
    'wat moet er allemaal in het contract',
    'Welke afspraken moeten er in een PGAZ-contract staan?',
    'noem alles wat in de overeenkomst over PGAZ moet',
    'lijst van contractonderwerpen PGAZ',
    'wat leg je vast in de overeenkomst met de verzekeraar',
    'What must be in the PGAZ contract?',
  ]],
  [['oi-prestaties'], ['Welke O&I-prestaties zijn er?', 'noem de vier O&I prestaties', 'wat valt er allemaal onder O&I', 'uit welke onderdelen bestaat O&I', 'soorten O&I', 'Which O&I services are there?']],
  [['afspraken-15-oktober'], [
    'welke afspraken zijn er gemaakt op 15 oktober',
    'Wat is er op 15 oktober 2024 afgesproken?',
    'noem alle afspraken van 15 oktober',
    'lijst afspraken bijeenkomst 15 oktober 2024',
    'afspraken NZa bijeenkomst oktober',
    'What was agreed on 15 October 2024?',
  ]],
  [['afspraken-17-september'], [
    'welke afspraken zijn er gemaakt op 17 september',
    'Wat is er op 17 september 2024 afgesproken?',
    'noem alle afspraken van 17 september',
    'lijst met actiepunten van 17 september 2024',
    'afspraken van de eerste bijeenkomst in september',
    'What was agreed on 17 September 2024?',
  ]],
  [['pgaz-kwalitatieve-evaluatie-vragen'], [
    'Wat wordt er allemaal geëvalueerd bij PGAZ?',
    'Welke vragen zijn er voor de kwalitatieve evaluatie?',
    'noem alle evaluatievragen van het experiment',
    'waar rapporteert de NZa over in de evaluatie van PGAZ',
    'lijst evaluatiepunten PGAZ',
    'Which questions does the qualitative evaluation of PGAZ answer?',
  ]],
  [['pgaz-jaarlijkse-punten'], [
    'Wat rapporteert de NZa elk jaar?',
    'welke punten staan in de jaarlijkse evaluatie',
    'noem wat de NZa jaarlijks meldt over PGAZ',
    'jaarlijkse rapportage PGAZ wat staat erin',
    'wat moet er elk jaar gerapporteerd worden over het experiment',
    'What does the NZa report every year about PGAZ?',
  ]],
  [['pgaz-onder-voorwaarden'], [
    'Welke voorwaarden zijn er voor PGAZ?',
    'Aan welke voorwaarden moet PGAZ voldoen?',
    'noem alle voorwaarden om PGAZ te mogen gebruiken',
    'wat zijn de eisen voor PGAZ',
    'lijst voorwaarden PGAZ',
    'What are the conditions for PGAZ?',
  ]],
]; // prettier-ignore

describe('a list is answered whole', () => {
  it.each(LISTS.flatMap(([introductions, questions]) => questions.map((question) => [question, introductions] as const)))('%s', async (question, introductions) => {
    const { blocks = [], citations } = await ask(question);
    const said = blocks.filter((block) => block.type === 'statement');
    expect(introductions).toContain(said[0]?.id);
    const { list } = engine.index.statements!.statements.find(({ id }) => id === said[0]!.id)!;
    expect(said.filter(({ role }) => role === 'item').map(({ id }) => id)).toEqual(list);
    for (const citation of citations) expect(isVerified(citation, engine.index.documents)).toBe(true);
  });

  it.each(['Moet de postcode in het contract staan?', 'Wat houdt O&I Ketenzorg in?', 'Wat doet de NZa met de afspraak over PGAZ voor ALK?'])('not where one thing is asked for: %s', async (question) => {
    const { blocks = [] } = await ask(question);
    expect(blocks.some((block) => block.type === 'statement' && block.role === 'item')).toBe(false);
  });
});
