import type { Citation, Place } from '../contract.ts';
import { paragraph, proven, text, withoutArticle, type BlockOf, type Part, type Run } from './answer-part.ts';
import { answerWords, type AnswerWords, type Language } from './answer-words.ts';
import { dateInWords } from './date-in-words.ts';
import { fill } from './labels.ts';
import { isSafeAddress } from './view.ts';

interface RefusalOptions {
  citations: readonly Citation[];
  language: Language;
  /** What is missing stands above already. */
  titled: boolean;
}

/** What is missing, in one sentence. */
export const missingWords = ({ missing }: BlockOf<'refusal'>, language: Language): string => missing ?? answerWords[language].notInSources;

/** What is missing, what the sources do say nearest to it, who knows it, and how recent the sources are. */
export function refusalParts(block: BlockOf<'refusal'>, { citations, language, titled }: RefusalOptions): Part[] {
  const words = answerWords[language];
  const near = block.near === undefined ? [] : proven(block.near.text, block.near.citations, citations);
  const first = [
    ...(titled ? [] : [text(missingWords(block, language))]),
    ...(near.length === 0 ? [] : [text(`${titled ? '' : ' '}${words.near} `), ...near]),
  ];
  const horizon = block.newest === undefined ? [] : [text(` ${fill(words.newest, { date: dateInWords(block.newest, language) })}`)];
  return [
    ...(first.length === 0 ? [] : [paragraph(...first)]),
    ...(block.nearest === undefined ? [] : [paragraph(placeRun(block.nearest, words))]),
    paragraph(...turnToRuns(block.turnTo ?? [], words), ...horizon),
  ];
}

function turnToRuns(turnTo: NonNullable<BlockOf<'refusal'>['turnTo']>, words: AnswerWords): Run[] {
  if (turnTo.length === 0) return [text(words.whereToTurn)];
  const names = turnTo.flatMap(({ name, href }, index): Run[] => [
    ...(index > 0 ? [text(` ${words.or} `)] : []),
    // An address only when it is one of the web.
    href !== undefined && /^https:/i.test(href) && isSafeAddress(href) ? { type: 'link', text: name, address: href } : text(name),
  ]);
  return [text(`${words.turnTo} `), ...names, text('.')];
}

function placeRun(place: Place, words: AnswerWords): Run {
  const { source, page, section, documentId } = place;
  const label = fill(section === '' ? words.nearest : words.nearestSection, { source: withoutArticle(source), page, section });
  return { type: 'link', text: label, address: `/bronnen/${encodeURIComponent(documentId)}#pagina-${page}`, place };
}
