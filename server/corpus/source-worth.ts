import type { Citation } from '../contract.ts';

/** What readers are told about a source of this kind; from `corpus/kinds.yaml`. */
export interface SourceWorth {
  /** Badge beside a citation: "Bindend". */
  statusName: string;
  statusMeaning: string;
  /** "Aanwijzing van de minister". */
  kindName: string;
  /** Dutch sentence for an answer that cites it. */
  notice?: string;
  /** Not where all citations stand in sections with one of these words. */
  noticeExcept?: string[];
}

/** Name and meaning of the status, as readers see them. */
export function statusOf(worth: SourceWorth | undefined): Pick<Citation, 'statusName' | 'statusMeaning'> {
  return worth === undefined ? {} : { statusName: worth.statusName, statusMeaning: worth.statusMeaning };
}

/** What to say when these sections of a source are cited; nothing where every one is an exception, such as an annex. */
export function noticeOf(worth: SourceWorth | undefined, sections: readonly string[]): string | undefined {
  const { notice, noticeExcept = [] } = worth ?? {};
  const isExcepted = (section: string): boolean => noticeExcept.some((part) => section.toLowerCase().includes(part.toLowerCase()));
  return sections.every(isExcepted) ? undefined : notice;
}
