import type { Answer } from '../../../contract.ts';
import { answerParts } from '../../../views/answer-parts.ts';
import { answerWords } from '../../../views/answer-words.ts';
import { shortTitle } from '../../../views/citation-view.ts';
import { wholeMarkdown } from '../../../views/parts-markdown.ts';
import { linked, withWholeLinks } from '../linked-citation.ts';
import type { Annotation } from './chat-completion.ts';

/** What the first line below an answer can be. */
const HEADINGS = Object.values(answerWords).flatMap(({ notices, sources, terms }) => [notices, sources, terms].map((words) => `\n\n### ${words}\n`));

/** What stands below the running text: what to mind, the sources and what words mean. Empty for small talk. */
export function belowAnswer(answer: Answer, origin: string): string {
  const { title: _title, ...parts } = answerParts(answer);
  return wholeMarkdown({ ...parts, body: [] }, (path) => `${origin}${path}`);
}

/** An answer as one text: clients that know no citations show this and nothing else. */
export function messageText(answer: Answer, origin: string): string {
  return [withWholeLinks(answer.answer, origin), belowAnswer(answer, origin)].filter((text) => text !== '').join('\n\n');
}

/** An earlier message of ours without what stands below: what it quotes there was no part of the conversation. */
export function withoutSources(message: string): string {
  const ends = HEADINGS.map((heading) => message.indexOf(heading)).filter((at) => at >= 0);
  return ends.length === 0 ? message : message.slice(0, Math.min(...ends));
}

/** Each citation where its marker first stands, which for folded quotes is in the list of sources. */
export function annotationsOf({ citations }: Answer, content: string, origin: string): Annotation[] {
  return citations.flatMap((citation) => {
    const marker = `[${citation.n}]`;
    const start = content.indexOf(marker);
    if (start < 0) return [];
    const { title, page, quote } = citation;
    return [
      {
        type: 'url_citation' as const,
        url_citation: { url: linked(citation, origin).url, title: `${shortTitle(title)}, p. ${page}: ‘${quote.replace(/\s+/g, ' ')}’`, start_index: start, end_index: start + marker.length, quote },
      },
    ];
  });
}
