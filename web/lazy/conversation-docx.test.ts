import mammoth from 'mammoth';
import { expect, it, vi } from 'vitest';
import { fullAnswer } from '../../server/views/testing/sample-answer.ts';
import type { Turn } from '../widget/turn.ts';
import { conversationDocx } from './conversation-docx.ts';

// Word files are written and read again: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

const turn: Turn = {
  id: 'a', question: 'Wat geldt er?', state: 'done', text: '', citations: fullAnswer.citations, blocks: fullAnswer.blocks, checkedOn: '2026-11-30',
  answer: { id: 'x', outcome: 'beantwoord', abstained: false, mode: 'extractief', routes: [], notices: [] },
};

async function footnotesOf(turns: Turn[]): Promise<string[]> {
  const file = await conversationDocx(turns, (path) => `https://wijzer.nl${path}`, 'vandaag');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await file.arrayBuffer()) });
  expect(new Set([...value.matchAll(/href="#(footnote-\d+)"/g)].map(([, id]) => id))).toEqual(new Set([...value.matchAll(/<li id="(footnote-\d+)"/g)].map(([, id]) => id)));
  return [...value.matchAll(/<li id="footnote-\d+">(.*?)<\/li>/g)].map(([, text = '']) => text);
}

it('a Word document has each quote once as a footnote: document, page, version and the day of the check', async () => {
  const notes = await footnotesOf([turn, { ...turn, id: 'b' }]);
  expect(notes).toHaveLength(4);
  for (const [at, { title, page, quote }] of [...fullAnswer.citations, ...fullAnswer.citations].entries()) {
    for (const words of [title, `pagina ${page}`, `“${quote}”`, 'Versie van het document: a.', 'Gecontroleerd op 30 november 2026.']) expect(notes[at]).toContain(words);
  }
});

it('claims no check of a conversation that was kept without its day', async () => {
  const [note] = await footnotesOf([{ ...turn, checkedOn: undefined }]);
  expect(note).not.toContain('Gecontroleerd');
});
