import type { RequestHandler } from 'express';
import { StatementQuery, type StatementDetail } from '../../contract.ts';
import { dayInAmsterdam } from '../../corpus/dates.ts';
import { BadInputError, NotFoundError, UnavailableError, type InputFault } from '../../errors.ts';
import type { Statements } from '../../assistant/services.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import { parse } from '../parse.ts';

/** They change with the index and, when a plan's day comes, with the day. */
const revalidate = 'no-cache';

/** `GET /api/v1/statements`: what the sources say, in plain words, page by page. */
export function listStatements(readiness: Readiness): RequestHandler {
  return (req, res) => {
    const { asOf = today(), limit, offset, ...filters } = parse(StatementQuery, req.query);
    const { statements, routes } = readiness.services();
    const all = statementsOf(statements).list(asOf);
    refuseUnknown('route', filters.route, [...all.flatMap((one) => one.routes), ...(routes?.list(asOf).map(({ id }) => id) ?? [])]);
    refuseUnknown('slot', filters.slot, all.map(({ slot }) => slot));
    refuseUnknown('subject', filters.subject, all.map(({ subject }) => subject));
    const found = all.filter((statement) => fits(statement, filters));
    res.set('Cache-Control', revalidate).json({ asOf, total: found.length, offset, statements: found.slice(offset, offset + limit) });
  };
}

/** `GET /api/v1/statements/{id}` */
export function getStatement(readiness: Readiness): RequestHandler<{ id: string }> {
  return (req, res) => {
    const { asOf = today() } = parse(StatementQuery.pick({ asOf: true }), req.query);
    const statement = statementsOf(readiness.services().statements).get(req.params.id, asOf);
    if (statement === undefined) throw new NotFoundError('Deze uitspraak bestaat niet. Op /api/v1/statements staat welke er zijn.');
    res.set('Cache-Control', revalidate).json(statement);
  };
}

const today = (): string => dayInAmsterdam(new Date());

function statementsOf(statements: Statements | undefined): Statements {
  if (statements === undefined) throw new UnavailableError('De uitspraken zijn op deze server niet beschikbaar. Bouw de index opnieuw.');
  return statements;
}

function fits(statement: StatementDetail, { route, slot, subject }: Pick<StatementQuery, 'route' | 'slot' | 'subject'>): boolean {
  return (
    (route === undefined || statement.routes.includes(route)) &&
    (slot === undefined || statement.slot === slot) &&
    (subject === undefined || statement.subject === subject)
  );
}

/** A misspelt filter would look as if the sources said nothing. */
function refuseUnknown(field: keyof StatementQuery, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given)) return;
  const fault: InputFault = { field, detail: `Kies uit: ${[...new Set(known)].sort().join(', ')}.` };
  throw new BadInputError(`${field}: ${fault.detail}`, [fault]);
}
