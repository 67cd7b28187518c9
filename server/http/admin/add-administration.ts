import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express';
import { BusyError, ChangedMeanwhileError, FIELDS, TooManyTriesError, type Administration, type Draft, type Fields } from '../../admin/administration.ts';
import { BadInputError, NotFoundError } from '../../errors.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import { addEndpoint } from '../add-endpoint.ts';
import { bodyLimit } from '../body-limits.ts';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from '../http-errors.ts';
import { documentsPage } from '../pages/admin/documents-page.ts';
import { draftPage } from '../pages/admin/draft-page.ts';
import { differencePage, feedbackPage, gapsPage, logPage, sourcesPage, versionsPage } from '../pages/admin/other-pages.ts';
import { loginPage, type Shell } from '../pages/admin/shell.ts';
import { checkToken, needsSession, privatePages, sameSite, sessionOf } from './guards.ts';
import { giveSession, sessionKey, takeSession } from './session-cookie.ts';
import { readUpload } from './upload-body.ts';

/** `/beheer` and what lies below it; every page works without JavaScript, and none is there without a session. */
export function addAdministration(app: IRouter, admin: Administration, readiness: Readiness): void {
  app.use('/beheer', privatePages, sameSite);
  const signedIn = needsSession(admin);
  const documents = () => (readiness.isLoaded ? readiness.services().documents.list() : []);
  const send = (res: Response, html: string): void => void res.type('html').send(html);
  const page = (path: string, render: (req: Request) => Promise<string> | string): void => addEndpoint(app, path, { get: [signedIn, async (req, res) => send(res, await render(req))] });

  const overview = async (req: Request, message?: Shell['message']): Promise<string> => {
    const session = sessionOf(req);
    return documentsPage({ session, others: admin.others(session), drafts: await admin.drafts(), documents: documents(), busy: admin.busy, last: admin.last, message });
  };
  addEndpoint(app, '/beheer', {
    get: [
      signedIn,
      async (req, res) => {
        if (admin.busy) res.set('Refresh', '3');
        send(res, await overview(req));
      },
    ],
  });
  addEndpoint(app, '/beheer/inloggen', { get: [(_req, res) => send(res, loginPage())], post: [...smallForm, logIn(admin, send)] });
  addEndpoint(app, '/beheer/uitloggen', {
    post: [
      signedIn,
      ...smallForm,
      async (req, res) => {
        checkToken(sessionOf(req), formOf(req).get('bewijs'));
        await admin.logOut(sessionKey(req));
        takeSession(req, res);
        res.redirect(303, '/beheer/inloggen');
      },
    ],
  });

  addEndpoint(app, '/beheer/documenten', {
    post: [
      signedIn,
      async (req, res) => {
        try {
          const { fields, name, bytes } = await readUpload(req, res);
          checkToken(sessionOf(req), fields.get('bewijs'));
          res.redirect(303, `/beheer/documenten/${(await admin.upload(sessionOf(req), name, bytes)).id}`);
        } catch (error) {
          send(res.status(statusOf(error)), await overview(req, { text: (error as Error).message, good: false }));
        }
      },
    ],
  });
  const draftOf = async (req: Request): Promise<Draft> => {
    const draft = await admin.draft(String(req.params['id']));
    if (!draft) throw new NotFoundError('Dit concept is er niet. Iemand heeft het gepubliceerd of weggegooid.');
    return draft;
  };
  addEndpoint(app, '/beheer/documenten/:id', {
    get: [signedIn, async (req, res) => send(res, draftPage({ session: sessionOf(req), draft: await draftOf(req), documents: documents() }))],
    post: [
      signedIn,
      ...smallForm,
      async (req, res) => {
        const session = sessionOf(req);
        const form = formOf(req);
        checkToken(session, form.get('bewijs'));
        const draft = await draftOf(req);
        const typed = fieldsOf(form, draft);
        try {
          res.redirect(303, await act(admin, session, draft, form, typed));
        } catch (error) {
          // With what was typed, so that nothing is lost; but what another wrote meanwhile goes first.
          const now = (await admin.draft(draft.id)) ?? draft;
          const mine = error instanceof ChangedMeanwhileError ? {} : { typed };
          send(res.status(statusOf(error)), draftPage({ session, draft: now, documents: documents(), message: { text: (error as Error).message, good: false }, ...mine }));
        }
      },
    ],
  });
  page('/beheer/documenten/:id/verschil/:oud', async (req) => {
    const draft = await draftOf(req);
    const old = String(req.params['oud']);
    return differencePage(sessionOf(req), old, draft, await admin.compare(old, draft.id));
  });

  addEndpoint(app, '/beheer/indexen', {
    get: [signedIn, async (req, res) => send(res, versionsPage(sessionOf(req), await admin.versions()))],
    post: [
      signedIn,
      ...smallForm,
      async (req, res) => {
        const session = sessionOf(req);
        const form = formOf(req);
        checkToken(session, form.get('bewijs'));
        try {
          await admin.rollBack(session, form.get('index') ?? '');
          res.redirect(303, '/beheer');
        } catch (error) {
          send(res.status(statusOf(error)), versionsPage(session, await admin.versions(), { text: (error as Error).message, good: false }));
        }
      },
    ],
  });
  page('/beheer/bronnen', async (req) => sourcesPage(sessionOf(req), await admin.report()));
  page('/beheer/gaten', async (req) => gapsPage(sessionOf(req), await admin.gaps()));
  page('/beheer/reacties', async (req) => feedbackPage(sessionOf(req), await admin.feedback()));
  page('/beheer/logboek', async (req) => logPage(sessionOf(req), await admin.log()));
  // What lies below and does not exist looks the same to who is not logged in.
  app.use('/beheer', signedIn);
}

