import { describe, expect, it } from 'vitest';
import type { DocumentDetail } from '../contract.ts';
import { examples } from '../http/openapi/examples.ts';
import { verifyQuote, type CitedQuote } from './verify-quote.ts';

const first = 'Handleiding\n\nHet experiment eindigt daarom uiterlijk op 1 mei 2029. De NZa houdt toezicht op de zorg-\naanbieders. Een overeenkomst is nodig.\n';
const text = `${first}\fOp de tweede pagina staat dat partijen de kosten samen verdelen over\nde domeinen, en dat het college “zo snel mogelijk” besluit.`;
const guide: DocumentDetail = { ...examples.documentDetail, id: 'gids', text, pageStarts: [0, first.length + 1], pages: 2 };
const other: DocumentDetail = { ...examples.documentDetail, id: 'brief', text: 'De minister wil dat vergoeden vanaf 2025.', pageStarts: [0] };
const documents = [guide, other];

const verify = (quote: CitedQuote) => verifyQuote(quote, documents, documents);

describe('verifyQuote', () => {
  it('is exact for the very words, with their place', () => {
    const quote = 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.';
    const check = verify({ text: quote });
    expect(check).toMatchObject({ status: 'exact', places: [{ page: 1, quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }] });
    expect(check.places[0]?.document.id).toBe('gids');
  });

  it.each([
    ['white space', 'de kosten samen verdelen over de\n domeinen'],
    ['quotation marks around it', '“Een overeenkomst is nodig.”'],
    ['dots where it was cut', '… partijen de kosten samen verdelen …'],
  ])('does not mind %s', (_what, quote) => {
    expect(verify({ text: quote, documentId: 'gids' }).status).toBe('exact');
  });

  it('knows the page, also of a quote that begins on the one before', () => {
    expect(verify({ text: 'Een overeenkomst is nodig.', page: 1 }).status).toBe('exact');
    expect(verify({ text: 'Een overeenkomst is nodig.', page: 2 })).toMatchObject({ status: 'changed', because: 'page', places: [{ page: 1 }] });
    expect(verify({ text: 'Een overeenkomst is nodig. Op de tweede pagina staat', page: 2 }).status).toBe('exact');
  });

  it.each(['De NZa houdt toezicht op de zorgaanbieders.', "het college 'zo snel mogelijk' besluit", 'een OVEREENKOMST is nodig.'])('says that only signs differ: %s', (quote) => {
    expect(verify({ text: quote })).toMatchObject({ status: 'changed', because: 'signs' });
  });

  it('shows the sentence as it is now and which words differ', () => {
    const check = verify({ text: 'Het experiment eindigt uiterlijk op 1 mei 2028.', documentId: 'gids' });
    expect(check).toMatchObject({
      status: 'changed',
      because: 'words',
      places: [{ page: 1, quote: 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.' }],
      onlyInText: ['2028'],
      onlyInSource: ['daarom', '2029'],
    });
  });

  it.each(['De minister betaalt in 2031 alle huisartsen dubbel voor hun overleg.', 'wil niet', '', '“ … ”'])('is not there: "%s"', (quote) => {
    expect(verify({ text: quote })).toEqual({ status: 'not-there', places: [] });
  });

  it('tells where else it stands when it is not in the document that was named', () => {
    const check = verify({ text: 'De minister wil dat vergoeden vanaf 2025.', documentId: 'gids' });
    expect(check).toMatchObject({ status: 'not-there', places: [{ page: 1 }] });
    expect(check.places[0]?.document.id).toBe('brief');
  });
});
