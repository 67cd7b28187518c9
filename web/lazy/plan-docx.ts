import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import type { AllocationResult, PlanResult } from '../../server/contract.ts';
import { allocation, fill } from '../../server/views/labels.ts';
import { formatEuros, formatPercentage } from '../../server/views/money.ts';
import { counted, forWhom, namesIn, shortRoute } from '../../server/views/plan-names.ts';
import { planGroups, stepsOfKind, type PlanGroup } from '../../server/views/plan-parts.ts';
import { openPlanQuestions } from '../../server/views/plan-questions-view.ts';
import { assumedInWords, citedDocuments, documentLine, horizonInWords, quoteLine, sizeInWords, stepAround } from '../../server/views/plan-result-view.ts';
import type { PlanViewInput } from '../../server/views/plan-view-input.ts';
import { planWords } from '../../server/views/plan-words.ts';
import { statusWords } from '../../server/views/route-view.ts';

type AddressOf = (path: string) => string | undefined;
type Piece = Paragraph | Table;

/** The plan as a Word document: the same parts in the order of the page, with every quote and its page at the end. */
export async function planDocx(input: PlanViewInput, addressOf: AddressOf, address: string): Promise<Blob> {
  const { result } = input;
  const document = new Document({
    title: planWords.fileTitle,
    creator: planWords.fileTitle,
    numbering: { config: [{ reference: 'stappen', levels: [{ level: 0, format: 'decimal', text: '%1.', style: { paragraph: { indent: { left: 400, hanging: 400 } } } }] }] },
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    sections: [{ children: [new Paragraph({ text: planWords.fileTitle, heading: HeadingLevel.TITLE }), ...(result === undefined ? [] : planPieces(input, result, addressOf)), line(link(address, address))] }],
  });
  return Packer.toBlob(document);
}

function planPieces({ state, division, horizon }: PlanViewInput, result: PlanResult, addressOf: AddressOf): Piece[] {
  const cited = (text: string, numbers: readonly number[]): ParagraphChild[] => [new TextRun(text), ...(numbers.length === 0 ? [] : [new TextRun(` ${numbers.map((n) => `[${n}]`).join(' ')}`)])];
  const questions = openPlanQuestions(result, state);
  const routes = (title: string, some: PlanGroup['open']): Piece[] => some.length === 0 ? [] : [
    line(new TextRun({ text: title, bold: true })),
    ...some.map((route) => bullet(new TextRun({ text: `${route.title}, ${lower(statusWords(route).name)}. `, bold: true }), ...cited(route.reason, route.citations))),
  ];
  return [
    line(new TextRun({ text: sizeInWords(result), bold: true })),
    line(new TextRun(`${horizonInWords(result, horizon.newest)} ${planWords.notAdvice}`)),
    ...section(planWords.answers, (result.given ?? []).map(({ label }) => bullet(new TextRun(label)))),
    ...section(planWords.perParticipant, planGroups(result).flatMap(({ members, lead, leading, payable, open, understood }): Piece[] => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`${namesIn(members.map(counted))}${leading === undefined ? '' : `: ${shortRoute(leading.title)}, ${lower(statusWords(leading).name)}`}`)] }),
      line(...cited(lead.text, lead.citations)),
      ...(understood.length === 0 ? [] : [line(new TextRun({ text: assumedInWords(understood), italics: true }))]),
      ...routes(planWords.alsoPossible, payable), ...routes(fill(planWords.maybe, { count: open.length }), open),
    ])),
    ...result.choices.flatMap(({ text, citations, options }) => section(planWords.choice, [
      line(...cited(text, citations)),
      ...options.map(({ title, status, participants }) => bullet(new TextRun({ text: `${title}, ${lower(statusWords({ status }).name)}. `, bold: true }), new TextRun(fill(planWords.arrangeFor, { names: forWhom(participants, result) })))),
    ])),
    ...section(planWords.arrange, stepsOfKind(result, 'regelen').map((step) =>
      new Paragraph({ numbering: { reference: 'stappen', level: 0 }, children: [...cited(step.text, step.citations), new TextRun({ text: ` ${stepAround(step, result).join('. ')}.`, italics: true })] }))),
    ...section(planWords.contract, stepsOfKind(result, 'contract').map(({ text, citations }) => line(new TextRun('☐ '), ...cited(text, citations)))),
    ...section(planWords.division, division !== undefined && 'result' in division
      ? [line(new TextRun({ text: fill(allocation.result, { total: formatEuros(division.request.total) }), bold: true })), ...amounts(division.result, division.request)]
      : stepsOfKind(result, 'verdelen').map(({ text, citations }) => line(new TextRun('☐ '), ...cited(text, citations)))),
    ...section(planWords.open, questions.length === 0 ? [line(new TextRun(planWords.noOpen))] : questions.map(({ question, participants }) => bullet(new TextRun(`${question} `), new TextRun({ text: fill(planWords.about, { names: forWhom(participants, result) }), italics: true })))),
    ...section(planWords.sources, citedDocuments(result).flatMap(([first, ...others]) => [
      line(new TextRun({ text: documentLine(first), bold: true })),
      ...[first, ...others].map((citation) => line(new TextRun(`${quoteLine(citation)} `), link(planWords.showInSource, addressOf(citation.href)))),
    ])),
  ];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A table a level, each adding up to what it divides. */
function amounts({ domains, zvwSectors }: AllocationResult, request: { domains: readonly { name: string; percentage: string }[]; zvwSectors?: readonly { name: string; percentage: string }[] | undefined }): Piece[] {
  const table = (name: string, rows: AllocationResult['domains'], shares: readonly { name: string; percentage: string }[]): Piece[] => rows.length === 0 ? [] : [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: [name, allocation.percentage, allocation.amount].map((text) => cell(new TextRun({ text, bold: true }))) }),
        ...rows.map((row) => new TableRow({ children: [row.name, `${formatPercentage(shares.find((share) => share.name === row.name)?.percentage ?? '')}%`, formatEuros(row.amount)].map((text) => cell(new TextRun(text))) })),
      ],
    }),
    new Paragraph({}),
  ];
  return [...table(allocation.domain, domains, request.domains), ...table(allocation.sector, zvwSectors, request.zvwSectors ?? [])];
}

function section(title: string, pieces: readonly Piece[]): Piece[] {
  return pieces.length === 0 ? [] : [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...pieces];
}

const cell = (run: ParagraphChild): TableCell => new TableCell({ children: [new Paragraph({ children: [run] })] });
const line = (...children: ParagraphChild[]): Paragraph => new Paragraph({ spacing: { before: 100 }, children });
const bullet = (...children: ParagraphChild[]): Paragraph => new Paragraph({ bullet: { level: 0 }, children });

/** Word opens addresses of the web only. */
function link(text: string, address: string | undefined): ParagraphChild {
  if (address === undefined || !/^https?:\/\//.test(address)) return new TextRun(text);
  return new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

export type PlanDocx = { planDocx: typeof planDocx };
