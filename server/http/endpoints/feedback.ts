import type { RequestHandler } from 'express';
import { FeedbackRequest } from '../../contract.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import { refusePatientData } from '../../privacy/patient-data.ts';
import type { FeedbackStore } from '../../assistant/services.ts';
import { parse } from '../parse.ts';
import { note } from '../request-log.ts';

/** What is kept of a verdict where nobody agreed to more. */
function withoutQuestion({ answerId, verdict, reasons, reason }: FeedbackRequest): FeedbackRequest {
  return { answerId, verdict, ...(reasons && { reasons }), ...(reason !== undefined && { reason }) };
}

/** `POST /api/v1/feedback`: was this answer any good? */
export function feedback(store: FeedbackStore, metrics: Metrics): RequestHandler {
  return async (req, res) => {
    const entry = parse(FeedbackRequest, req.body);
    const given = entry.consent === true ? entry : withoutQuestion(entry);
    refusePatientData(given.reason ?? '', given.question ?? '');
    await store.add(given);
    metrics.feedbackGiven(entry.verdict);
    note(res, { verdict: entry.verdict });
    res.status(204).end();
  };
}
