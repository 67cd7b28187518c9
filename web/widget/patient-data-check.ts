import { errors } from '../../server/views/labels.ts';
import { ApiError } from './api.ts';
import { loadPatientData, type PatientData } from './lazy.ts';
import type { Turn } from './turn.ts';

let loaded: PatientData | undefined;
let loading: Promise<PatientData> | undefined;

/** The check, when it is there already. */
export const loadedCheck = (): PatientData | undefined => loaded;

/** Loads the check once. @throws ApiError when it cannot be had: then nothing that was typed may leave. */
export function loadCheck(): Promise<PatientData> {
  loading ??= loadPatientData().then(
    (check) => (loaded = check),
    () => {
      loading = undefined;
      throw navigator.onLine ? new ApiError('unreachable', errors.unreachable) : new ApiError('offline', errors.offline);
    },
  );
  return loading;
}

/** Called when somebody starts to type: the check is there before it is needed. What fails is tried again, and told, then. */
export function prepareCheck(): void {
  loadCheck().catch(() => undefined);
}

/** Every question passes here before it is sent. @throws ApiError when it holds data about a patient, or cannot be checked. */
export async function checkTurn({ question, notAboutPatient }: Turn): Promise<void> {
  const { findPatientData, mayNeverBeSent, patientDataMessage } = await loadCheck();
  const found = findPatientData(question).filter((finding) => notAboutPatient !== true || mayNeverBeSent(finding));
  if (found.length > 0) throw new ApiError('patient-data', patientDataMessage([...new Set(found.map(({ kind }) => kind))]));
}
