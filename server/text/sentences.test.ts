import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    // [what it shows, sentences that stand behind each other]
    ['abbreviation before a capital', ['Zie art. 4 en nr. 842 van Stb. 2024.', 'Dat geldt ook m.b.t. Wlz-zorg.']],
    ['o.a., d.w.z., t.z.t., evt.', ['Dit betreft o.a. NZa en ZN, d.w.z. Partijen.', 'T.z.t. Volgt meer (evt. Later).']],
    ['i.v.m., n.a.v., incl., resp., vs.', ['I.v.m. De AVG, n.a.v. Covid, incl. Btw, resp. Wlz vs. Zvw.', 'Klaar.']],
    ['titles and initials', ['Aldus dr. A.B. Jansen en mw. De Vries.', 'De Minister, P.A. Dijkstra, tekent.']],
    ['bijv. with a capital', ['Aansluiten, bijv. Bij de LHV.', 'Dat helpt.']],
    ['decimals, percentages and amounts', ['Dat is 0,3 fte of 1.250,50 euro, ca. 10%.', 'In 2024 was het 3.5.']],
    ['dates', ['Het start op 1 mei 2024.', '2 januari volgt.', 'Op 17-09-2024 is er overleg.']],
    ['article numbers', ['Artikel 1.1.2 is van toepassing.', 'Artikel 58 ook.']],
    ['e.a. that closes', ['Dit geldt voor ZN, NZa e.a.', 'De partijen tekenen.']],
    ['e.a. in the middle', ['Het is niet makkelijk en e.a. afhangt van de uitwerking.', 'Klaar.']],
    ['organisation in capitals', ['Dit ligt bij inkopers bij ZN.', 'Ook zou er overleg kunnen zijn.']],
    ['a name that starts small', ['Dat is lastig.', 'dNLggz vult aan dat het kan.']],
    ['bijlage A', ['Zie bijlage A.', 'Meer volgt later.']],
    ['quotes and brackets', ['Zij zei: “Dat kan niet.”', 'Daarna was het (deels) klaar.', '(Voorbeeld: knie- of heupartrose).']],
    ['reference mark', ['Zie het akkoord (IZA).¹', 'Met het IZA komt er meer.²']],
    ['question in a list', ['Is er een handleiding nodig?', 'Is een betaaltitel gewenst?']],
    ['enumeration', ['3. De zorgautoriteit neemt in acht.', 'Dat is alles.']],
    ['roman enumeration', ['xv. welke voor- en nadelen er zijn?', 'Wat zijn eventuele ideeën?']],
    ['ellipsis inside', ['Dit is … nog niet alles.', 'Nu wel.']],
  ])('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it('covers every character that is not blank, in order, without overlap', () => {
    const piece = fc.constantFrom('De zorg', 'art.', 'nr. 3', '1.', 'a)', 'dNLggz', '“Ja.”', '(nee)', '¹', '.', '?', '!', ' ', '…', 'P.A.', '2024', 'x', '’s');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')), (text) => {
        let at = 0;
        for (const [start, end] of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
