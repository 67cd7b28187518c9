import { z } from 'zod/v4';
import { pageAt } from '../../../../corpus/document.ts';
import { quoteLink } from '../../../../corpus/quote-link.ts';
import { NotFoundError } from '../../../../errors.ts';
import { readPassageId } from '../passage-id.ts';
import { tool } from '../tool.ts';

const output = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
  metadata: z.record(z.string(), z.string()).describe('Publisher, date, status (what the source is worth) and page'),
});

export const fetch = tool({
  name: 'fetch',
  title: 'Haal een bron of een stuk daarvan op',
  description: 'Geeft de letterlijke tekst bij een id uit search, of een hele bron bij het id van het document (documentId).',
  input: () => z.object({ id: z.string({ error: 'Geef een id uit search, of het id van een document.' }).min(1).max(300) }),
  output,
  costsWork: false,
  run: ({ id }, { services, origin }) => {
    const { documentId, start = 0, end } = readPassageId(id);
    const document = services.documents.get(documentId);
    const stop = end ?? document?.text.length ?? 0;
    if (document === undefined || start >= stop || stop > document.text.length) {
      throw new NotFoundError('Dit id staat niet bij de bronnen. Gebruik een id uit search, of het id van een document.');
    }
    const { title, publisher, published, kind, status, statusName, statusMeaning, supersededOn, supersededBy, sha256, pages } = document;
    const text = document.text.slice(start, stop);
    const place = end === undefined ? { pages: String(pages) } : { page: String(pageAt(document.pageStarts, start)), start: String(start), end: String(stop) };
    const known = { documentId, publisher, published, kind, status, statusName, statusMeaning, supersededOn, supersededBy, sha256, ...place };
    return {
      id,
      title,
      text,
      url: end === undefined ? `${origin}/bronnen/${encodeURIComponent(documentId)}` : `${origin}${quoteLink({ documentId, start, end: stop, quote: text })}`,
      metadata: Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    };
  },
});
