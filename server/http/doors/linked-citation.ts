import { z } from 'zod/v4';
import { Citation } from '../../contract.ts';

/** A citation for programs that show it outside this server: the same, with a whole address. */
export const LinkedCitation = Citation.extend({ url: z.string().describe('Whole address of the source viewer at this quote, with its page') }).meta({ id: 'LinkedCitation' });
export type LinkedCitation = z.infer<typeof LinkedCitation>;

/** @param origin where people reach this server */
export function linked(citation: Citation, origin: string): LinkedCitation {
  return { ...citation, url: `${origin}${citation.href}&page=${citation.page}` };
}

/** Links of our own Markdown get whole addresses; a bracket in anybody's words is escaped there, so this is always a link. */
export function withWholeLinks(markdown: string, origin: string): string {
  return markdown.replace(/\]\(\//g, `](${origin}/`);
}
