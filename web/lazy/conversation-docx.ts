import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun, type ParagraphChild } from 'docx';
import { Lexer, type Token } from 'marked';
import type { Citation } from '../../server/contract.ts';
import { dutchDate } from '../../server/corpus/dates.ts';
import { sourceWorth } from '../../server/views/citation-view.ts';
import { chat, fill, source } from '../../server/views/labels.ts';
import type { Turn } from '../widget/conversation.ts';

/** The conversation as a Word document: a question is a heading, each citation a paragraph with its quote and a link. */
export async function conversationDocx(turns: readonly Turn[], addressOf: (citation: Citation) => string, date: string): Promise<Blob> {
  const document = new Document({
    title: chat.fileTitle,
    creator: chat.fileTitle,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: chat.fileTitle, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${date}. ${chat.computerNotice}` }),
          ...turns.filter(({ text }) => text !== '').flatMap((turn) => turnParagraphs(turn, addressOf)),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

function turnParagraphs(turn: Turn, addressOf: (citation: Citation) => string): Paragraph[] {
  return [
    new Paragraph({ text: turn.question, heading: HeadingLevel.HEADING_1 }),
    ...Lexer.lex(turn.text).flatMap((token) => blockParagraphs(token)),
    ...(turn.answer?.notices ?? []).map(
      (notice) => new Paragraph({ children: [new TextRun({ text: `${chat.notices}: `, bold: true }), new TextRun(notice)] }),
    ),
    ...(turn.citations.length > 0 ? [new Paragraph({ text: chat.sources, heading: HeadingLevel.HEADING_2 })] : []),
    ...turn.citations.map((citation) => citationParagraph(citation, addressOf(citation))),
  ];
}

function blockParagraphs(token: Token, level = 0): Paragraph[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [new Paragraph({ children: runs(token.tokens ?? []), heading: HeadingLevel.HEADING_2 })];
    case 'list':
      return (token as { items: { tokens: Token[] }[] }).items.flatMap((item) =>
        item.tokens.flatMap((inner): Paragraph[] =>
          inner.type === 'list' ? blockParagraphs(inner, level + 1) : [new Paragraph({ children: runs([inner]), bullet: { level } })],
        ),
      );
    case 'blockquote':
      return (token.tokens ?? []).map((inner) => new Paragraph({ children: runs([inner], { italics: true }), indent: { left: 400 } }));
    default:
      return [new Paragraph({ children: runs([token]) })];
  }
}

/** Inline Markdown as runs of text; whatever has no counterpart stays its words. */
function runs(tokens: readonly Token[], style: { bold?: boolean; italics?: boolean } = {}): TextRun[] {
  return tokens.flatMap((token): TextRun[] => {
    const inner = 'tokens' in token ? token.tokens : undefined;
    if (token.type === 'strong') return runs(inner ?? [], { ...style, bold: true });
    if (token.type === 'em') return runs(inner ?? [], { ...style, italics: true });
    if (inner !== undefined && inner.length > 0) return runs(inner, style);
    return [new TextRun({ text: 'text' in token ? String(token.text) : token.raw, ...style })];
  });
}

function citationParagraph(citation: Citation, address: string): Paragraph {
  const { n, title, publisher, published, page, section, quote } = citation;
  const facts = [publisher, dutchDate(published), fill(source.page, { page }).toLowerCase(), section].filter((fact) => fact !== '').join(', ');
  const link: ParagraphChild = /^https?:\/\//.test(address)
    ? new ExternalHyperlink({ link: address, children: [new TextRun({ text: chat.showInSource, style: 'Hyperlink' })] })
    : new TextRun(address);
  return new Paragraph({
    spacing: { before: 120 },
    children: [
      new TextRun({ text: `[${n}] ${title}`, bold: true }),
      new TextRun(`, ${facts} (${sourceWorth(citation)}). `),
      new TextRun({ text: `“${quote.replace(/\s+/g, ' ')}” `, italics: true }),
      link,
    ],
  });
}

export type ConversationDocx = { conversationDocx: typeof conversationDocx };
