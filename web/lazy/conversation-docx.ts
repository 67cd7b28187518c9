import { Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Part, Run, SituationPart, Table as Comparison } from '../../server/views/answer-part.ts';
import type { AddressOf, AnswerParts, Source } from '../../server/views/answer-parts.ts';
import { answerWords, type Language } from '../../server/views/answer-words.ts';
import type { Citation } from '../../server/contract.ts';
import { sourceLine, versionLine } from '../../server/views/citation-view.ts';
import { chat } from '../../server/views/labels.ts';
import { inPlainParts } from '../../server/views/situation-parts.ts';
import { hasAnswer, turnParts, type Turn } from '../widget/turn.ts';

/** The conversation as a Word document: a question is a heading, each answer has its parts in the order of the page, and each quote is a footnote. */
export async function conversationDocx(turns: readonly Turn[], addressOf: AddressOf, date: string): Promise<Blob> {
  const footnotes = new Footnotes();
  const children = turns.filter(hasAnswer).flatMap((turn) => [
    new Paragraph({ text: turn.question, heading: HeadingLevel.HEADING_1 }),
    ...answerParagraphs(turnParts(turn), { addressOf, noteOf: footnotes.ofAnswer(turn) }),
  ]);
  const document = new Document({
    title: chat.fileTitle,
    creator: chat.fileTitle,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    footnotes: footnotes.all,
    sections: [
      {
        children: [
          new Paragraph({ text: chat.fileTitle, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${date}. ${chat.computerNotice}` }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

type Piece = Paragraph | Table;

/** What pieces of one answer need: where links lead, and the footnote of a citation where it is first named. */
interface Context {
  addressOf: AddressOf;
  noteOf: (citation: Citation) => ParagraphChild[];
}

/** Word counts footnotes over the whole document, answers count their citations each from 1. */
class Footnotes {
  readonly all: Record<string, { children: Paragraph[] }> = {};
  #count = 0;

  ofAnswer({ checkedOn, answer }: Turn): Context['noteOf'] {
    const noted = new Set<number>();
    const { language = 'nl' } = answer ?? {};
    return (citation) => {
      if (noted.has(citation.n)) return [];
      noted.add(citation.n);
      this.#count += 1;
      const text = `${sourceLine({ citation, quote: citation.quote }, language)} ${versionLine(citation, checkedOn, language)}`;
      this.all[this.#count] = { children: [new Paragraph({ children: [new TextRun(` ${text}`)] })] };
      return [new FootnoteReferenceRun(this.#count)];
    };
  }
}

function answerParagraphs({ title, body, notices, sources, terms, made, language }: AnswerParts, context: Context): Piece[] {
  const words = answerWords[language];
  const section = (heading: string, items: Paragraph[]): Paragraph[] =>
    items.length === 0 ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }), ...items];
  return [
    ...(title === undefined ? [] : [new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 })]),
    ...inPlainParts(body).flatMap((part) => partPieces(part, context)),
    ...section(words.notices, notices.map((notice) => bullet([new TextRun(notice)]))),
    ...section(words.sources, sources.map((source) => sourceParagraph(source, language, context))),
    ...section(words.terms, terms.map(({ term, meaning }) => bullet([new TextRun({ text: term, bold: true }), new TextRun(`: ${meaning}`)]))),
    ...(made === undefined ? [] : [spaced([new TextRun({ text: made, italics: true })])]),
  ];
}

function partPieces(part: Exclude<Part, SituationPart>, context: Context): Piece[] {
  switch (part.type) {
    case 'direct':
      return [spaced([...(part.verdict === undefined ? [] : [new TextRun({ text: `${part.verdict.text} `, bold: true })]), ...children(part.runs, context)])];
    case 'paragraph':
      return [spaced(children(part.runs, context))];
    case 'list':
      return part.items.map((runs) => bullet(children(runs, context)));
    case 'quote':
      return quoteParagraphs(part, context);
    case 'proof':
      return [spaced([new TextRun(part.introduction)]), ...quoteParagraphs(part, context)];
    case 'table':
      return comparison(part, context);
  }
}

function quoteParagraphs({ lines, citation }: Extract<Part, { type: 'quote' | 'proof' }>, { noteOf }: Context): Paragraph[] {
  return lines.map((line, index) =>
    spaced([quoted(line), ...(index === lines.length - 1 ? [new TextRun(` [${citation.n}]`), ...noteOf(citation)] : [])], { indent: { left: 400 } }));
}

/** With its first row as head, which Word repeats on a next page. */
function comparison({ caption, aspect, columns, rows }: Comparison, context: Context): Piece[] {
  const cell = (runs: ParagraphChild[]): TableCell => new TableCell({ children: [new Paragraph({ children: runs })] });
  const name = (text: string): TableCell => cell([new TextRun({ text, bold: true })]);
  return [
    spaced([new TextRun({ text: caption, bold: true })], { keepNext: true }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: [aspect, ...columns].map(name) }),
        ...rows.map((row) => new TableRow({ children: [name(row.aspect), ...row.cells.map((runs) => cell(children(runs, context)))] })),
      ],
    }),
  ];
}

const spaced = (runs: ParagraphChild[], options: IParagraphOptions = {}): Paragraph => new Paragraph({ spacing: { before: 120 }, ...options, children: runs });
const bullet = (runs: ParagraphChild[]): Paragraph => new Paragraph({ bullet: { level: 0 }, children: runs });
const quoted = (text: string): TextRun => new TextRun({ text: text.replace(/\s+/g, ' '), italics: true });

function children(runs: readonly Run[], { addressOf, noteOf }: Context): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    switch (run.type) {
      case 'text':
        return [new TextRun(run.text)];
      case 'strong':
        return [new TextRun({ text: run.text, bold: true })];
      case 'quote':
        return [quoted(run.text)];
      case 'marker':
        return [new TextRun(`[${run.citation.n}]`), ...noteOf(run.citation)];
      case 'link':
        return [link(run.text, run.address.startsWith('/') ? addressOf(run.address) : run.address)];
    }
  });
}

/** Word opens addresses of the web only. */
function link(text: string, address: string | undefined): ParagraphChild {
  if (address === undefined || !/^https?:\/\//.test(address)) return new TextRun(text);
  return new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

function sourceParagraph(source: Source, language: Language, { addressOf, noteOf }: Context): Paragraph {
  const { citation } = source;
  return spaced([new TextRun({ text: `[${citation.n}] `, bold: true }), ...noteOf(citation), new TextRun(`${sourceLine(source, language)} `), link(answerWords[language].showInSource, addressOf(citation.href))]);
}

export type ConversationDocx = { conversationDocx: typeof conversationDocx };