/** Where to go on. */
async function act(admin: Administration, session: Shell['session'], draft: Draft, form: URLSearchParams, typed: Fields): Promise<string> {
  const address = `/beheer/documenten/${draft.id}`;
  const revision = Number(form.get('revisie'));
  switch (form.get('actie')) {
    case 'verwijder':
      await admin.discard(session, draft.id);
      return '/beheer';
    case 'publiceer': {
      // What stands in the fields is published, also where nobody pressed "bewaar" first.
      const changed = Object.entries(typed).some(([name, value]) => value !== shownOf(draft, name as keyof Fields));
      const saved = changed ? await admin.change(session, draft.id, revision, typed) : draft;
      await admin.publish(session, draft.id, changed ? saved.revision : revision);
      return '/beheer';
    }
    default:
      await admin.change(session, draft.id, revision, typed);
      return address;
  }
}

/** What somebody filled in himself, now or before: a proposal that was left alone goes on being one, with its place. */
function fieldsOf(form: URLSearchParams, draft: Draft): Fields {
  const fields: Fields = {};
  for (const name of [...FIELDS, 'supersedes', 'supersedesOn'] as const) {
    const value = form.get(name)?.trim().slice(0, 500);
    if (value !== undefined && (draft.fields[name] !== undefined || value !== shownOf(draft, name))) fields[name] = value;
  }
  return fields;
}

const shownOf = ({ preview, fields }: Draft, name: keyof Fields): string => String(fields[name] ?? (preview.metadata as Record<string, string | number>)[name] ?? '');

function logIn(admin: Administration, send: (res: Response, html: string) => void): RequestHandler {
  return async (req, res) => {
    const form = formOf(req);
    const who = (form.get('naam') ?? '').replace(/[^\p{L}\p{N} .'’-]/gu, '').trim().slice(0, 60);
    if (who === '') {
      send(res.status(400), loginPage('Vul uw naam in.'));
      return;
    }
    try {
      const key = await admin.logIn(who, form.get('wachtwoord') ?? '', req.ip ?? 'onbekend');
      if (key === undefined) {
        send(res.status(401), loginPage('Het wachtwoord klopt niet.', who));
        return;
      }
      giveSession(req, res, key);
      res.redirect(303, '/beheer');
    } catch (error) {
      if (!(error instanceof TooManyTriesError)) throw error;
      send(res.status(429).set('Retry-After', String(error.seconds)), loginPage(error.message, who));
    }
  };
}

/** @throws the error itself when it is none that an administrator can do something about */
function statusOf(error: unknown): number {
  if (error instanceof BusyError || error instanceof ChangedMeanwhileError) return 409;
  if (error instanceof PayloadTooLargeError) return 413;
  if (error instanceof BadInputError) return 400;
  throw error;
}

const smallForm: RequestHandler[] = [
  (req, _res, next) => {
    if (!req.is('application/x-www-form-urlencoded')) throw new UnsupportedMediaTypeError('Stuur het formulier als application/x-www-form-urlencoded.');
    next();
  },
  express.text({ type: 'application/x-www-form-urlencoded', limit: 2 * bodyLimit, inflate: false }),
];

const formOf = ({ body }: Request): URLSearchParams => new URLSearchParams(typeof body === 'string' ? body : '');

