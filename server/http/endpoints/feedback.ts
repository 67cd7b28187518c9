import type { RequestHandler } from 'express';
import { FeedbackRequest } from '../../contract.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import { refusePatientData } from '../../privacy/patient-data.ts';
import type { FeedbackStore } from '../../assistant/services.ts';
import { parse } from '../parse.ts';
import { note } from '../request-log.ts';

/** `POST /api/v1/feedback`: was this answer any good? */
export function feedback(store: FeedbackStore, metrics: Metrics): RequestHandler {
  return async (req, res) => {
    const entry = parse(FeedbackRequest, req.body);
    refusePatientData(entry.reason ?? '');
    await store.add(entry);
    metrics.feedbackGiven(entry.verdict);
    note(res, { verdict: entry.verdict });
    res.status(204).end();
  };
}
