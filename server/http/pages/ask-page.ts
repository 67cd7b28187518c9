import type { Answer } from '../../contract.ts';
import { html, type SafeHtml } from './html.ts';
import { layout } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

interface AskPage {
  question?: string;
  answer?: Answer;
  problem?: { title: string; detail: string };
}

/** The page at `/`: a form that works without JavaScript, with the answer or what went wrong above it. */
export function askPage({ question = '', answer, problem }: AskPage): string {
  const title = answer ? 'Antwoord' : (problem?.title ?? 'Stel uw vraag');
  return layout(
    title,
    html`<h1>${title}</h1>
${problem && html`<p class="fout" role="alert">${problem.detail}</p>`}
${answer && answerSection(answer)}
<form method="post" action="/">
<label for="vraag">Uw vraag over betalen voor samenwerken in de zorg</label>
<p id="uitleg">Typ geen gegevens van patiënten. Een computer zoekt het antwoord op in de bronnen.</p>
<textarea id="vraag" name="vraag" required maxlength="1000" aria-describedby="uitleg">
${question}</textarea>
<button>Vraag stellen</button>
</form>`,
  );
}

function answerSection({ question, answer, citations, notices }: Answer): SafeHtml {
  return html`<h2>${question}</h2>
${renderMarkdown(answer)}
${notices.length > 0 && html`<h3>Let op</h3><ul>${notices.map((notice) => html`<li>${notice}</li>`)}</ul>`}
${
  citations.length > 0 &&
  html`<h3>Bronnen</h3><ol>${citations.map(
    (citation) => html`<li id="bron-${citation.n}" value="${citation.n}">
<a href="/bronnen/${encodeURIComponent(citation.documentId)}?van=${citation.start}&amp;tot=${citation.end}#citaat">${citation.title}</a>,
${citation.publisher}, ${citation.published}, pagina ${citation.page} (${citation.status})
<blockquote>${citation.quote}</blockquote></li>`,
  )}</ol>`
}`;
}
