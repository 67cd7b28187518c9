import express, { type IRouter, type RequestHandler } from 'express';
import { AskRequest } from '../../contract.ts';
import { NotFoundError } from '../../errors.ts';
import type { Readiness } from '../../readiness.ts';
import { clientGone } from '../client-gone.ts';
import { UnsupportedMediaTypeError } from '../http-errors.ts';
import { bodyLimit } from '../json-body.ts';
import { parse } from '../parse.ts';
import { toProblem } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import { note } from '../request-log.ts';
import { route } from '../route.ts';
import { askPage } from './ask-page.ts';
import { html } from './html.ts';
import { layout, styleSheet } from './layout.ts';
import { sourceListPage, sourcePage, type Span } from './source-pages.ts';

/** Pages that work without JavaScript: `/`, `/bronnen`, `/bronnen/{id}`. */
export function addPages(app: IRouter, readiness: Readiness, limits: RateLimits): void {
  route(app, '/', {
    get: [(_req, res) => void res.set('Cache-Control', 'no-cache').type('html').send(askPage({}))],
    post: [limits.perAddress, ...limits.perSession, ...formBody, answerForm(readiness)],
  });
  route(app, '/stijl.css', { get: [(_req, res) => void res.set('Cache-Control', 'no-cache').type('css').send(styleSheet)] });
  route(app, '/bronnen', {
    get: [(_req, res) => void res.type('html').send(sourceListPage(readiness.services().documents.list()))],
  });
  route(app, '/bronnen/:id', { get: [showSource(readiness) as RequestHandler] });
}

/** A problem for people: what went wrong and a way on. */
export function problemPage({ title, detail }: { title: string; detail: string }): string {
  return layout(title, html`<h1>${title}</h1><p>${detail}</p><p><a href="/">Terug naar het begin</a></p>`);
}

const formBody: RequestHandler[] = [
  (req, _res, next) => {
    if (!req.is('application/x-www-form-urlencoded')) {
      throw new UnsupportedMediaTypeError('Stuur het formulier als application/x-www-form-urlencoded. Programma\'s gebruiken /api/v1/ask.');
    }
    next();
  },
  express.urlencoded({ extended: false, limit: bodyLimit, inflate: false, parameterLimit: 10 }),
];

function answerForm(readiness: Readiness): RequestHandler {
  return async (req, res) => {
    const question = (req.body as { vraag?: unknown } | undefined)?.vraag;
    try {
      const request = parse(AskRequest, { question });
      const answer = await readiness.services().assistant.ask(request, { signal: clientGone(res) });
      note(res, { outcome: answer.outcome, mode: answer.mode });
      res.set('Cache-Control', 'no-store').type('html').send(askPage({ answer }));
    } catch (error) {
      const { problem, headers } = toProblem(error, undefined);
      if (problem.status === 500) throw error;
      // with the typed text, so that nothing is lost
      res.status(problem.status).set(headers).set('Cache-Control', 'no-store').type('html');
      // the form has one field: its name would only puzzle the reader
      const detail = problem.errors?.map((fault) => fault.detail).join(' ') ?? problem.detail;
      res.send(askPage({ problem: { title: problem.title, detail }, question: typeof question === 'string' ? question : '' }));
    }
  };
}

function showSource(readiness: Readiness): RequestHandler<{ id: string }> {
  return (req, res) => {
    const document = readiness.services().documents.get(req.params.id);
    if (document === undefined) throw new NotFoundError('Deze bron bestaat niet. Op /bronnen staat welke er zijn.');
    note(res, { documents: [document.id] });
    res.set('Cache-Control', 'no-cache').type('html').send(sourcePage(document, spanOf(req.query)));
  };
}

/** `?van=…&tot=…`: offsets of a citation; anything else shows the source without a mark. */
function spanOf({ van, tot }: Record<string, unknown>): Span | undefined {
  if (typeof van !== 'string' || typeof tot !== 'string' || !/^\d{1,9}$/.test(van) || !/^\d{1,9}$/.test(tot)) return undefined;
  return { start: Number(van), end: Number(tot) };
}
