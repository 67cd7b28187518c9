/** A short text in a table of a comparison; it says no more than the statements that it rests on. */
export interface ComparisonCell {
  text: string;
  en: string;
  /** Ids of statements, whose quotes prove it. */
  by: string[];
}

/** Why a cell says nothing: the sources do not, or they can be read in two ways. */
export type Silence = 'not-mentioned' | 'unclear';

/** What things are compared on. */
export interface ComparedAspect {
  id: string;
  name: string;
  en: string;
}

export interface ComparedRoute {
  route: string;
  /** Short enough to head a column. */
  name: string;
  en?: string | undefined;
  /** Id of the statement that says what it is. */
  says: string;
  /** By aspect. */
  cells: Record<string, ComparisonCell | Silence>;
}

export interface ComparedDocument {
  document: string;
  name: string;
  en: string;
  /** How people name it. */
  asked: string[];
}

/** Two documents about the same, the earlier first. */
export interface ComparedPair {
  documents: [string, string];
  /** Ids of statements that are said before the table. */
  says: string[];
  /** The most telling first. */
  rows: { aspect: string; en: string; cells: (ComparisonCell | Silence)[] }[];
}

/** What can be put side by side. */
export interface Comparisons {
  aspects: ComparedAspect[];
  routes: ComparedRoute[];
  documents: ComparedDocument[];
  pairs: ComparedPair[];
}
