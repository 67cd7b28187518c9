import { html, type SafeHtml } from './html.ts';

/** A whole page around its content. */
export function layout(title: string, content: SafeHtml): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Bekostigingswijzer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stijl.css">
</head>
<body>
<header><nav aria-label="Hoofdmenu"><a href="/">Vraag stellen</a> <a href="/bronnen">Bronnen</a></nav></header>
<main>
${content}
</main>
</body>
</html>
`.text;
}

/** Served at `/stijl.css`: the pages' Content-Security-Policy allows no inline styles. */
export const styleSheet = `:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
nav a { display: inline-block; margin-right: 1rem; padding: .25rem 0; }
label { display: block; font-weight: 600; }
textarea { box-sizing: border-box; width: 100%; min-height: 6rem; font: inherit; padding: .5rem; }
button { font: inherit; padding: .5rem 1.25rem; margin-top: .5rem; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: .25rem solid; }
mark { scroll-margin-top: 4rem; }
.tekst { white-space: pre-wrap; }
.fout { border: .125rem solid; padding: .5rem 1rem; }
:focus-visible { outline: .1875rem solid; outline-offset: .125rem; }
`;
