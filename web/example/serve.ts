import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { examplePage } from './example-page.ts';

/**
 * A hospital's page on its own origin, with the strictest Content-Security-Policy under which the widget works.
 * `npm run example`, with the server running as `ALLOWED_ORIGINS=http://localhost:3001 npm start`.
 */
const server = process.env['EXAMPLE_SERVER'] ?? 'http://localhost:3000';
const port = Number(process.env['EXAMPLE_PORT'] ?? 3001);
const styleSheet = readFileSync(resolve(import.meta.dirname, 'host.css'));

createServer((request, response) => {
  if (request.url === '/host.css') {
    response.setHeader('Content-Type', 'text/css');
    response.end(styleSheet);
    return;
  }
  const mode = new URL(request.url ?? '/', 'http://localhost').searchParams.get('mode') === 'inline' ? 'inline' : 'bubble';
  const { html, headers } = examplePage({ server, mode });
  response.writeHead(200, headers);
  response.end(html);
}).listen(port, 'localhost', () => {
  console.log(`Voorbeeldpagina op http://localhost:${port} (en http://localhost:${port}/?mode=inline), met de widget van ${server}.`);
  console.log(`Start de server met ALLOWED_ORIGINS=http://localhost:${port}`);
});
