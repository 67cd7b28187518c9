import type { CanonicalDocument } from '../corpus/document.ts';
import { locateQuote } from './locate-quote.ts';
import type { Quote } from './sourced-text.ts';
import type { QuoteForm } from './schema.ts';
import type { DataPath, YamlFile } from '../text/yaml-file.ts';

/** Finds the quotes of a text in the documents; reports those that do not stand there, with their line. */
export class QuoteFinder {
  private readonly documents: ReadonlyMap<string, CanonicalDocument>;

  constructor(documents: ReadonlyMap<string, CanonicalDocument>) {
    this.documents = documents;
  }

  /** The same text with its quotes as places. */
  find<Form extends { quotes: QuoteForm[] }>(file: YamlFile, path: DataPath, item: Form): Omit<Form, 'quotes'> & { quotes: Quote[] } {
    const quotes = item.quotes.flatMap((quote, index): Quote[] => {
      const at = [...path, 'quotes', index];
      const document = this.documents.get(quote.document);
      if (document === undefined) {
        file.report([...at, 'document'], `onbekend document "${quote.document}"; de documenten staan in sources.yaml`);
        return [];
      }
      const found = locateQuote(document, quote.text, quote.page);
      if (!('fault' in found)) return [{ documentId: document.id, ...found }];
      file.report([...at, 'text'], found.fault);
      return [];
    });
    return { ...item, quotes };
  }

  findAll<Form extends { quotes: QuoteForm[] }>(file: YamlFile, path: DataPath, items: readonly Form[]) {
    return items.map((item, index) => this.find(file, [...path, index], item));
  }
}
