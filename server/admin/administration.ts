import { AppError } from '../errors.ts';
import type { AuditEntry } from './audit-log.ts';
import type { Session } from './sessions.ts';

export type { AuditEntry };

/** What is going on, and who does it. */
export interface Busy {
  who: string;
  what: string;
  since: string;
}

/** Another administrator is at the index. */
export class BusyError extends AppError {
  override readonly name = 'BusyError';

  constructor({ who, what, since }: Busy) {
    super(`${who} is sinds ${timeOf(since)} bezig met ${what}. Wacht tot dat klaar is en probeer het dan opnieuw.`);
  }
}

/** Another administrator changed what this one looks at. */
export class ChangedMeanwhileError extends AppError {
  override readonly name = 'ChangedMeanwhileError';
}

/** Fields that an administrator can mend, as `ingest -- add` takes them. */
export const FIELDS = ['id', 'title', 'shortTitle', 'publisher', 'published', 'kind', 'status', 'authority', 'subject', 'address', 'licence'] as const;
export type Field = (typeof FIELDS)[number];
export type Fields = Partial<Record<Field | 'supersedes' | 'supersedesOn', string>>;

/** The part of what `ingest -- add --json` prints that is shown. */
export interface PreviewData {
  metadata: Partial<Record<Field, string | number>>;
  found: Partial<Record<Field, { page?: number; words: string }>>;
  fault?: string;
  report: {
    pages: number;
    words: number;
    headings: { level: number; text: string; page: number }[];
    joined: { page: number; from: [string, string]; to: string }[];
    removed: { page: number; text: string; why: string }[];
    footnotes: number;
    warnings: string[];
  };
  sentences: number;
  passages: number;
  tables: number;
  lost: string[];
  unknown: string[];
  supersedes?: { id: string; on: string; changed?: { id: string; file: string; quotes: { page: number; text: string }[] }[] };
  resembles?: string;
  pages: { read: string; text: string }[];
}

/** A document that was uploaded and is not published yet. */
export interface Draft {
  id: string;
  /** Name of the file as it came. */
  name: string;
  /** Where it lies. */
  path: string;
  uploaded: string;
  /** Raised with every change, so that nobody overwrites what he has not seen. */
  revision: number;
  /** Who changed it last. */
  who: string;
  /** What an administrator filled in himself. */
  fields: Fields;
  preview: PreviewData;
}

/** A place in the sources, or none, with how often questions went unanswered there. */
export interface Gap {
  outcome: 'deels' | 'niet-in-bronnen';
  documentId?: string;
  page?: number;
  section?: string;
  route?: string;
  slot?: string;
  count: number;
  /** Day of the last one. */
  last: string;
}

export interface FeedbackEntry {
  time: string;
  answerId: string;
  verdict: string;
  reasons?: string[];
  reason?: string;
  question?: string;
}

export interface IndexVersion {
  version: string;
  createdAt: string;
  documents: number;
  passages: number;
  current: boolean;
}

/** The part of `ingest -- report --json` that is shown. */
export interface DocumentFigures {
  id: string;
  pages: number;
  sentences: number;
  passages: number;
  questions: number;
  statements?: number;
  without?: { page: number; text: string }[];
  unknown: string[];
  warnings: string[];
  leftOut?: { label: string; value: number }[];
}

export interface SentenceDiff {
  same: number;
  changes: { kind: string; old?: { page: number; text: string }; next?: { page: number; text: string } }[];
}

/** How the last publication or return ended. */
export interface Outcome {
  who: string;
  what: string;
  at: string;
  succeeded: boolean;
  message: string;
}

/** What administrators can do. Faults that they can mend are AppErrors in Dutch. */
export interface Administration {
  /** @returns key of a session; undefined for a wrong password. @throws TooManyTriesError */
  logIn(who: string, password: string, address: string): Promise<string | undefined>;
  logOut(key: string | undefined): Promise<void>;
  session(key: string | undefined): Session | undefined;
  others(session: Session): string[];

  upload(session: Session, name: string, bytes: Uint8Array): Promise<Draft>;
  drafts(): Promise<Draft[]>;
  draft(id: string): Promise<Draft | undefined>;
  change(session: Session, id: string, revision: number, fields: Fields): Promise<Draft>;
  discard(session: Session, id: string): Promise<void>;
  compare(old: string, draftId: string): Promise<SentenceDiff>;
  /** Starts the work and returns: the outcome is told by `last`. @throws BusyError */
  publish(session: Session, id: string, revision: number): Promise<void>;
  rollBack(session: Session, version: string): Promise<void>;
  versions(): Promise<IndexVersion[]>;
  readonly busy: Busy | undefined;
  readonly last: Outcome | undefined;

  report(): Promise<DocumentFigures[]>;
  gaps(): Promise<Gap[]>;
  feedback(): Promise<FeedbackEntry[]>;
  log(): Promise<AuditEntry[]>;
}

/** Somebody guesses passwords. */
export class TooManyTriesError extends AppError {
  override readonly name = 'TooManyTriesError';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over ${Math.ceil(seconds / 60)} minuten opnieuw.`);
    this.seconds = seconds;
  }
}

/** `2026-11-30T16:03:10Z` as hours and minutes in the Netherlands. */
export const timeOf = (time: string): string => new Date(time).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
