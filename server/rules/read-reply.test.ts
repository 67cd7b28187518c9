import { describe, expect, it } from 'vitest';
import type { CounterQuestion } from '../contract.ts';
import { createCounterQuestions } from './counter-question.ts';
import { readReply } from './read-reply.ts';
import { realRules } from './testing/real-rules.ts';

const { rules } = await realRules();
const questions = createCounterQuestions(rules);
const asked = (id: string): CounterQuestion => questions.of(id, {})!;

describe('a typed reply', () => {
  it.each([
    ['domein', 'Zvw', 'zvw'],
    ['domein', 'de wlz', 'wlz'],
    ['domein', 'Zorgverzekeringswet', 'zvw'],
    ['domein', 'wmo', 'sociaal-domein'],
    ['domein', 'gewoon de zvw hoor', 'zvw'],
    ['onderwerp', 'een groep', 'groep'],
    ['onderwerp', 'groep', 'groep'],
    ['onderwerp', 'Over één patiënt', 'individu'],
    ['onderwerp', 'één patient', 'individu'],
    ['onderwerp', 'hybride', 'hybride'],
    ['sector', 'ggz', 'ggz'],
    ['sector', 'fysiotherapie', 'fysiotherapie'],
    ['sector', 'in het ziekenhuis', 'medisch-specialistisch'],
    ['huisartsenDoenMee', 'ja', 'true'],
    ['huisartsenDoenMee', 'Ja hoor!', 'true'],
    ['huisartsenDoenMee', 'nee', 'false'],
    ['huisartsenDoenMee', 'Nee, er doen geen huisartsen mee', 'false'],
    ['huisartsenDoenMee', 'yes', 'true'],
    ['huisartsenDoenMee', 'klopt', 'true'],
    ['huisartsenDoenMee', 'klopt niet', 'false'],
    ['huisartsenDoenMee', 'true', 'true'],
    ['pgazOvereenkomst', 'ja', 'ja'],
    ['pgazOvereenkomst', 'nee nog niet', 'nee'],
    ['pgazOvereenkomst', 'nog niet', 'nee'],
    ['pgazVoorwaarden', 'ja', 'ja'],
    ['pgazVoorwaarden', 'niet alles', 'niet-alles'],
    ['pgazVoorwaarden', 'ja, behalve de laatste', 'niet-alles'],
    ['pgazVoorwaarden', 'nee', 'niet-alles'],
    ['domein', 'weet ik niet', 'weet-niet'],
    ['domein', 'Geen idee', 'weet-niet'],
    ['domein', 'dat weet ik nog niet', 'weet-niet'],
    ['huisartsenDoenMee', "I don't know", 'weet-niet'],
  ])('%s: %s → %s', (id, reply, value) => {
    expect(readReply(asked(id), reply)).toBe(value);
  });

  it.each([
    ['domein', 'zvw of wlz'],
    ['domein', 'ja'],
    ['domein', 'wat bedoel je?'],
    ['onderwerp', 'dat ligt eraan'],
    ['sector', 'banaan'],
    ['huisartsenDoenMee', 'hoe zit het dan met de fysiotherapeut?'],
    ['huisartsenDoenMee', 'soms'],
    ['pgazOvereenkomst', 'Wat is PGAZ eigenlijk?'],
  ])('that fits no choice is none: %s: %s', (id, reply) => {
    expect(readReply(asked(id), reply)).toBeUndefined();
  });

  it('may tell the fact by itself', () => {
    expect(readReply(asked('onderwerp'), 'we bespreken alle mensen met vage klachten in de wijk tegelijk, iedere maand weer', { onderwerp: 'groep' })).toBe('groep');
  });
});

describe('what an earlier message asked back', () => {
  it.each([...rules.facts, ...rules.together].map(({ id }) => [id]))('is seen by its text: %s', (id) => {
    const { question, help, choices } = asked(id);
    expect(questions.askedIn(`Misschien via PGAZ. [1]\n\n**${question.replace(/&/g, '\\&')}** ${help}\n\n- ${choices.map(({ label }) => label).join('\n- ')}`)).toBe(id);
  });

  it('is nothing where a sentence only begins like a question', () => {
    const { text } = rules.routes.flatMap(({ warnings }) => warnings).find(({ id }) => id === 'pgaz-of-oi')!;
    expect(text).toContain(asked('huisartsenDoenMee').question);
    const proof = 'Als huisartsen betrokken zijn bij een domein- of sectoroverstijgende samenwerking binnen de Zvw, zal een keuze moeten worden gemaakt om de samenwerking voor alle betrokken zorgaanbieders in de Zvw vorm te geven.';
    expect(questions.askedIn(`${text} ${proof}`)).toBeUndefined();
  });

  it('is nothing where several are asked in a row: an answer would not say which it is', () => {
    expect(questions.askedIn(`Nog nodig: ${asked('domein').question} ${asked('sector').question}`)).toBeUndefined();
    expect(questions.askedIn('De bronnen zeggen hierover niets.')).toBeUndefined();
  });
});
