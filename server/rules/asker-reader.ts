import type { StatedFact, Vocabulary } from '../corpus/vocabulary.ts';
import type { SaidFact } from './fact-reader.ts';
import { createGeneralQuestion } from './general-question.ts';
import { lawOfSector } from './law-of-sector.ts';
import { MENTION_LISTS, type Mention, type MentionText } from './mentions.ts';
import { SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';

/** Sectors of people whose pay follows the place where they work. */
const FREE_SECTOR = 'anders';
/** A psychologist in a prison works in forensic care. */
const MENTAL_SECTOR = 'ggz';
const FORENSIC_SECTOR = 'forensisch';

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
  const trade = {
    sector: agreed(professions.flatMap(({ sectors }) => sectors ?? [])),
    law: agreed(professions.map(({ domein, sectors = [] }) => domein ?? agreed(sectors.map(lawOfSector)))),
  };
  const place = {
    sector: agreed(settings.map(({ sector }) => sector)),
    law: agreed(settings.map(({ domein, sector }) => domein ?? lawOfSector(sector))),
  };
  const told = agreed(laws.map(({ value }) => String(value)));
  if ([told, place.law, place.sector, place.law === undefined ? trade.law : undefined].includes(CLASH)) return [];

  const law = told ?? place.law ?? (place.sector === undefined ? trade.law : undefined);
  const sector = sectorOf(trade, place, law);
  return [
    ...(sector !== undefined ? [{ fact: 'sector', value: sector }] : []),
    ...(law !== undefined ? [{ fact: 'domein', value: law }] : []),
  ];
}

interface World {
  sector: string | undefined;
  law: string | undefined;
}

function sectorOf(trade: World, place: World, law: string | undefined): string | undefined {
  if (trade.sector === CLASH) return undefined;
  if (place.sector !== undefined) {
    const isForensic = trade.sector === MENTAL_SECTOR && place.sector === FORENSIC_SECTOR;
    const fits = trade.sector === undefined || trade.sector === FREE_SECTOR || trade.sector === place.sector || isForensic;
    return fits && isUnder(place.law, law) ? place.sector : undefined;
  }
  return trade.sector === FREE_SECTOR || isUnder(trade.law, law) ? trade.sector : undefined;
}

const isUnder = (known: string | undefined, law: string | undefined): boolean => known === undefined || law === undefined || known === law;

/** Stands for values that contradict each other. */
const CLASH = '';

/** The one value that is given; `CLASH` for several. */
function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [value, ...others] = new Set(values.filter((item) => item !== undefined));
  return others.length > 0 ? CLASH : value;
}

function around(spans: readonly WordSpan[]): WordSpan {
  return { first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) };
}
