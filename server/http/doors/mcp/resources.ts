import { ResourceNotFoundError, ResourceTemplate, type McpServer } from '@modelcontextprotocol/server';
import type { Services } from '../../../assistant/services.ts';
import { dayInAmsterdam } from '../../../corpus/dates.ts';

const SCHEME = 'bekostigingswijzer:';

/** Runs work that may fail, and says so in words for a client. */
type Guarded = <Result>(work: () => Result) => Result;

/** Documents as text and routes as data, for clients that let people choose what a conversation is about. */
export function addResources(server: McpServer, { documents, routes }: Services, guarded: Guarded): void {
  const documentUri = (id: string): string => `${SCHEME}//documenten/${encodeURIComponent(id)}`;
  server.registerResource(
    'documenten',
    new ResourceTemplate(`${SCHEME}//documenten/{id}`, {
      list: () => guarded(() => ({ resources: documents.list().map(({ id, title, statusMeaning }) => ({ name: id, title, uri: documentUri(id), mimeType: 'text/plain', ...(statusMeaning && { description: statusMeaning }) })) })),
    }),
    { title: 'Bronnen', description: 'De officiële documenten, met hun hele tekst.', mimeType: 'text/plain' },
    ({ href }, { id }) => {
      const document = guarded(() => documents.get(decoded(id)));
      if (document === undefined) throw new ResourceNotFoundError(href);
      return { contents: [{ uri: href, mimeType: 'text/plain', text: document.text }] };
    },
  );
  if (routes === undefined) return;
  const today = (): string => dayInAmsterdam(new Date());
  server.registerResource(
    'routes',
    new ResourceTemplate(`${SCHEME}//routes/{id}`, {
      list: () => guarded(() => ({ resources: routes.list(today()).map(({ id, title, summary }) => ({ name: id, title, description: summary, uri: `${SCHEME}//routes/${encodeURIComponent(id)}`, mimeType: 'application/json' })) })),
    }),
    { title: 'Betaalroutes', description: 'Wat de bronnen over een betaalroute zeggen: voorwaarden, betaling, stappen, elk met citaten.', mimeType: 'application/json' },
    ({ href }, { id }) => {
      const route = guarded(() => routes.get(decoded(id), today()));
      if (route === undefined) throw new ResourceNotFoundError(href);
      return { contents: [{ uri: href, mimeType: 'application/json', text: JSON.stringify(route) }] };
    },
  );
}

function decoded(id: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(id));
  } catch {
    return '';
  }
}
