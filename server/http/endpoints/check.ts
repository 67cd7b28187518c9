import type { RequestHandler } from 'express';
import { AllocationRequest, CheckRequest, ParticipantsRequest, PlanRequest } from '../../contract.ts';
import { UnavailableError } from '../../errors.ts';
import { refusePatientData } from '../../privacy/patient-data.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import type { Planner, RuleCheck } from '../../assistant/services.ts';
import { parse } from '../parse.ts';

/** `GET /api/v1/check`: the facts that can be given and the routes they decide about. */
export function describeCheck(readiness: Readiness): RequestHandler {
  return (_req, res) => {
    res.set('Cache-Control', 'no-cache').json(rulesOf(readiness).describe());
  };
}

/** `POST /api/v1/check`: the verdict on every route for the facts given. */
export function runCheck(readiness: Readiness): RequestHandler {
  return (req, res) => {
    const { facts, asOf } = parse(CheckRequest, req.body);
    res.set('Cache-Control', 'no-store').json(rulesOf(readiness).check(facts, asOf));
  };
}

/** `POST /api/v1/allocation`: an amount divided over domains, sectors and insurers, to the cent. */
export function allocate(readiness: Readiness): RequestHandler {
  return (req, res) => {
    const request = parse(AllocationRequest, req.body);
    res.set('Cache-Control', 'no-store').json(rulesOf(readiness).allocate(request));
  };
}

/** `POST /api/v1/plan`: what pays for each of a network, what they choose together and what to arrange. */
export function plan(readiness: Readiness): RequestHandler {
  return (req, res) => {
    const request = parse(PlanRequest, req.body);
    refusePatientData(...request.participants.map(({ name }) => name));
    res.set('Cache-Control', 'no-store').json(plannerOf(readiness).plan(request));
  };
}

/** `POST /api/v1/participants`: who takes part, read from a text such as "4 huisartsen en de gemeente". */
export function readParticipants(readiness: Readiness): RequestHandler {
  return (req, res) => {
    const { text } = parse(ParticipantsRequest, req.body);
    refusePatientData(text);
    res.set('Cache-Control', 'no-store').json(plannerOf(readiness).readParticipants(text));
  };
}

export function plannerOf(readiness: Readiness): Planner {
  const { planner } = readiness.services();
  if (planner === undefined) throw new UnavailableError('Een plan voor een netwerk is op deze server niet beschikbaar.');
  return planner;
}

function rulesOf(readiness: Readiness): RuleCheck {
  const { rules } = readiness.services();
  if (rules === undefined) throw new UnavailableError('De controle van uw situatie is op deze server niet beschikbaar.');
  return rules;
}
