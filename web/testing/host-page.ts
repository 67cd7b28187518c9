import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { examplePage } from '../example/example-page.ts';
import { closeAll, listen } from './start-app.ts';

const file = (path: string): Buffer => readFileSync(resolve(import.meta.dirname, path));

/** The widget's file and hash, as a page that pins it has them. */
const pinned = (): { file: string; integrity: string } =>
  (JSON.parse(file('../../dist/web/manifest.json').toString()) as { widget: { file: string; integrity: string } }).widget;

export interface HostPage {
  origin: string;
  close: () => Promise<void>;
}

const STYLES: Record<string, string> = { '/hostile.css': 'hostile.css', '/nl-design-system.css': '../styles/nl-design-system.css' };

/** A hospital's page on another origin, under a strict policy. `?mode=inline`, `?pinned`, `?hostile`, `?theme` and `?long` choose its kind. */
export async function startHostPage(serverAddress: () => string): Promise<HostPage> {
  const server = await listen(
    createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname.endsWith('.css')) {
        response.setHeader('Content-Type', 'text/css');
        response.end(file(STYLES[url.pathname] ?? '../example/host.css'));
        return;
      }
      const { html, headers } = examplePage({
        server: serverAddress(),
        mode: url.searchParams.get('mode') === 'inline' ? 'inline' : 'bubble',
        styles: [url.searchParams.has('hostile') ? '/hostile.css' : '/host.css', ...(url.searchParams.has('theme') ? ['/nl-design-system.css'] : [])],
        ...(url.searchParams.has('pinned') ? { pinned: pinned() } : {}),
      });
      response.writeHead(200, headers);
      response.end(url.searchParams.has('long') ? html.replace('<h1>', `${'<p>Tekst van het ziekenhuis.</p>'.repeat(200)}<h1>`) : html);
    }),
  );
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => closeAll(server) };
}
