import type { PlanResult } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { sourceWorth } from './citation-view.ts';
import { icon } from './icons.ts';
import { fill, source } from './labels.ts';
import { routeAddress } from './lookup-parts.ts';
import { planDivisionView } from './plan-division-view.ts';
import { counted, forWhom, namesIn, shortRoute } from './plan-names.ts';
import { citedBy, planGroups, sizeOf, stepsOfKind, type PlanGroup } from './plan-parts.ts';
import { planFields } from './plan-form.ts';
import { planChoicesView, type PlanQuestion } from './plan-questions-view.ts';
import type { PlanViewInput } from './plan-view-input.ts';
import { planWords } from './plan-words.ts';
import { quoteDetails, statusBadge, statusWords } from './route-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

/** The plan itself: what is printed, and what Word gets too. */
export function planResultView(input: PlanViewInput, result: PlanResult, open: readonly PlanQuestion[]): ViewElement {
  const { horizon, links } = input;
  const cite = (numbers: readonly number[]): ViewChild => proofView(result, numbers, links);
  return h('section', { class: 'plan-result', 'aria-labelledby': 'plan-result' },
    h('header', {},
      h('h2', { id: 'plan-result', tabindex: -1 }, planWords.result),
      h('p', { class: 'plan-size' }, sizeInWords(result)),
      h('p', { class: 'help' }, horizonInWords(result, horizon.newest), ' ', planWords.notAdvice),
      resultActions()),
    section('plan-pay', planWords.perParticipant, planGroups(result).map((group) => groupView(group, cite))),
    result.choices.map(({ text, citations, options }) => section('plan-choice', planWords.choice,
      h('p', {}, text), cite(citations),
      h('ul', { class: 'plan-options', role: 'list' }, options.map(({ routeId, title, status, participants }) =>
        h('li', {}, h('a', { href: routeAddress(routeId) }, title), ' ', statusBadge({ status }), h('p', { class: 'help' }, fill(planWords.arrangeFor, { names: forWhom(participants, result) }))))))),
    stepsSection(result, cite),
    contractSection(result, cite),
    planDivisionView(input, result, cite),
    openSection(result, open),
    sourcesView(result));
}

/** In print, and for who hears the page, a section is a heading with what follows it. */
function section(id: string, title: string, ...content: ViewChild[]): ViewElement {
  return h('section', { 'aria-labelledby': id }, h('h3', { id }, title), content);
}

export function sizeInWords(result: PlanResult): string {
  const { people, kinds } = sizeOf(result);
  return fill(planWords.summary, {
    people: people === 1 ? planWords.oneParticipant : fill(planWords.participants, { count: people }),
    kinds: kinds === 1 ? planWords.oneKind : fill(planWords.kinds, { count: kinds }),
  });
}

export const horizonInWords = ({ asOf }: PlanResult, newest: string): string => fill(planWords.horizon, { newest: dutchDate(newest), date: dutchDate(asOf) });

function resultActions(): ViewElement {
  const action = (name: string, picture: Parameters<typeof icon>[0], label: string): ViewElement => h('button', { type: 'button', 'data-action': name, 'data-needs-script': true }, icon(picture), label);
  return h('div', { class: 'row result-actions' },
    action('share', 'copy', planWords.share), action('word', 'download', planWords.word), action('print', 'print', planWords.pdf),
    h('button', { type: 'submit', name: planFields.action, value: 'opnieuw', class: 'quiet' }, icon('again'), planWords.again));
}

/** Quotes behind a button on the screen; on paper their numbers, with the quotes together at the end. */
function proofView(result: PlanResult, numbers: readonly number[], links: ViewLinks): ViewChild {
  if (numbers.length === 0) return undefined;
  return [h('span', { class: 'plan-markers', 'aria-hidden': 'true' }, numbers.map((n) => `[${n}]`).join(' ')), quoteDetails(citedBy(result, numbers), links)];
}

type Cite = (numbers: readonly number[]) => ViewChild;

function groupView({ members, lead, leading, payable, open, notFitting, understood }: PlanGroup, cite: Cite): ViewElement {
  return h('article', { class: `route route-${leading?.status ?? 'niet-van-toepassing'}` },
    h('header', { class: 'route-head' }, h('h4', {}, namesIn(members.map(counted))), leading && statusBadge(leading)),
    h('p', { class: 'plan-lead' }, lead.text, leading && [' ', h('a', { href: routeAddress(leading.id) }, shortRoute(leading.title))]),
    cite(lead.citations),
    understood.length > 0 && h('p', { class: 'help' }, assumedInWords(understood)),
    payable.length > 0 && h('div', { class: 'plan-others' },
      h('p', { class: 'small-heading' }, planWords.alsoPossible), routeList(payable, cite)),
    open.length > 0 && [
      h('p', { class: 'plan-printed', 'aria-hidden': 'true' }, `${planWords.maybePrinted} ${open.map((route) => `${shortRoute(route.title)} (${statusWords(route).name.toLowerCase()})`).join(', ')}.`),
      h('details', { class: 'plan-others' },
        h('summary', {}, fill(planWords.maybe, { count: open.length })), routeList(open, cite))],
    notFitting.length > 0 && h('details', { class: 'plan-not' },
      h('summary', {}, fill(planWords.notFitting, { count: notFitting.length })),
      h('ul', { role: 'list' }, notFitting.map(({ id, title, reason }) => h('li', {}, h('a', { href: routeAddress(id) }, title), `: ${reason}`)))));
}

