import { describe, expect, it } from 'vitest';
import { BadInputError } from '../errors.ts';
import { readAskArguments } from './ask-arguments.ts';

describe('readAskArguments', () => {
  it('reads a question in quotes or in words', () => {
    expect(readAskArguments(['Wie betaalt?'])).toEqual({ request: { question: 'Wie betaalt?' }, json: false });
    expect(readAskArguments(['Wie', 'betaalt?', '--json'])).toEqual({ request: { question: 'Wie betaalt?' }, json: true });
  });

  it.each([['--as-of'], ['--op-datum']])('reads the day: %s', (option) => {
    expect(readAskArguments(['Wie?', option, '2026-01-31']).request).toEqual({ question: 'Wie?', asOf: '2026-01-31' });
  });

  it('asks how the answer came about', () => expect(readAskArguments(['--explain', 'Wie?']).request).toEqual({ question: 'Wie?', explain: true }));

  it('asks for nothing with --help', () => expect(readAskArguments(['--help', 'x']).request).toBeUndefined());

  it.each<[string[], RegExp]>([
    [[], /^Stel een vraag\. Bijvoorbeeld: npm run ask/],
    [['  '], /^Stel een vraag\. Bijvoorbeeld: npm run ask/],
    [['x'.repeat(1001)], /te lang/],
    [['Wie?', '--as-of', 'morgen'], /^--as-of: Gebruik een datum als JJJJ-MM-DD/],
    [['Wie?', '--as-of', '2026-02-30'], /^--as-of: Deze datum bestaat niet/],
    [['Wie?', '--datum', '2026-01-01'], /^De optie --datum bestaat niet\. Zie npm run ask -- --help$/],
    [['Wie?', '--as-of'], /^Bij --as-of ontbreekt de waarde/],
  ])('refuses %j in Dutch', (argv, message) => {
    expect(() => readAskArguments(argv)).toThrow(BadInputError);
    expect(() => readAskArguments(argv)).toThrow(message);
  });
});
