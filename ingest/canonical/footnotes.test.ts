import { describe, expect, it } from 'vitest';
import { superscript, takeFootnotes, withoutMarks } from './footnotes.ts';
import { pageLines } from './page-lines.ts';

const take = (...pages: string[]) => {
  const { lines, footnotes } = takeFootnotes(pageLines(pages).lines);
  return { text: lines.map(({ text }) => text), notes: footnotes.map(({ page, number, lines: own }) => `${page}:${number} ${own.join('|')}`) };
};

describe('takeFootnotes', () => {
  it('takes numbered paragraphs at the foot whose mark stands in the text', () => {
    expect(take('Zie het akkoord (IZA).1 Met het IZA\nkomt er bekostiging.2\n\n1 Kamerstuk 31 765,\nnr. 812.\n2 Kamerstuk 745.')).toEqual({
      text: ['Zie het akkoord (IZA).¹ Met het IZA', 'komt er bekostiging.²'],
      notes: ['1:1 Kamerstuk 31 765,|nr. 812.', '1:2 Kamerstuk 745.'],
    });
  });

  it('finds marks that stand free, but not counted things', () => {
    expect(take('In jaar 2 en op 2 januari past VWS\nhet Besluit zorgverzekering 2 aan te passen.\n\n2 wetten.nl').text).toEqual([
      'In jaar 2 en op 2 januari past VWS',
      'het Besluit zorgverzekering² aan te passen.',
    ]);
  });

  it('finds a glued mark whose footnote stands on another page', () => {
    expect(take('Zie de brief.1\n\n1 Kamerstuk.', 'Aanleiding1\n\nMeer.').text).toEqual(['Zie de brief.¹', 'Aanleiding¹', 'Meer.']);
  });

  it('leaves numbered text alone when no mark is found', () => {
    const page = 'De stappen zijn:\n\n1 Zoek een partner\n2 Maak een plan';
    expect(take(page)).toEqual({ text: ['De stappen zijn:', '1 Zoek een partner', '2 Maak een plan'], notes: [] });
  });

  it('leaves abbreviations with figures alone', () => {
    expect(take('Via S3 en art.1 en COVID1 is het klaar.1\n\n1 Noot.').text).toEqual(['Via S3 en art.1 en COVID1 is het klaar.¹']);
  });
});

it('writes and drops marks', () => {
  expect(superscript(12)).toBe('¹²');
  expect(withoutMarks('1 Aanleiding¹')).toBe('1 Aanleiding');
});
