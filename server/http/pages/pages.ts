import { join } from 'node:path';
import express, { type IRouter, type RequestHandler, type Response } from 'express';
import { AskRequest } from '../../contract.ts';
import { NotFoundError, UnavailableError } from '../../errors.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import { dayInAmsterdam } from '../../corpus/dates.ts';
import { parseQuoteTargets } from '../../corpus/quote-link.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import type { RuleCheck } from '../../assistant/services.ts';
import { bodyLimit } from '../body-limits.ts';
import { clientGone } from '../client-gone.ts';
import { keepPatientDataOut } from '../keep-patient-data-out.ts';
import { UnsupportedMediaTypeError } from '../http-errors.ts';
import { parse } from '../parse.ts';
import { toProblem } from '../problem.ts';
import { callerOf, type RateLimits } from '../rate-limits.ts';
import { note } from '../request-log.ts';
import { addEndpoint } from '../add-endpoint.ts';
import { allocationPage, allocationStepPage, checkPage, checkStepPage } from './check-pages.ts';
import { answerPage, homePage, notAboutPatientField } from './home-page.ts';
import { comparisonPage, comparisonTarget, horizonOf, routePage, routesPage, statementPage } from './lookup-pages.ts';
import { iconSvg } from './layout.ts';
import { planPage, planStepPage, type PlanPages } from './plan-page.ts';
import { problemPage as renderProblem } from './problem-page.ts';
import { originOf, robots, sitemap } from './sitemap.ts';
import { sourceListPage, sourcePage } from './source-pages.ts';
import { SITE_OWNER_PATH, siteOwnerPage } from './site-owner-page.ts';
import { accessibilityPage, privacyPage } from './statement-pages.ts';
import { WebFiles } from './web-files.ts';

/** Where `npm run build` puts the scripts and style sheets. */
const builtWeb = join(PROJECT_DIR, 'dist', 'web');
const files = new WebFiles(builtWeb);

/** Every page, each of which works without JavaScript, and the built files of the widget. */
export function addPages(app: IRouter, { readiness, metrics }: { readiness: Readiness; metrics: Metrics }, limits: RateLimits): void {
  files.serve(app);
  app.use(onlyReading(limits.pages));
  const rules = (): RuleCheck => {
    const found = readiness.services().rules;
    if (found === undefined) throw new UnavailableError('De controle van uw situatie is op deze server niet beschikbaar.');
    return found;
  };
  const { perAddress } = limits;
  const limited = [...perAddress, ...limits.perSession, ...formBody];

  addEndpoint(app, '/', { get: [(_req, res) => send(res, homePage(files))], post: [...limited, answerForm(readiness, metrics)] });
  addEndpoint(app, '/bronnen', { get: [(_req, res) => send(res, sourceListPage(readiness.services().documents.list(), files))] });
  addEndpoint(app, '/bronnen/:id', { get: [showSource(readiness) as RequestHandler] });
  addLookupPages(app, readiness);
  addEndpoint(app, '/check', {
    get: [(_req, res) => send(res, checkPage(rules(), files))],
    post: [...perAddress, ...formBody, (req, res) => send(res, checkStepPage(rules(), formOf(req.body), files))],
  });
  addEndpoint(app, '/check/verdeling', {
    get: [(_req, res) => send(res, allocationPage(files))],
    post: [
      ...perAddress,
      ...formBody,
      (req, res) => {
        const { status, html } = allocationStepPage(rules(), formOf(req.body), files);
        send(res.status(status), html);
      },
    ],
  });
  const plans = (): PlanPages => {
    const { planner, documents } = readiness.services();
    if (planner === undefined) throw new UnavailableError('Een plan voor een netwerk is op deze server niet beschikbaar.');
    return { planner, rules: rules(), horizon: horizonOf(documents, dayInAmsterdam(new Date())) };
  };
  addEndpoint(app, '/plan', {
    get: [(req, res) => send(res, planPage(plans(), queryOf(req), files))],
    post: [
      ...perAddress,
      ...formBody,
      (req, res) => {
        const { status, html } = planStepPage(plans(), formOf(req.body), files);
        send(res.status(status), html);
      },
    ],
  });
  addEndpoint(app, '/toegankelijkheid', { get: [(_req, res) => send(res, accessibilityPage(files))] });
  addEndpoint(app, '/privacy', { get: [(_req, res) => send(res, privacyPage(files))] });
  addEndpoint(app, SITE_OWNER_PATH, { get: [(req, res) => send(res, siteOwnerPage(originOf(req), files))] });
  addEndpoint(app, '/icoon.svg', { get: [(_req, res) => void res.set('Cache-Control', 'public, max-age=86400').type('svg').send(iconSvg)] });
}

