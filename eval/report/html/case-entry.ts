import type { Citation } from '../../../server/contract.ts';
import type { EvidenceItem, EvidenceQuote } from '../../load/evaluation-case.ts';
import type { CitationFault } from '../../metrics/citations.ts';
import { failedParts } from '../../metrics/failed-parts.ts';
import { readerRemarks } from '../../metrics/reader-remarks.ts';
import type { CaseResult } from '../../metrics/score-case.ts';
import type { CompactCase } from '../../verdict/compact-results.ts';
import { compactCase, COMPARED } from '../../verdict/compact-results.ts';
import { decimal } from '../format.ts';
import { highlight } from './highlight.ts';
import { groupLabel, splitLabel, typeLabel } from './labels.ts';
import { html, type Markup } from './markup.ts';

const FAULTS: Record<CitationFault, string> = {
  'onbekend-document': 'het document bestaat niet',
  'citaat-wijkt-af': 'het citaat staat zo niet in het document',
  'verkeerde-pagina': 'de pagina klopt niet',
  'ander-document': 'het document is in een andere versie aangehaald',
  'geen-verwijzing': 'het antwoord verwijst er niet naar',
};

/** One case, closed: whether it is right; opened: everything needed to judge that for oneself. */
export function caseEntry(result: CaseResult, before: CompactCase | undefined): Markup {
  const { case: asked, scores, ask } = result;
  const parts = failedParts(result);
  const remarks = readerRemarks(result);
  const changed = before !== undefined && before.right !== scores.right;
  const documents = [...new Set(asked.evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId)))];
  const flags = [scores.right ? 'goed' : 'fout', changed && (scores.right ? 'beter' : 'slechter'), changed && 'gewijzigd', ask.error && 'mislukt'];
  return html`<details class="case" id="${asked.id}" data-split="${asked.split}" data-type="${asked.type}" data-result="${flags.filter(Boolean).join(' ')}"
data-documents="${documents.join(' ')}" data-text="${`${asked.id} ${asked.topic} ${asked.question}`.toLowerCase()}">
<summary><span class="${scores.right ? 'ok' : 'no'}">${scores.right ? '✓ goed' : '✗ niet goed'}</span> <span class="id">${asked.id}</span> ${asked.question}
<span class="tag">${typeLabel(asked.type)}</span>${parts.length > 0 && html`<span class="tag no">${parts.join('; ')}</span>`}${remarks.length > 0 && html`<span class="tag">${remarks.length === 1 ? '1 opmerking' : `${remarks.length} opmerkingen`}</span>`}${
    changed && html`<span class="tag">${scores.right ? 'beter dan vorige keer' : 'slechter dan vorige keer'}</span>`
  }</summary>
<div class="body">
<p class="soft">${splitLabel(asked.split)}, ${groupLabel(asked.group)}, onderwerp ${asked.topic}, ${asked.file}.${
    ask.confidence !== undefined && ` Zekerheid: ${decimal(ask.confidence)}.`
  }</p>
${asked.history.length > 0 && html`<h3>Gesprek ervoor</h3>${asked.history.map(({ role, content }) => html`<p><strong>${role === 'user' ? 'Gebruiker' : 'Assistent'}:</strong> ${content}</p>`)}`}
<h3>Antwoord</h3>${answer(result)}
${remarks.length > 0 && html`<h3>Wat een lezer zou opmerken</h3><ul>${remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`}
${asked.gold !== undefined && html`<h3>Zo zou een goed antwoord beginnen</h3><p>${asked.gold}</p>`}
${asked.abstain && html`<h3>Wat had gemoeten</h3><p>Niet antwoorden. ${asked.why}</p>`}
${asked.evidence.map((item, at) => evidence(item, at, result))}
${facts(result)}
${retrieval(result)}
${before && history(before, compactCase(result))}
</div></details>`;
}

