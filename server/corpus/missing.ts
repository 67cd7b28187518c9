/** Somebody who knows what the sources do not say, or a place where it can be looked up. */
export interface Address {
  /** As in "Vraag het aan …": "de Nederlandse Zorgautoriteit (NZa)"; absent for what can only be looked up. */
  name?: string | undefined;
  /** As in "Ask …" or, without a name, "See …". */
  en: string;
  /** What to do instead of asking, in words of its own: "Kijk in de richtlijn van uw beroepsgroep". */
  look?: string | undefined;
  href?: string | undefined;
}

/** A kind of thing that people ask for and that the sources do not say. */
export interface MissingKind {
  id: string;
  /** What kind of thing: bedrag, code, formulier, contact … */
  slot: string;
  /** A sentence that names it: "Een uurtarief voor PGAZ staat niet in de bronnen." */
  text: string;
  en: string;
  /** How people ask for it. */
  asks: string[];
  /** Words that by themselves tell that it is this; `*` stands for any letters. */
  words: string[];
  /** Id of the nearest statement. */
  near?: string | undefined;
  turnTo: Address[];
  /** Ids of the documents that were searched for it; of others it says nothing. */
  documents: string[];
}