/** What is sent (a form) has limits of its own. */
function onlyReading(handlers: readonly RequestHandler[]): RequestHandler[] {
  return handlers.map((handler) => (req, res, next) => (req.method === 'GET' || req.method === 'HEAD' ? void handler(req, res, next) : next()));
}

function addLookupPages(app: IRouter, readiness: Readiness): void {
  const today = (): string => dayInAmsterdam(new Date());
  const services = () => readiness.services();
  const page = (path: string, render: (parameters: Record<string, string>) => string): void =>
    addEndpoint(app, path, { get: [(req, res) => send(res, render(req.params as Record<string, string>))] });

  page('/routes', () => routesPage(services(), today(), files));
  addEndpoint(app, '/routes/vergelijk', {
    get: [(req, res) => res.redirect(303, comparisonTarget(services(), String(req.query['a']), String(req.query['b']), today()))],
  });
  page('/routes/:id', ({ id = '' }) => routePage(services(), id, today(), files));
  page('/routes/:a/vergelijk/:b', ({ a = '', b = '' }) => comparisonPage(services(), [a, b], today(), files));
  page('/uitspraken/:id', ({ id = '' }) => statementPage(services(), id, today(), files));
  addEndpoint(app, '/sitemap.xml', { get: [(req, res) => void res.set('Cache-Control', 'no-cache').type('application/xml').send(sitemap(services(), originOf(req), today()))] });
  addEndpoint(app, '/robots.txt', { get: [(req, res) => void res.set('Cache-Control', 'no-cache').type('text/plain').send(robots(originOf(req)))] });
}

/** A problem for people: what went wrong and a way on. */
export function problemPage(problem: { title: string; detail: string; status?: number }): string {
  return renderProblem(problem, files);
}

/** An answer to a form is nobody else's; a page is asked for again each time, since its scripts' names change. */
function send(res: Response, html: string): void {
  res.set('Cache-Control', res.req.method === 'POST' ? 'no-store' : 'no-cache').type('html').send(html);
}

const formBody: RequestHandler[] = [
  (req, _res, next) => {
    if (!req.is('application/x-www-form-urlencoded')) {
      throw new UnsupportedMediaTypeError('Stuur het formulier als application/x-www-form-urlencoded. Programma\'s gebruiken /api/v1.');
    }
    next();
  },
  // as text: fields with the same name stay a list, in order
  express.text({ type: 'application/x-www-form-urlencoded', limit: bodyLimit, inflate: false }),
];

const formOf = (body: unknown): URLSearchParams => new URLSearchParams(typeof body === 'string' ? body : '');

function answerForm(readiness: Readiness, metrics: Metrics): RequestHandler {
  return async (req, res) => {
    // A starter question's button stands before the field of the same name.
    const form = formOf(req.body);
    const question = form.getAll('vraag').map((text) => text.trim()).find((text) => text !== '') ?? '';
    try {
      const request = parse(AskRequest, { question, ...(form.has(notAboutPatientField) && { notAboutPatient: true }) });
      keepPatientDataOut(request, metrics);
      const answer = await readiness.services().assistant.ask(request, { signal: clientGone(res), caller: callerOf(req) });
      note(res, { outcome: answer.outcome, mode: answer.mode });
      send(res, answerPage({ question, answer }, files));
    } catch (error) {
      const { problem, headers } = toProblem(error, undefined);
      if (problem.status === 500) throw error;
      // with the typed text, so that nothing is lost
      send(res.status(problem.status).set(headers), answerPage({ question, problem }, files));
    }
  };
}

/** As it stands in the address, with its question mark. */
const queryOf = ({ url }: { url: string }): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function showSource(readiness: Readiness): RequestHandler<{ id: string }> {
  return (req, res) => {
    const document = readiness.services().documents.get(req.params.id);
    if (document === undefined) throw new NotFoundError('Dit document staat niet bij de bronnen.');
    note(res, { documents: [document.id] });
    send(res as Response, sourcePage(document, parseQuoteTargets(queryOf(req))[0], files));
  };
}
