import { z } from 'zod/v4';
import { SearchRequest } from '../../../../contract.ts';
import { quoteLink } from '../../../../corpus/quote-link.ts';
import { refusePatientData } from '../../../../privacy/patient-data.ts';
import { passageId } from '../passage-id.ts';
import { tool } from '../tool.ts';

/** `id`, `title` and `url` are what clients with a search and fetch of their own look for. */
const output = z.object({
  results: z.array(
    z.object({
      id: z.string().describe('For `fetch`'),
      title: z.string(),
      url: z.string(),
      documentId: z.string(),
      page: z.int(),
      section: z.string(),
      text: z.string().describe('The passage, word for word'),
    }),
  ),
});

export const search = tool({
  name: 'search',
  title: 'Zoek in de bronnen',
  description: 'Zoekt de stukken tekst in de officiële bronnen die het dichtst bij een zoekvraag liggen, de beste eerst. Gebruik ask als u een antwoord wilt; daar is elke zin nagekeken.',
  input: () => SearchRequest,
  output,
  costsWork: true,
  run: async (request, { services, origin, caller, signal }) => {
    refusePatientData(request.query);
    const results = await services.assistant.search(request, signal, caller);
    return {
      results: results.map(({ documentId, page, section, text, start, end }) => ({
        id: passageId(documentId, { start, end }),
        title: [`${services.documents.get(documentId)?.title ?? documentId}, p. ${page}`, section].filter((part) => part !== '').join(': '),
        url: `${origin}${quoteLink({ documentId, start, end, quote: text })}`,
        documentId,
        page,
        section,
        text,
      })),
    };
  },
});
