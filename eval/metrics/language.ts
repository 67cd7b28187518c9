export type Language = 'nl' | 'en';

const NL = new Set('de het een en van is dat voor met op te niet zijn in er aan u uw wordt worden door als bij ook of om naar maar dan kan kunnen mag mogen moet moeten die deze dit over uit tot geen ja nee hebt heeft hebben daar staat volgens wel nog alleen zich per zonder onder al'.split(' '));
const EN = new Set('the a an and of is that for with on to not are in there at you your by if also or but then can may must which this over from until no yes has have it be as only under without does do they will would should according says was were'.split(' '));

/** Dutch and English share some of their commonest words; those tell nothing. */
const SHARED = new Set([...NL].filter((word) => EN.has(word)));

/** The least share of words that must be function words: real sentences have a third or more, gibberish has none. */
const LEAST = 0.12;

/** Language of a running text by its function words; undefined where it is neither, or too short to tell. */
export function languageOf(text: string): Language | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word) && !SHARED.has(word)).length;
  const [nl, en] = [count(NL), count(EN)];
  if (Math.max(nl, en) < LEAST * words.length || nl === en) return undefined;
  return nl > en ? 'nl' : 'en';
}
