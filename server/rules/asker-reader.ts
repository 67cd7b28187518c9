import type { StatedFact, Vocabulary } from '../corpus/vocabulary.ts';
import type { SaidFact } from './fact-reader.ts';
import { createGeneralQuestion } from './general-question.ts';
import { lawOfSector } from './law-of-sector.ts';
import { MENTION_LISTS, type Mention, type MentionText } from './mentions.ts';
import { SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';

/** Sectors of people whose pay follows the place where they work. */
const FREE_SECTOR = 'anders';

export interface Asker {
  /** Sector and law of the asker, with the words that told them. */
  said: SaidFact[];
  /** Who the asker is; empty when not told. */
  mentions: Mention[];
}

/** Who asks, by what they say of themselves: "fysio hier", "ik werk in een verpleeghuis", "wij van de thuiszorg". */
export function createAskerReader(
  vocabulary: Vocabulary,
  lists: WordLists,
): (mentions: MentionText, laws: readonly SaidFact[]) => Asker {
  const { signals } = vocabulary;
  const isGeneral = createGeneralQuestion(vocabulary, lists);
  const patternsOf = (texts: readonly string[]): SentencePattern[] => texts.map((text) => new SentencePattern(text, { ...lists, ...MENTION_LISTS }));
  const tiers = [patternsOf(signals.selves.sure), patternsOf(signals.selves.likely)];

  return (mentions, laws) => {
    for (const patterns of tiers) {
      const spans = patterns.flatMap((pattern) => pattern.find(mentions.text)).filter((found) => !isGeneral(mentions.text, found));
      const own = [...new Set(spans.flatMap((span) => mentions.within(span)))];
      if (own.length === 0) continue;
      const span = around([...spans.map((found) => mentions.origin(found))]);
      return { mentions: own, said: saidOf(own, laws).map((stated) => ({ ...stated, ...span })) };
    }
    return { mentions: [], said: [] };
  };
}

/** Where somebody works decides the law; a sector is only certain when profession, place and law agree on it. */
function saidOf(own: readonly Mention[], laws: readonly StatedFact[]): StatedFact[] {
  const professions = own.flatMap(({ profession }) => (profession ? [profession] : []));
  const settings = own.flatMap(({ setting }) => (setting ? [setting] : []));
  const only = <T>(values: readonly (T | undefined)[]): { value?: T; clash: boolean } => {
    const [value, ...others] = [...new Set(values.filter((item) => item !== undefined))];
    return others.length > 0 || value === undefined ? { clash: others.length > 0 } : { value, clash: false };
  };
  const sectorOf = only(professions.flatMap(({ sectors }) => sectors ?? []));
  const professionLaw = only(professions.flatMap(({ domein, sectors }) => [domein ?? only((sectors ?? []).map(lawOfSector)).value]));
  const placeSector = only(settings.map(({ sector }) => sector));
  const placeLaw = only(settings.map(({ domein, sector }) => domein ?? lawOfSector(sector)));
  const told = only(laws.map(({ value }) => value as string));
  if (placeLaw.clash || (placeLaw.value === undefined && professionLaw.clash) || told.clash) return [];

  const law = told.value ?? placeLaw.value ?? (placeSector.value === undefined ? professionLaw.value : undefined);
  const isFree = professions.length === 0 || sectorOf.value === FREE_SECTOR || (sectorOf.value === undefined && !sectorOf.clash);
  const lawOf = placeSector.value === undefined ? professionLaw.value : (placeLaw.value ?? undefined);
  let sector: string | undefined;
  if (!placeSector.clash && !sectorOf.clash) {
    if (placeSector.value !== undefined) sector = isFree || sectorOf.value === placeSector.value ? placeSector.value : undefined;
    else sector = sectorOf.value;
  }
  const fits = sector === FREE_SECTOR || law === undefined || lawOf === undefined || law === lawOf;
  return [
    ...(sector !== undefined && fits ? [{ fact: 'sector', value: sector }] : []),
    ...(law !== undefined ? [{ fact: 'domein', value: law }] : []),
  ];
}

function around(spans: readonly WordSpan[]): WordSpan {
  return { first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) };
}
