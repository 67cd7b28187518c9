import type { Citation } from '../../../server/contract.ts';
import { html, type Markup } from '../../report/html/markup.ts';
import { markableSentences, type ReadDocument, type ReadingItem } from '../reading-item.ts';
import { REFUSAL_HINT, SCALE } from '../scale.ts';
import { answerHtml } from './answer-html.ts';

/** One question with its answer and sources, and everything that a reader can say about it. */
export function itemEntry(item: ReadingItem, at: number, of: number, documents: readonly ReadDocument[]): Markup {
  const { key, question, history, answer, passages } = item;
  const id = `antwoord-${at + 1}`;
  return html`<article id="${id}" data-key="${key}" aria-labelledby="${id}-kop" tabindex="-1">
<h2 id="${id}-kop">Vraag ${at + 1} van ${of}</h2>
${history.length > 0 && html`<div class="before soft"><p>Eerder in dit gesprek:</p>${history.map(({ role, content }) => html`<p><strong>${role === 'user' ? 'Gebruiker' : 'Assistent'}:</strong> ${content}</p>`)}</div>`}
<p class="question">${question}</p>
<h3>Antwoord</h3>
<div class="answer">${answerHtml(answer.answer)}</div>
${answer.notices.length > 0 && html`<ul class="notices">${answer.notices.map((notice) => html`<li>${notice}</li>`)}</ul>`}
${answer.citations.length > 0 && html`<h3>Bronnen</h3><ol class="sources">${answer.citations.map(source)}</ol>`}
${passages.length > 0 && html`<details><summary>Wat er verder in de documenten is gevonden</summary><div>${passages.map(({ title, page, text }) => html`<h3>${title}, pagina ${page}</h3><p class="text">${text}</p>`)}</div></details>`}
<fieldset><legend>Wat vindt u van dit antwoord?</legend>
${SCALE.map(({ grade, label }) => html`<label class="choice"><input type="radio" name="${id}-cijfer" value="${grade}" /><span>${grade}: ${label}</span></label>`)}
<p class="soft screen">${REFUSAL_HINT}</p></fieldset>
<label class="field">Opmerking (mag leeg)<textarea name="remark" rows="2" maxlength="2000"></textarea></label>
${correction(item, id, documents)}
</article>`;
}

const source = ({ n, title, publisher, published, page, quote }: Citation): Markup =>
  html`<li>[${n}] ${title}. ${publisher}, ${published}, pagina ${page}.<blockquote class="text">${quote}</blockquote></li>`;

function correction(item: ReadingItem, id: string, documents: readonly ReadDocument[]): Markup {
  const titles = new Map(documents.map(({ id: documentId, title }) => [documentId, title]));
  const sentences = markableSentences(item);
  return html`<details class="correction"><summary>Verbeter dit antwoord</summary><div>
<p class="soft">Weet u hoe het zit? Schrijf het goede antwoord en kies de zin of zinnen die dat bewijzen. Daaruit wordt een nieuwe vraag voor de evaluatie gemaakt.</p>
<label class="field">Het goede antwoord, in één of twee zinnen<textarea name="gold" rows="3" maxlength="2000"></textarea></label>
<label class="choice"><input type="checkbox" name="abstain" /><span>De documenten geven hierop geen antwoord. (Schrijf dan hierboven wat er ontbreekt.)</span></label>
<fieldset class="sentences"><legend>Welke zinnen beslissen?</legend>
${[...new Set(sentences.map(({ documentId }) => documentId))].map(
    (documentId) => html`<p class="soft">Uit: ${titles.get(documentId) ?? documentId}</p>
<div data-document="${documentId}">${sentences.filter((sentence) => sentence.documentId === documentId).map(({ quote }) => html`<label class="choice"><input type="checkbox" name="sentence" /><span>${quote}</span></label>`)}</div>`,
  )}
</fieldset>
<label class="field">Een andere zin, letterlijk uit het document<textarea name="quote" rows="2" maxlength="2000"></textarea></label>
<label class="field">Uit welk document komt die zin?<select name="document"><option value="">Kies een document</option>${documents.map(({ id: documentId, title }) => html`<option value="${documentId}">${title}</option>`)}</select></label>
<fieldset><legend>Zijn alle gekozen zinnen nodig?</legend>
<label class="choice"><input type="radio" name="${id}-nodig" value="one" checked /><span>Nee, één ervan is genoeg</span></label>
<label class="choice"><input type="radio" name="${id}-nodig" value="all" /><span>Ja, het antwoord heeft ze allemaal nodig</span></label></fieldset>
<p class="problem" data-incomplete></p>
</div></details>`;
}
