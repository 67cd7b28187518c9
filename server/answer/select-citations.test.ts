import { describe, expect, it } from 'vitest';
import type { Block, CanonicalDocument } from '../corpus/document.ts';
import type { SentenceCandidate } from './sentence-candidates.ts';
import { selectEvidence } from './select-citations.ts';

/** A document of paragraphs; a paragraph that starts with "- " is an item of the list that the last one before it introduces. */
function documentOf(id: string, authority: number, ...paragraphs: string[][]): CanonicalDocument {
  const blocks: Block[] = [];
  const sentences: CanonicalDocument['sentences'] = [];
  let text = '';
  let lead = -1;
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n';
    const item = paragraph[0]!.startsWith('- ');
    const start = text.length;
    for (const sentence of paragraph) {
      if (text.length > start) text += ' ';
      sentences.push({ start: text.length, end: text.length + sentence.length, block: blocks.length });
      text += sentence;
    }
    if (!item) lead = blocks.length;
    blocks.push({ start, end: text.length, kind: item ? 'list-item' : 'paragraph', ...(item && { lead }) });
  }
  return { id, authority, text, blocks, sentences, pageStarts: [0] } as unknown as CanonicalDocument;
}

const candidate = (document: CanonicalDocument, sentence: number, score: number): SentenceCandidate => {
  const { start, end } = document.sentences[sentence]!;
  return { document, sentence, start, end, text: document.text.slice(start, end), features: { heading: 0 } as never, score, passage: undefined as never, at: 0 };
};
const quotes = (ranked: SentenceCandidate[]) => selectEvidence(ranked).map(({ document, start, end }) => document.text.slice(start, end));

const guide = documentOf(
  'guide', 2,
  ['Het experiment start op 1 mei 2024.', 'De looptijd is hoogstens vijf jaar.', 'Dit betekent dat het uiterlijk in 2029 eindigt.'],
  ['Partijen maken deze afspraken over de inhoud:'],
  ['- De kenmerken van de verzekerden.'],
  ['- De aard van de betalingsafspraken.'],
  ['Zorgaanbieders mogen de prestatie alleen declareren met een overeenkomst met de verzekeraar.'],
); // prettier-ignore
const law = documentOf('law', 1, ['Zorgaanbieders mogen de prestatie alleen declareren met een overeenkomst met de zorgverzekeraar.']);

describe('selectEvidence', () => {
  it('joins neighbours of one paragraph that both answer', () => {
    expect(quotes([candidate(guide, 0, 3), candidate(guide, 1, 2.5)])).toEqual(['Het experiment start op 1 mei 2024. De looptijd is hoogstens vijf jaar.']);
  });

  it('leaves out what scores far below the best', () => {
    expect(quotes([candidate(guide, 0, 3), candidate(guide, 1, -2)])).toEqual(['Het experiment start op 1 mei 2024.']);
  });

  it('keeps a weak neighbour out of the quote, and quotes it apart', () => {
    expect(quotes([candidate(guide, 0, 3), candidate(guide, 1, -1.2)])).toEqual(['Het experiment start op 1 mei 2024.', 'De looptijd is hoogstens vijf jaar.']);
  });

  it('never joins over a paragraph end', () => {
    expect(quotes([candidate(guide, 2, 3), candidate(guide, 3, 3)])).toHaveLength(2);
  });

  it('takes along the sentence that a "Dit …" leans on', () => {
    expect(quotes([candidate(guide, 2, 3)])).toEqual(['De looptijd is hoogstens vijf jaar. Dit betekent dat het uiterlijk in 2029 eindigt.']);
  });

  it('quotes a list together with the line that introduces it', () => {
    expect(quotes([candidate(guide, 3, 3)])).toEqual([
      'Partijen maken deze afspraken over de inhoud:\n\n- De kenmerken van de verzekerden.\n\n- De aard van de betalingsafspraken.',
    ]);
  });

  it('quotes what two documents say alike once, from the more binding one, at its own place', () => {
    const chosen = selectEvidence([candidate(guide, 6, 3), candidate(law, 0, 2.8), candidate(guide, 0, 2)]);
    expect(chosen.map(({ document }) => document.id)).toEqual(['law', 'guide']);
  });

  it('leaves out what scores far below the best', () => {
    expect(quotes([candidate(guide, 0, 12), candidate(guide, 6, 1)])).toHaveLength(1);
  });

  it('gives at most five, and none for none', () => {
    const many = documentOf('many', 2, ...Array.from({ length: 9 }, (_, i) => [`Afspraak nummer ${'abcdefghi'[i]} gaat over onderwerp ${i}${i}${i} van partij ${'pqrstuvwx'[i]}.`]));
    expect(selectEvidence(Array.from({ length: 9 }, (_, i) => candidate(many, i, 3)))).toHaveLength(5);
    expect(selectEvidence([])).toEqual([]);
  });
});
