import { describe, expect, it } from 'vitest';
import { listMarker } from './list-marker.ts';

describe('listMarker', () => {
  it.each([
    ['• De prestatie', '•', 'De prestatie'],
    ['° Jaarlijks', '°', 'Jaarlijks'],
    ['▪ Afspraak', '▪', 'Afspraak'],
    ['o dNLggz licht toe', 'o', 'dNLggz licht toe'],
    ['– Activiteiten', '–', 'Activiteiten'],
    ['a) Minister', 'alpha)', 'a) Minister'],
    ['(b)  Zorg', 'alpha()', '(b) Zorg'],
    ['ii. natuurlijk', 'roman.', 'ii. natuurlijk'],
    ['xiii.of er', 'roman.', 'xiii. of er'],
    ['12.  Deelprestaties', 'decimal.', '12. Deelprestaties'],
  ])('%s', (line, style, text) => {
    expect(listMarker(line)).toMatchObject({ style, text });
  });

  it.each(['i.v.m. de AVG', '3.5 procent', '2024 en 2025', 'ooit', '-aanbieders', 'v.a. 2024', 'o.a. de NZa', 'd.w.z. later'])('no item: %s', (line) => {
    expect(listMarker(line)).toBeUndefined();
  });

  it('takes i for the letter after h and for a number otherwise', () => {
    const h = listMarker('h. acht');
    expect(listMarker('i. negen', h ? [h] : [])).toMatchObject({ style: 'alpha.', order: 9 });
    expect(listMarker('i. een')).toMatchObject({ style: 'roman.', order: 1 });
  });
});
