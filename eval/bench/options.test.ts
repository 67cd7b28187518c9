import { describe, expect, it } from 'vitest';
import { readBenchOptions } from './options.ts';

describe('options of the benchmark', () => {
  it('measures all but scale unless parts are named', () => {
    expect(readBenchOptions([])).toEqual({ help: false, parts: ['start', 'search', 'ask', 'plan', 'recall', 'ingest', 'widget', 'load'], documents: [], passages: 100_000 });
    expect(readBenchOptions(['scale', 'start']).parts).toEqual(['start', 'scale']);
  });

  it('takes folders and a number of passages', () => {
    const options = readBenchOptions(['scale', '--documents', 'a', '--documents', 'b', '--passages', '5000']);
    expect(options).toMatchObject({ parts: ['scale'], documents: ['a', 'b'], passages: 5000 });
  });

  it.each([[['snelheid'], 'Dit onderdeel bestaat niet: snelheid'], [['--pasages', '3'], 'Deze optie bestaat niet'], [['--passages', 'veel'], 'een heel getal'], [['--passages', '0'], 'een heel getal']])(
    'refuses %j with how to use it',
    (argv, message) => {
      expect(() => readBenchOptions(argv)).toThrow(message);
      expect(() => readBenchOptions(argv)).toThrow('Gebruik: npm run bench');
    },
  );
});
