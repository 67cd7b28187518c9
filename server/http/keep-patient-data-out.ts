import type { AskRequest } from '../contract.ts';
import { findPatientData, refuseCitizenNumbers, refusePatientData } from '../privacy/patient-data.ts';
import type { Metrics } from '../runtime/metrics.ts';

/** Refuses a question with data about a patient, unless the asker says that it is none: that is counted, not logged. */
export function keepPatientDataOut({ question, notAboutPatient }: AskRequest, metrics: Metrics, ...earlier: string[]): void {
  if (notAboutPatient !== true) return refusePatientData(question, ...earlier);
  refuseCitizenNumbers(question, ...earlier);
  if (findPatientData(question).length > 0) metrics.declaredNotAboutPatient();
}
