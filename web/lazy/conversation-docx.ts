import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Part, Run } from '../../server/views/answer-body.ts';
import type { AddressOf, AnswerParts, Source } from '../../server/views/answer-parts.ts';
import { sourceLine } from '../../server/views/citation-view.ts';
import { chat } from '../../server/views/labels.ts';
import { hasAnswer, turnParts, type Turn } from '../widget/turn.ts';

/** The conversation as a Word document: a question is a heading, and each answer has its parts in the order of the page. */
export async function conversationDocx(turns: readonly Turn[], addressOf: AddressOf, date: string): Promise<Blob> {
  const document = new Document({
    title: chat.fileTitle,
    creator: chat.fileTitle,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: chat.fileTitle, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${date}. ${chat.computerNotice}` }),
          ...turns.filter(hasAnswer).flatMap((turn) => [
            new Paragraph({ text: turn.question, heading: HeadingLevel.HEADING_1 }),
            ...answerParagraphs(turnParts(turn), addressOf),
          ]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

function answerParagraphs({ title, body, notices, terms, sources, made }: AnswerParts, addressOf: AddressOf): Paragraph[] {
  const section = (heading: string, items: Paragraph[]): Paragraph[] =>
    items.length === 0 ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }), ...items];
  return [
    ...(title === undefined ? [] : [new Paragraph({ text: title.text, heading: HeadingLevel.HEADING_2 })]),
    ...body.flatMap((part) => partParagraphs(part, addressOf)),
    ...section(chat.notices, notices.map((notice) => bullet([new TextRun(notice)]))),
    ...section(chat.terms, terms.map(({ term, meaning }) => bullet([new TextRun({ text: term, bold: true }), new TextRun(`: ${meaning}`)]))),
    ...section(chat.sources, sources.map((source) => sourceParagraph(source, addressOf(source.citation.href)))),
    ...(made === undefined ? [] : [spaced([new TextRun({ text: made, italics: true })])]),
  ];
}

function partParagraphs(part: Part, addressOf: AddressOf): Paragraph[] {
  switch (part.type) {
    case 'paragraph':
      return [spaced(children(part.runs, addressOf))];
    case 'list':
      return part.items.map((runs) => bullet(children(runs, addressOf)));
    case 'quote':
      return part.lines.map((line, index) =>
        spaced([quoted(line), ...(index === part.lines.length - 1 ? [new TextRun(` [${part.citation.n}]`)] : [])], { indent: { left: 400 } }));
  }
}

const spaced = (runs: ParagraphChild[], options: IParagraphOptions = {}): Paragraph => new Paragraph({ spacing: { before: 120 }, ...options, children: runs });
const bullet = (runs: ParagraphChild[]): Paragraph => new Paragraph({ bullet: { level: 0 }, children: runs });
const quoted = (text: string): TextRun => new TextRun({ text: text.replace(/\s+/g, ' '), italics: true });

function children(runs: readonly Run[], addressOf: AddressOf): ParagraphChild[] {
  return runs.map((run): ParagraphChild => {
    switch (run.type) {
      case 'text':
        return new TextRun(run.text);
      case 'strong':
        return new TextRun({ text: run.text, bold: true });
      case 'quote':
        return quoted(run.text);
      case 'marker':
        return new TextRun(`[${run.citation.n}]`);
      case 'link':
        return link(run.text, addressOf(run.address));
    }
  });
}

/** Word opens addresses of the web only. */
function link(text: string, address: string | undefined): ParagraphChild {
  if (address === undefined || !/^https?:\/\//.test(address)) return new TextRun(text);
  return new ExternalHyperlink({ link: address, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

function sourceParagraph(source: Source, address: string | undefined): Paragraph {
  return spaced([new TextRun({ text: `[${source.citation.n}] `, bold: true }), new TextRun(`${sourceLine(source)} `), link(chat.showInSource, address)]);
}

export type ConversationDocx = { conversationDocx: typeof conversationDocx };
