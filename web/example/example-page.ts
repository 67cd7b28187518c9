import { escapeHtml } from '../../server/text/escape-html.ts';

interface ExampleOptions {
  /** Origin of the server that the widget comes from. */
  server: string;
  mode: 'bubble' | 'inline';
  /** File of the pinned widget with its integrity hash (from `dist/web/manifest.json`); without it the newest is used. */
  pinned?: { file: string; integrity: string };
  /** Style sheets of the host page. */
  styles?: string[];
  /** `page` is shown in full screen by the server itself, so a host needs the other two. */
  attributes?: string;
}

/** A host page with the widget, and the policy it can keep: scripts and calls from the server only, nothing inline. */
export function examplePage({ server, mode, pinned, styles = ['/host.css'], attributes = '' }: ExampleOptions): { html: string; headers: Record<string, string> } {
  const script = pinned
    ? `<script type="module" src="${server}/${escapeHtml(pinned.file)}" integrity="${escapeHtml(pinned.integrity)}" crossorigin="anonymous"></script>`
    : `<script type="module" src="${server}/widget.js"></script>`;
  const html = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Voorbeeldziekenhuis</title>
${styles.map((style) => `<link rel="stylesheet" href="${escapeHtml(style)}">`).join('\n')}
${script}
</head>
<body>
<header><p>Voorbeeldziekenhuis</p></header>
<main>
<h1>Samenwerken rond de patiënt</h1>
<p>Op deze pagina leest u hoe ons ziekenhuis samenwerkt met huisartsen, fysiotherapeuten en de gemeente.</p>
<bekostigings-wijzer mode="${mode}"${attributes === '' ? '' : ` ${attributes}`}></bekostigings-wijzer>
<p>Hebt u een vraag over de betaling? Stel die hierboven of met de knop rechtsonder.</p>
<button type="button" id="host-button">Knop van het ziekenhuis</button>
</main>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `script-src ${server}`,
    `connect-src ${server}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return { html, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } };
}