function routeList(routes: PlanGroup['open'], cite: Cite): ViewElement {
  return h('ul', { role: 'list' }, routes.map((route) =>
    h('li', {},
      h('p', {}, h('a', { href: routeAddress(route.id) }, route.title), ' ', statusBadge(route)),
      h('p', {}, route.reason), cite(route.citations))));
}

/** What follows from who takes part, as the end of a sentence. */
export function assumedInWords(understood: PlanGroup['understood']): string {
  return fill(planWords.assumed, { facts: understood.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join(', ') });
}

function stepsSection(result: PlanResult, cite: Cite): ViewElement | undefined {
  const steps = stepsOfKind(result, 'regelen');
  if (steps.length === 0) return undefined;
  return section('plan-steps', planWords.arrange,
    h('ol', { class: 'plan-steps' }, steps.map((step) =>
      h('li', {}, h('p', {}, step.text), h('p', { class: 'help' }, stepAround(step, result).join(' · ')), cite(step.citations)))));
}

/** With whom and for whom; of routes to choose between also which. */
export function stepAround(step: PlanResult['steps'][number], result: PlanResult): string[] {
  const isChoice = result.choices.some(({ options }) => options.some(({ routeId }) => routeId === step.routeId));
  return [
    ...(step.with.length === 0 ? [] : [fill(planWords.arrangeWith, { names: namesIn(step.with) })]),
    fill(planWords.arrangeFor, { names: forWhom(step.participants, result) }),
    ...(step.routeId === undefined || !isChoice ? [] : [fill(planWords.ifRoute, { route: routeName(result, step.routeId) })]),
  ];
}

function routeName({ participants }: PlanResult, id: string): string {
  return shortRoute(participants.flatMap(({ routes }) => routes).find((route) => route.id === id)?.title ?? id);
}

function contractSection(result: PlanResult, cite: Cite): ViewElement | undefined {
  const items = stepsOfKind(result, 'contract');
  if (items.length === 0) return undefined;
  return section('plan-contract', planWords.contract,
    h('ul', { class: 'plan-checklist', role: 'list' }, items.map(({ text, citations }) => h('li', {}, h('p', {}, text), cite(citations)))));
}

function openSection(result: PlanResult, open: readonly PlanQuestion[]): ViewElement {
  return section('plan-open', planWords.open,
    open.length === 0 ? h('p', {}, planWords.noOpen) : [
      h('p', { class: 'help' }, planWords.openHelp),
      h('ul', { class: 'plan-open-list', role: 'list' }, open.map((question, index) =>
        h('li', {}, h('details', { class: 'printed' }, h('summary', { id: `plan-open-${index}` }, question.question),
          planChoicesView(question, result, `plan-open-${index}`)))))]);
}

/** On paper only: on the screen every quote stands with what it proves. Each document is named once. */
function sourcesView(result: PlanResult): ViewElement {
  return h('section', { class: 'plan-printed plan-sources', 'aria-hidden': 'true' },
    h('h3', {}, planWords.sources),
    citedDocuments(result).map(([first, ...others]) => [
      h('p', { class: 'plan-source' }, documentLine(first)),
      h('ul', { role: 'list' }, [first, ...others].map((citation) => h('li', {}, quoteLine(citation))))]));
}

type Cited = PlanResult['citations'][number];

/** Citations of one document together, in the order of the plan. */
export function citedDocuments({ citations }: PlanResult): [Cited, ...Cited[]][] {
  const byDocument = new Map<string, [Cited, ...Cited[]]>();
  for (const citation of citations) {
    const known = byDocument.get(citation.documentId);
    if (known) known.push(citation);
    else byDocument.set(citation.documentId, [citation]);
  }
  return [...byDocument.values()];
}

export const documentLine = (citation: Cited): string => `${[citation.title, citation.publisher, dutchDate(citation.published)].filter((part) => part !== '').join(', ')} (${sourceWorth(citation)})`;

export const quoteLine = ({ n, page, quote }: Cited): string => `[${n}] ${fill(source.page, { page })}: “${quote.replace(/\s+/g, ' ')}”`;
