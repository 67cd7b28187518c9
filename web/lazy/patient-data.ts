/** The check for data about a patient. Its lists of names are a quarter of what the chat would be with them. */
export { findPatientData, mayNeverBeSent, patientDataMessage } from '../../server/privacy/patient-data.ts';
export { removePatientData } from '../../server/privacy/remove-patient-data.ts';
