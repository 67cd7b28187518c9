import { makeCitation } from '../../corpus/citation.ts';
import type { Block } from '../../contract.ts';
import type { Draft, Tools } from '../draft.ts';
import { isVerified } from '../is-verified.ts';
import { agreesWithSituation, isAboutLead, proveSituation, roleBesideLead } from '../lay-situation.ts';
import { refusalOf } from '../refusal.ts';
import { speaker } from '../speaker.ts';
import type { PlannedTable } from '../planned-table.ts';
import type { Found } from '../step.ts';

/**
 * Withholds what is not verbatim, and what was said on it; numbers the rest anew and lays the blocks, how the asker is paid
 * first. Where nothing is left, refuses.
 */
export function verify(draft: Draft, tools: Tools): Found<'verify'> {
  if (draft.refused) proveSituation(draft, tools, 0);
  if (draft.refused) return { step: 'verify', verified: draft.citations.length, withheld: 0 };
  const { index: { documents }, onWithheld } = tools;
  const made = draft.planned.map((plan, place) => ({ plan, place, citation: makeCitation(plan.document, plan.start, plan.end, 1) }));
  const good = made.filter(({ citation }) => isVerified(citation, documents)).map(({ citation, ...rest }, i) => ({ ...rest, citation: { ...citation, n: i + 1 } }));
  draft.citations = good.map(({ citation }) => citation);
  const said = (draft.said?.statements ?? []).map((statement, place): Block & { type: 'statement' } => ({
    type: 'statement',
    id: statement.entry.statement.id,
    text: statement.text,
    role: statement.role,
    citations: good.filter(({ plan }) => plan.proves.includes(place)).map(({ citation }) => citation.n),
  }));
  // What limits an answer must not be lost: without its proof the answer is not said either.
  const sayable = said.every(({ role, citations }) => role === 'item' || citations.length > 0) ? said.filter(({ citations }) => citations.length > 0) : [];
  const withheld = made.length - good.length + (said.length - sayable.length);
  if (withheld > 0) onWithheld?.(withheld);
  proveSituation(draft, tools);
  const lead = draft.situation?.lead;
  // Beside what the rules decide only what is said of the same route.
  const proven = isAboutLead(draft) ? sayable : [];
  if (good.length === 0 && !lead) {
    draft.refused = true;
    draft.blocks.push(refusalOf(draft, tools));
    return { step: 'verify', verified: 0, withheld };
  }
  const laid: Block[] = [];
  if (proven.length > 0 && draft.said?.verdict && agreesWithSituation(draft.said.verdict, draft)) laid.push({ type: 'verdict', verdict: draft.said.verdict });
  if (lead) laid.push({ type: 'lead', ...lead });
  laid.push(...proven);
  if (draft.table) laid.push(tableOf(draft.table, new Map(good.map(({ place, citation }) => [place, citation.n]))));
  const quotes = draft.citations.map((citation): Block & { type: 'quote' } => {
    const plan = good.find(({ citation: own }) => own === citation)?.plan;
    return {
      type: 'quote',
      n: citation.n,
      source: speaker(documents.get(citation.documentId)!, citation.start),
      role: lead ? roleBesideLead(citation.n, lead, proven.length > 0 ? plan?.role : undefined) : proven.length === 0 && plan?.role === 'proof' ? 'answer' : (plan?.role ?? 'more'),
      ...(plan?.clause && { clause: plan.clause }),
    };
  });
  // What proves the lead is seen first, whatever its number.
  laid.push(...(lead ? quotes.toSorted((a, b) => Number(b.role === 'proof') - Number(a.role === 'proof')) : quotes));
  for (const question of draft.open) laid.push({ type: 'gap', question });
  if (tools.writer) draft.held = laid;
  else draft.blocks.push(...laid);
  return { step: 'verify', verified: good.length, withheld };
}

/** A cell that lost a proof is not said. @param numbers of verified citations by their place among the planned */
function tableOf({ caption, columns, rows }: PlannedTable, numbers: ReadonlyMap<number, number>): Block & { type: 'table' } {
  const cellOf = ({ text, proofs }: PlannedTable['rows'][number]['cells'][number]) => {
    const citations = proofs.flatMap((place) => numbers.get(place) ?? []);
    return citations.length < proofs.length ? { text: '', citations: [] } : { text, citations };
  };
  return { type: 'table', caption, columns, rows: rows.map(({ aspect, cells }) => ({ aspect, cells: cells.map(cellOf) })) };
}
