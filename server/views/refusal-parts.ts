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

/** Whom to ask in one sentence, what to look up in one of its own each; what was named first comes first. */
function turnToRuns(turnTo: NonNullable<BlockOf<'refusal'>['turnTo']>, words: AnswerWords): Run[] {
  if (turnTo.length === 0) return [text(words.whereToTurn)];
  const asked = turnTo.filter(({ look }) => !look);
  const ask = asked.flatMap((one, index): Run[] => [text(index === 0 ? `${words.turnTo} ` : ` ${words.or} `), addressRun(one)]);
  const sentences = turnTo.flatMap((one): Run[][] => (one.look ? [[addressRun(one)]] : one === asked[0] ? [ask] : []));
  return sentences.flatMap((runs, index) => [...(index > 0 ? [text(' ')] : []), ...runs, text('.')]);
}

/** With an address only when it is one of the web. */
function addressRun({ name, href }: NonNullable<BlockOf<'refusal'>['turnTo']>[number]): Run {
  return href !== undefined && /^https:/i.test(href) && isSafeAddress(href) ? { type: 'link', text: name, address: href } : text(name);
}

function placeRun(place: Place, words: AnswerWords): Run {
  const { source, page, section, documentId } = place;
  const label = fill(section === '' ? words.nearest : words.nearestSection, { source: withoutArticle(source), page, section });
  return { type: 'link', text: label, address: `/bronnen/${encodeURIComponent(documentId)}#pagina-${page}`, place };
}
