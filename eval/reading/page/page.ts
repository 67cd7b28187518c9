import { createHash } from 'node:crypto';
import { html, Markup } from '../../report/html/markup.ts';
import type { ReadDocument, ReadingItem } from '../reading-item.ts';
import { SCALE } from '../scale.ts';
import type { PageData } from '../client/page-data.ts';
import { itemEntry } from './item-entry.ts';
import { STYLE } from './style.ts';

/** The page on which a reader grades answers: one file, which loads nothing and sends nothing. @param script of `buildClient` */
export function readingPage(items: readonly ReadingItem[], documents: readonly ReadDocument[], script: string): string {
  const data: PageData = {
    set: hash(items.map(({ key }) => key).join(' ')).slice(0, 12),
    items: items.map(({ passages: _, ...item }) => item),
  };
  const policy = `default-src 'none'; style-src 'sha256-${hash(STYLE, 'base64')}'; script-src 'sha256-${hash(script, 'base64')}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="nl"><head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Antwoorden lezen</title><style>${new Markup(STYLE)}</style></head>
<body><a class="skip" href="#antwoord-1">Naar de eerste vraag</a>
<header><h1>Antwoorden lezen</h1>
<p>U leest ${items.length === 1 ? 'één antwoord' : `${items.length} antwoorden`} van de assistent en geeft elk een cijfer van 0 tot en met 3. Overleg niet met de andere lezer.</p>
<ul class="scale">${SCALE.map(({ grade, label }) => html`<li><b>${grade}</b> ${label}</li>`)}</ul>
<p>Lees zoals u dat op uw werk zou doen: weet u na één of twee zinnen wat u wilde weten? Oordeel over wat er staat. Twijfelt u tussen twee cijfers, neem dan het laagste.</p>
<p class="screen">Uw cijfers worden in deze browser bewaard. Klaar, of even stoppen? Kies ‘Bewaar als bestand’ en stuur het bestand naar wie u dit vroeg. Deze pagina stuurt zelf niets weg.</p>
<noscript><p class="problem">Zet JavaScript aan om cijfers te bewaren, of druk de pagina af en vul haar met de pen in.</p></noscript>
<label class="field">Uw naam of initialen<input id="reader" autocomplete="off" maxlength="60" /></label></header>
<main>${items.map((item, at) => itemEntry(item, at, items.length, documents))}</main>
<div class="bar" role="region" aria-label="Voortgang en bewaren" hidden><div><p id="progress" role="status"></p>
<button id="next" type="button">Volgende</button><button id="save" type="button" class="main">Bewaar als bestand</button>
<p id="problem" class="problem" role="alert"></p></div></div>
<footer class="soft"><p>Gemaakt met npm run eval -- --read. Dit bestand bevat alles.</p></footer>
<script type="application/json" id="data">${new Markup(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
<script type="module">${new Markup(script)}</script>
</body></html>`.text;
}

const hash = (text: string, encoding: 'hex' | 'base64' = 'hex'): string => createHash('sha256').update(text).digest(encoding);
