/**
 * Dutch sentences. `Intl.Segmenter` (Unicode UAX #29, in Node itself) finds the candidates; these rules take back the
 * breaks it makes after abbreviations, initials, ordinals and enumeration marks.
 */

/** Abbreviations that never end a sentence: something follows. Written without their last full stop. */
const OPEN_ABBREVIATIONS = new Set(
  (
    'art artt nr nrs blz p pp par hfst h vgl bijv bv bijvb incl excl resp ca circa max min tel mr dr drs ir ing prof ds ' +
    'mw mevr dhr fam st stb stcrt trb kamerst kst jo evt o.a m.n d.w.z dwz m.b.t t.a.v t.o.v t.b.v i.v.m i.h.k.v ' +
    'n.a.v i.p.v i.c.m i.s.m o.b.v o.g.v a.d.h.v d.m.v m.u.v m.i.v t.z.t t.g.v t.w i.e vs versus plm pag afl dl bijl red ' +
    'n.l gem v.d v.w.b z.g zgn t.n.v p.m p.j p/a r.k sr jr ev t.h.v i.o i.g.v i.i.g i.t.t t/m ' +
    'jan febr feb mrt apr jun jul aug sept sep okt nov dec'
  ).split(' '),
);
/** Abbreviations that often close a sentence: a capital after them starts a new one. */
const CLOSING_ABBREVIATIONS = new Set('e.a e.d enz etc c.s jl e.v o.i.d m.v a.s d.d n.v.t e.e.a n.b p.p b.v n.v'.split(' '));

const MISSED = /(?<=[.!?][”’"')]*\s)(?=\p{Ll}{1,2}\p{Lu}\p{L})|(?<=(?:\p{Ll}{4}|\d{4})\.\s)(?=\d)/u;

/** Characters around a break that decide about it: more is no word, mark or abbreviation. */
const ENOUGH = 200;

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });

/** A capital, a figure, an opening quote or bracket before one. */
const STARTS_SENTENCE = /^[“‘"'«([–-]?\s?[\p{Lu}\p{N}]|^[’'][stn]\s\p{Lu}|^[“‘"'([]\p{L}|^\p{Ll}{1,2}\p{Lu}\p{L}/u;
const ENUMERATION = /^\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6}|\d{1,2}\.[a-z])[.)]$/;

/**
 * @param text running text of one block, without line feeds
 * @returns half-open ranges without surrounding blanks, ascending; together they cover every character that is not blank
 */
export function splitSentences(text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const { index, segment } of candidates(text)) {
    // A reference mark or a closing quote behind the full stop belongs to the sentence it closes.
    const last = ranges.at(-1);
    const strays = last ? (/^[⁰¹²³⁴-⁹”’"»)\]]+(?=\s|$)/u.exec(segment)?.[0].length ?? 0) : 0;
    if (last && strays > 0) last[1] = index + strays;
    const lead = segment.slice(strays);
    const start = index + strays + (lead.length - lead.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (start >= end) continue;
    if (last && continues(text.slice(Math.max(last[0], last[1] - ENOUGH), last[1]), text.slice(start, Math.min(end, start + ENOUGH)))) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The segmenter's, and breaks it misses: before names such as dNLggz and before a figure (`… mei 2024. 2 januari …`). */
function* candidates(text: string): Generator<{ index: number; segment: string }> {
  for (const { index, segment } of segmenter.segment(text)) {
    let at = 0;
    for (const part of segment.split(MISSED)) {
      yield { index: index + at, segment: part };
      at += part.length;
    }
  }
}

/** Whether `next` belongs to the sentence that `before` seemed to end. */
function continues(before: string, next: string): boolean {
  if (!/[.!?…][⁰¹²³⁴-⁹”’"'»)\]]*$/u.test(before)) return true;
  if (/^\p{Ll}/u.test(next) && !STARTS_SENTENCE.test(next)) return true;
  if (ENUMERATION.test(before)) return true;
  if (!before.endsWith('.')) return /^[,;:)\]–-]/u.test(next);
  const token = /(\S+)\.$/.exec(before)?.[1] ?? '';
  const word = token.replace(/^[("'‘“«[]+/, '');
  // "ZN." is an organisation, "zn." would be an abbreviation.
  const lower = /^\p{Lu}{2,}$/u.test(word) ? '' : word.toLowerCase();
  if (OPEN_ABBREVIATIONS.has(lower)) return true;
  if (CLOSING_ABBREVIATIONS.has(lower)) return !STARTS_SENTENCE.test(next);
  // Initials ("P.A. Dijkstra"), but not the last letter of "onder a." or "groep B." before a new sentence.
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return /^\p{Lu}/u.test(next) && !/(?:onder|lid|groep|categorie|type|deel|bijlage)\s\S+$/i.test(before.slice(0, -1));
  return /^[,;:)\]]/u.test(next);
}
