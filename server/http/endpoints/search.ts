import type { RequestHandler } from 'express';
import { SearchRequest, type SearchResponse } from '../../contract.ts';
import { refusePatientData } from '../../privacy/patient-data.ts';
import type { Readiness } from '../../runtime/readiness.ts';
import { clientGone } from '../client-gone.ts';
import { parse } from '../parse.ts';
import { callerOf } from '../rate-limits.ts';
import { note } from '../request-log.ts';

/** `POST /api/v1/search`: the passages nearest to a query, best first. */
export function search(readiness: Readiness): RequestHandler {
  return async (req, res) => {
    const request = parse(SearchRequest, req.body);
    refusePatientData(request.query);
    const gone = clientGone(res);
    const results = await readiness.services().assistant.search(request, gone, callerOf(req));
    if (gone.aborted) return;
    note(res, { results: results.length });
    res.set('Cache-Control', 'no-store').json({ results } satisfies SearchResponse);
  };
}
