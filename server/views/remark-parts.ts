import { paragraph, text, type BlockOf, type Part } from './answer-part.ts';
import { answerWords, type Language } from './answer-words.ts';
import { dateInWords } from './date-in-words.ts';
import { fill } from './labels.ts';

/** A friendly line about the assistant itself. How recent the sources are stands first where that was asked, last elsewhere. */
export function remarkParts({ kind, newest, sources = [] }: BlockOf<'remark'>, language: Language): Part[] {
  const words = answerWords[language];
  const horizon = newest === undefined ? [] : [fill(words.newest, { date: dateInWords(newest, language) })];
  const said = (...sentences: string[]): Part => paragraph(text(sentences.join(' ')));
  const toSources = paragraph({ type: 'link', text: words.toSources, address: '/bronnen' });
  const own = words.remark[kind];
  switch (kind) {
    case 'recency':
      return [said(...horizon, own)];
    case 'about':
      return [said(own, ...horizon), toSources];
    case 'sources':
      return [
        said(own),
        ...(sources.length === 0 ? [] : [{ type: 'list' as const, items: sources.map((source) => [text(source)]) }]),
        ...(horizon.length === 0 ? [] : [said(...horizon)]),
        toSources,
      ];
    default:
      return [said(own)];
  }
}
