import { BadInputError, NotFoundError } from '../errors.ts';
import {
  BusyError,
  ChangedMeanwhileError,
  FIELDS,
  TooManyTriesError,
  type Administration,
  type DocumentFigures,
  type Draft,
  type Fields,
  type IndexVersion,
  type Outcome,
  type PreviewData,
  type SentenceDiff,
} from './administration.ts';
import { AuditLog, type Action } from './audit-log.ts';
import { Drafts } from './drafts.ts';
import { feedbackEntries } from './feedback-entries.ts';
import type { GapCounts } from './gap-counts.ts';
import { LoginGuard } from './login-guard.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { isPassword } from './password.ts';
import type { RunIngest } from './run-ingest.ts';
import { Sessions, type Session } from './sessions.ts';

const FEEDBACK_SHOWN = 200;
const LOG_SHOWN = 200;

export interface AdministrationOptions {
  passwordHash: string;
  dir: string;
  feedbackDir: string;
  gaps: Pick<GapCounts, 'list'>;
  ingest: RunIngest;
}

/** Administration on files below one folder; documents and indexes are read and written by `ingest` in a process of its own. */
export function createAdministration({ passwordHash, dir, feedbackDir, gaps, ingest }: AdministrationOptions): Administration {
  const sessions = new Sessions();
  const guard = new LoginGuard();
  const log = new AuditLog(dir);
  const drafts = new Drafts(dir);
  const turns = new OneAtATime(dir);
  let last: Outcome | undefined;
  /** One password is looked at at a time: each costs 32 MB. */
  let looking: Promise<unknown> = Promise.resolve();
  const cleared = drafts.clearUp();

  async function preview(path: string, fields: Fields): Promise<PreviewData> {
    const { out, err } = await ingest(['add', path, '--json', ...argumentsOf(fields)]);
    const { documents, faults } = parsed<{ documents: PreviewData[]; faults: string[] }>(out, err);
    const [document] = documents;
    if (!document) throw new BadInputError(faults.join('\n') || err);
    return document;
  }

  async function unchanged(id: string, revision: number): Promise<Draft> {
    const draft = await drafts.get(id);
    if (!draft) throw new NotFoundError('Dit concept is er niet meer. Iemand heeft het gepubliceerd of weggegooid.');
    if (draft.revision !== revision) {
      throw new ChangedMeanwhileError(`${draft.who} heeft dit concept intussen gewijzigd. Kijk hieronder wat er nu staat en doe uw wijziging zo nodig opnieuw.`);
    }
    return draft;
  }

  /** In the background: a publication may take minutes, longer than a browser waits. */
  async function start(session: Session, what: string, action: [good: Action, bad: Action], subject: string, work: () => Promise<string>): Promise<void> {
    let begun: (() => void) | undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const running = turns.run(session.who, what, async () => {
      begun?.();
      const done = (succeeded: boolean, message: string): void => void (last = { who: session.who, what, at: new Date().toISOString(), succeeded, message });
      try {
        done(true, await work());
        await log.add(session.who, action[0], subject);
      } catch (error) {
        done(false, error instanceof BadInputError ? error.message : 'Er ging iets mis. De index in gebruik is niet gewijzigd.');
        await log.add(session.who, action[1], subject);
      }
    });
    // What is refused is told at once; the rest by `last`.
    await Promise.race([started, running]);
    running.catch(() => undefined);
  }

  return {
    async logIn(who, password, address) {
      const wait = guard.waitSeconds(address);
      if (wait > 0) throw new TooManyTriesError(wait);
      guard.tried(address);
      const check = looking.then(() => isPassword(password, passwordHash));
      looking = check.catch(() => undefined);
      if (!(await check)) {
        await log.add(who, 'geweigerd');
        return undefined;
      }
      guard.succeeded(address);
      await log.add(who, 'ingelogd');
      return sessions.begin(who);
    },
    async logOut(key) {
      const session = sessions.find(key);
      sessions.end(key);
      if (session) await log.add(session.who, 'uitgelogd');
    },
    session: (key) => sessions.find(key),
    others: (session) => sessions.others(session),

    async upload({ who }, name, bytes) {
      await cleared;
      const stored = await drafts.store(name, bytes);
      try {
        const draft: Draft = { ...stored, uploaded: new Date().toISOString(), revision: 1, who, fields: {}, preview: await preview(stored.path, {}) };
        await drafts.save(draft);
        await log.add(who, 'document geüpload', draft.preview.metadata.id as string | undefined);
        return draft;
      } catch (error) {
        await drafts.remove(stored.id);
        throw error;
      }
    },
    drafts: () => drafts.list(),
    draft: (id) => drafts.get(id),
    async change({ who }, id, revision, fields) {
      const draft = await unchanged(id, revision);
      const changed = { ...draft, revision: revision + 1, who, fields, preview: await preview(draft.path, fields) };
      await unchanged(id, revision);
      await drafts.save(changed);
      await log.add(who, 'gegevens gewijzigd', changed.preview.metadata.id as string | undefined);
      return changed;
    },
    async discard({ who }, id) {
      const draft = await drafts.get(id);
      if (turns.busy) throw new BusyError(turns.busy);
      await drafts.remove(id);
      await log.add(who, 'concept weggegooid', draft?.preview.metadata.id as string | undefined);
    },
    async compare(old, draftId) {
      const draft = await drafts.get(draftId);
      if (!draft || !/^[a-z0-9-]+$/.test(old)) throw new NotFoundError('Dit concept is er niet meer.');
      const { out, err } = await ingest(['diff', old, draft.path, '--json']);
      return parsed<SentenceDiff>(out, err);
    },
    async publish(session, id, revision) {
      const draft = await unchanged(id, revision);
      if (draft.preview.fault !== undefined) throw new BadInputError(draft.preview.fault);
      await start(session, 'publiceren', ['gepubliceerd', 'publiceren mislukt'], String(draft.preview.metadata.id), async () => {
        const { status, out, err } = await ingest(['add', draft.path, '--yes', '--build', ...argumentsOf(draft.fields)]);
        if (status !== 0) throw new BadInputError(err);
        await drafts.remove(id);
        return out;
      });
    },
    async rollBack(session, version) {
      await start(session, 'terugzetten', ['teruggezet', 'terugzetten mislukt'], version.slice(0, 60), async () => {
        const { status, out, err } = await ingest(['rollback', '--', version]);
        if (status !== 0) throw new BadInputError(err);
        return out;
      });
    },
    async versions() {
      const { out, err } = await ingest(['versions', '--json']);
      return parsed<IndexVersion[]>(out, err);
    },
    get busy() {
      return turns.busy;
    },
    get last() {
      return last;
    },

    async report() {
      const { out, err } = await ingest(['report', '--json']);
      return parsed<DocumentFigures[]>(out, err);
    },
    gaps: () => gaps.list(),
    feedback: () => feedbackEntries(feedbackDir, FEEDBACK_SHOWN),
    log: () => log.last(LOG_SHOWN),
  };
}

/** One word each, `--name=value`: a value that begins with a dash is no option. */
function argumentsOf(fields: Fields): string[] {
  const given = (name: string, value: string | undefined): string[] => (value === undefined || value === '' ? [] : [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=${value}`]);
  return [...FIELDS, 'supersedes' as const, 'supersedesOn' as const].flatMap((name) => given(name, fields[name]));
}

/** @throws BadInputError with what `ingest` said, when it gave no result */
function parsed<T>(out: string, err: string): T {
  try {
    return JSON.parse(out) as T;
  } catch {
    throw new BadInputError(err === '' ? 'De bronnen konden niet worden gelezen. Probeer het opnieuw.' : err);
  }
}