function answer({ ask, scores, case: asked }: CaseResult): Markup {
  if (ask.error) return html`<p class="no">Geen bruikbaar antwoord: ${ask.error.message}</p>`;
  if (!ask.answer) return html`<p>–</p>`;
  const { answer: text, citations, notices, abstained } = ask.answer;
  const unsupported = scores.numbers.unsupported;
  return html`${abstained && html`<p><strong>Niet geantwoord.</strong></p>`}<div class="answer">${text}</div>
${unsupported.length > 0 && html`<p class="no">Getallen zonder citaat: ${unsupported.join(', ')}</p>`}
${scores.citations.danglingMarkers.length > 0 && html`<p class="no">Verwijzingen zonder citaat: ${scores.citations.danglingMarkers.join(', ')}</p>`}
${notices.length > 0 && html`<p class="soft">Meldingen: ${notices.join(' · ')}</p>`}
${citations.map((citation, at) => {
  const faults = scores.citations.checks[at]?.faults ?? [];
  return html`<p class="soft">[${citation.n}] ${citation.documentId}, pagina ${citation.page}${citation.section && `, ${citation.section}`}${
    faults.length > 0 && html` <span class="no">ongeldig: ${faults.map((fault) => FAULTS[fault]).join('; ')}</span>`
  }</p><blockquote>${highlight(citation.quote, evidenceWithin(citation, asked.evidence))}</blockquote>`;
})}`;
}

/** The parts of a citation that are evidence. */
const evidenceWithin = ({ documentId, start }: Citation, evidence: readonly EvidenceItem[]) =>
  evidence.flatMap(({ anyOf }) =>
    anyOf.filter((quote) => quote.documentId === documentId).flatMap(({ places }) => places.map((place) => ({ start: place.start - start, end: place.end - start }))),
  );

function evidence({ anyOf }: EvidenceItem, at: number, { ask, scores, case: asked }: CaseResult): Markup {
  const cited = scores.citations.itemsCited[at] ?? false;
  const title = asked.evidence.length > 1 ? `Bewijs ${at + 1} van ${asked.evidence.length}` : 'Bewijs';
  return html`<h3>${title}: ${cited ? html`<span class="ok">✓ aangehaald</span>` : html`<span class="no">✗ gemist</span>`}</h3>
${anyOf.length > 1 && html`<p class="soft">Eén van deze plaatsen is genoeg. Groen is wat het antwoord aanhaalt.</p>`}
${anyOf.map((quote) => html`<p class="soft">${quote.documentId}</p><blockquote class="${cited ? 'found' : 'missed'}">${citedParts(quote, ask.answer?.citations ?? [])}</blockquote>`)}`;
}

/** The evidence as the case has it, with what was cited marked; offsets are scaled where white space differs. */
function citedParts({ documentId, quote, places }: EvidenceQuote, citations: readonly Citation[]): Markup[] {
  for (const place of places) {
    const scale = quote.length / (place.end - place.start);
    const marked = citations
      .filter((citation) => citation.documentId === documentId && citation.start < place.end && citation.end > place.start)
      .map(({ start, end }) => ({ start: Math.round((start - place.start) * scale), end: Math.round((end - place.start) * scale) }));
    if (marked.length > 0) return highlight(quote, marked);
  }
  return highlight(quote, []);
}

function facts({ scores, case: asked }: CaseResult): Markup {
  const { found, missed, extra } = scores.routes;
  return html`${
    scores.keyFacts.length > 0 &&
    html`<h3>Kernfeiten</h3><ul>${scores.keyFacts.map(
      ({ pattern, vital, found: present }) => html`<li>${present ? html`<span class="ok">✓ gevonden</span>` : html`<span class="no">✗ gemist</span>`}: ${pattern}${!vital && ' (mag ontbreken)'}</li>`,
    )}</ul>`
  }
${(asked.routes.length > 0 || extra.length > 0) && html`<p>Routes: genoemd ${found.join(', ') || 'geen'}${missed.length > 0 && `; gemist ${missed.join(', ')}`}${extra.length > 0 && `; niet verwacht ${extra.join(', ')}`}.</p>`}`;
}

function retrieval({ search, scores }: CaseResult): Markup {
  if (search?.error) return html`<p class="no">Zoeken mislukte: ${search.error.message}</p>`;
  if (!scores.retrieval) return html``;
  const { firstRank, ndcg10 } = scores.retrieval;
  return html`<p>Zoeken: eerste passage met bewijs op plaats ${firstRank ?? 'geen van de eerste twintig'}; nDCG@10 ${decimal(ndcg10)}.</p>`;
}

function history(before: CompactCase, now: CompactCase): Markup {
  const changes = COMPARED.filter(({ name }) => before.figures[name] !== now.figures[name]).map(
    ({ name, label }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} ${decimal(before.figures[name] ?? NaN)} → ${decimal(now.figures[name] ?? NaN)}`,
  );
  if (before.abstained !== now.abstained) changes.push(now.abstained ? 'antwoordt niet meer' : 'antwoordt nu wel');
  return html`<p class="soft">Tegenover de vorige keer: ${changes.length > 0 ? changes.join('; ') : 'niets veranderd'}.</p>`;
}
