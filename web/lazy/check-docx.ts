import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Citation, RouteResult } from '../../server/contract.ts';
import { answerLabel } from '../../server/views/check-answers.ts';
import type { CheckViewInput } from '../../server/views/check-result-view.ts';
import { dateInWords } from '../../server/views/date-in-words.ts';
import { check, fill, payment, source } from '../../server/views/labels.ts';
import { routeGroups } from '../../server/views/route-groups.ts';
import { statusWords } from '../../server/views/route-view.ts';

const conditionNames = { voldaan: check.met, 'niet-voldaan': check.unmet, onbekend: check.open };

/** The outcome as a Word document, in the order of the page: what leads with all its proof, of the rest the reason and what to do. */
export async function checkDocx({ description, state, result }: Omit<CheckViewInput, 'links'>, address: string): Promise<Blob> {
  const title = fill(check.resultFor, { date: dateInWords(result.asOf, 'nl') });
  const { leading, groups } = routeGroups(result.routes);
  const answers = state.answers.flatMap(({ fact: id, value }) =>
    description.facts.filter((fact) => fact.id === id).map((fact) => bullet([new TextRun(`${fact.question} `), bold(answerLabel(fact, value))])));
  const document = new Document({
    title,
    creator: check.title,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          spaced([new TextRun(check.notAdvice)]),
          ...section(check.yourAnswers, answers),
          ...(leading === undefined ? [] : wholeRoute(leading, address)),
          ...groups.flatMap(({ group, name, routes }) => section(name, routes.flatMap((route) => (group === 'past-niet' ? [inALine(route)] : inShort(route, address))))),
          spaced([link(check.again, address)]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

function wholeRoute(route: RouteResult, address: string): Paragraph[] {
  return [
    new Paragraph({ text: `${route.title}: ${statusWords(route).name}`, heading: HeadingLevel.HEADING_1 }),
    spaced([new TextRun(`${statusWords(route).meaning} `), bold(`${payment[route.payment] ?? route.payment}.`)]),
    ...[route.paymentNote, route.reason].flatMap((told) => (told === undefined ? [] : [spaced([new TextRun(told.text)]), ...quotes(told.citations, address)])),
    ...section(check.nextSteps, route.nextSteps.flatMap((step) => cited(step, address))),
    ...section(check.warnings, route.warnings.flatMap((warning) => cited(warning, address))),
    ...section(check.conditions, route.conditions.flatMap(({ text, status, citations }) => cited({ text: `${conditionNames[status]}: ${text}`, citations }, address))),
  ];
}

function inShort(route: RouteResult, address: string): Paragraph[] {
  return [
    spaced([bold(`${route.title}: ${statusWords(route).name}`)], { keepNext: true }),
    ...(route.reason === undefined ? [] : [spaced([new TextRun(route.reason.text)]), ...quotes(route.reason.citations, address)]),
    ...route.nextSteps.slice(0, 1).map(({ text }) => bullet([new TextRun(text)])),
  ];
}

const inALine = ({ title, reason, status }: RouteResult): Paragraph => bullet([bold(`${title}: `), new TextRun(reason?.text ?? statusWords({ status }).meaning)]);

const cited = ({ text, citations }: RouteResult['warnings'][number], address: string): Paragraph[] => [bullet([new TextRun(text)]), ...quotes(citations, address)];

/** With document, page and a link to the very sentence. */
function quotes(citations: readonly Citation[], address: string): Paragraph[] {
  return citations.map(({ quote, title, page, href }) =>
    spaced([
      new TextRun({ text: `“${quote.replace(/\s+/g, ' ')}” `, italics: true }),
      link(`${title}, ${fill(source.page, { page }).toLowerCase()}`, new URL(href, address).href),
    ], { indent: { left: 600 } }));
}

/** Nothing where there is nothing below the heading. */
const section = (heading: string, items: Paragraph[]): Paragraph[] => (items.length === 0 ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }), ...items]);
const spaced = (runs: ParagraphChild[], options: IParagraphOptions = {}): Paragraph => new Paragraph({ spacing: { before: 100 }, ...options, children: runs });
const bullet = (runs: ParagraphChild[]): Paragraph => new Paragraph({ bullet: { level: 0 }, children: runs });
const bold = (text: string): TextRun => new TextRun({ text, bold: true });
const link = (text: string, address: string): ParagraphChild => new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] });
