/** A verbatim quote, found: `documents.get(documentId).text.slice(start, end)`. */
export interface Quote {
  documentId: string;
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
}

/** A Dutch text with what it rests on. */
export interface SourcedText {
  text: string;
  /** The same for who asks in English. */
  en?: string | undefined;
  quotes: Quote[];
}
