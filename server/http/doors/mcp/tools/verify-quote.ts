import { z } from 'zod/v4';
import type { DocumentDetail } from '../../../../contract.ts';
import { quoteLink } from '../../../../corpus/quote-link.ts';
import { verifyQuote, type QuoteCheck, type QuotePlace } from '../../../../corpus/verify-quote.ts';
import { NotFoundError } from '../../../../errors.ts';
import { refusePatientData } from '../../../../privacy/patient-data.ts';
import type { Services } from '../../../../assistant/services.ts';
import { tool, type ToolContext } from '../tool.ts';

const input = z.object({
  text: z.string({ error: 'Geef het citaat.' }).trim().min(1, 'Geef het citaat.').max(5000, 'Geef hoogstens 5.000 tekens.').describe('The quote'),
  documentId: z.string().max(300).optional().describe('The document that is said to hold it; left out: any'),
  page: z.int().min(1).optional().describe('The page on which it is said to stand, from 1'),
});

const output = z.object({
  status: z.enum(['exact', 'changed', 'not-there']).describe('It stands there word for word (white space aside); it stands there otherwise; or nothing like it stands there'),
  message: z.string().describe('The same as a Dutch sentence'),
  because: z.enum(['page', 'signs', 'words']).optional().describe('Of changed: another page, other punctuation or capitals, or other words'),
  onlyInText: z.array(z.string()).optional().describe('Words of the quote that the source does not have there'),
  onlyInSource: z.array(z.string()).optional().describe('Words of the source that the quote does not have'),
  places: z
    .array(z.object({ documentId: z.string(), title: z.string(), page: z.int(), quote: z.string().describe('As the source has it now'), start: z.int(), end: z.int(), url: z.string() }))
    .describe('Where it stands; of not-there: in which other documents'),
});

export const verifyQuoteTool = tool({
  name: 'verify_quote',
  title: 'Controleer een citaat',
  description: 'Kijkt na of een citaat letterlijk in de bronnen staat, en op de genoemde bladzijde: exact, changed (het staat er anders; de tekst van nu staat erbij) of not-there. Gebruik dit voordat u een citaat overneemt dat niet rechtstreeks uit ask of fetch komt.',
  input: () => input,
  output,
  costsWork: false,
  run: async (cited, { services, origin, caller, signal }) => {
    const documents = documentsOf(services);
    if (cited.documentId !== undefined && !documents.some(({ id }) => id === cited.documentId)) {
      throw new NotFoundError('Dit document staat niet bij de bronnen. Laat documentId weg om in alle bronnen te zoeken.');
    }
    const literally = verifyQuote(cited, documents, []);
    const check = literally.status === 'not-there' ? verifyQuote(cited, documents, await likelyDocuments(cited, documents, services, { signal, caller })) : literally;
    const { places, ...rest } = check;
    return { ...rest, message: messageOf(check), places: places.map((place) => wirePlace(place, origin)) };
  },
});

function documentsOf({ documents }: Services): DocumentDetail[] {
  return documents.list().flatMap(({ id }) => documents.get(id) ?? []);
}

/** Comparing words takes long: of many documents only those count that a search finds. */
async function likelyDocuments({ text, documentId }: z.output<typeof input>, documents: readonly DocumentDetail[], { assistant }: Services, { signal, caller }: Pick<ToolContext, 'signal' | 'caller'>): Promise<DocumentDetail[]> {
  if (documentId !== undefined) return documents.filter(({ id }) => id === documentId);
  // What stands in the sources may hold a name; anything else that does is not looked for.
  refusePatientData(text);
  const found = new Set((await assistant.search({ query: text.slice(0, 1000), limit: 8 }, signal, caller)).map((passage) => passage.documentId));
  return documents.filter(({ id }) => found.has(id));
}

function messageOf(check: QuoteCheck): string {
  const page = check.places[0]?.page;
  switch (check.status) {
    case 'exact':
      return `Dit staat zo in de bron, op bladzijde ${page}.`;
    case 'changed':
      if (check.because === 'page') return `Dit staat zo in de bron, maar op bladzijde ${page}.`;
      return check.because === 'signs' ? `Dezelfde woorden staan in de bron, op bladzijde ${page}, met andere leestekens of hoofdletters.` : `De bron zegt dit anders, op bladzijde ${page}. Gebruik de tekst die erbij staat.`;
    case 'not-there':
      return page === undefined ? 'Dit staat niet in de bronnen.' : 'Dit staat niet in deze bron, wel in een andere.';
  }
}

function wirePlace({ document, page, quote, start, end }: QuotePlace, origin: string): z.input<typeof output>['places'][number] {
  return { documentId: document.id, title: document.title, page, quote, start, end, url: `${origin}${quoteLink({ documentId: document.id, start, end, quote })}&page=${page}` };
}
