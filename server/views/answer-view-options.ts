import type { Citation } from '../contract.ts';
import type { ViewElement } from './view.ts';

/** What differs between the places where an answer is shown. */
export interface AnswerViewOptions {
  /** Level of the headings inside the answer. */
  headingLevel: 2 | 3;
  /** Tells this answer's headings from those of another on the page. */
  id: string;
  /** Leads from the text to a citation. */
  marker: (citation: Citation, label: string) => ViewElement;
  /** Leads from a source that is shown into the source itself. */
  opener: (citation: Citation, label: string, text: string) => ViewElement;
  /** Where one can tap: what is asked back and what was understood; absent where there is only text. */
  situation?: SituationState;
}

export interface SituationState {
  /** This is the last answer, and whole: it can still be replied to and corrected. */
  isOpen: boolean;
  /** What was chosen. */
  reply?: string | undefined;
  /** What is known is shown first. */
  isAskedLater?: boolean | undefined;
}
