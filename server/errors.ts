/** One class for each thing a caller does differently; the HTTP rim maps them to problem+json. Messages are Dutch and for users. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
}

/** The request cannot be understood; the message names the field, what was given and what is allowed. */
export class BadInputError extends AppError {
  override readonly name = 'BadInputError';
  /** Every fault apart, for callers that show them beside their fields; empty when the message says it all. */
  readonly faults: readonly InputFault[];

  constructor(message: string, faults: readonly InputFault[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** One thing that is wrong with the input; `detail` is a Dutch sentence that can stand alone. */
export interface InputFault {
  field: string;
  detail: string;
}

/** The index and the models are still being loaded (or the server is stopping): try again in a few seconds. */
export class NotReadyError extends AppError {
  override readonly name = 'NotReadyError';
}

/** More work waits for a model than the queue may hold; whoever can answer without the model should. */
export class QueueFullError extends AppError {
  override readonly name = 'QueueFullError';
}

/** A model outside this server gave no usable answer; whoever can answer without it should. */
export class ModelUnavailableError extends AppError {
  override readonly name = 'ModelUnavailableError';
}

/** This server does not offer the part that was asked for. */
export class UnavailableError extends AppError {
  override readonly name = 'UnavailableError';
}

/** There is no room to keep what was sent. */
export class StorageFullError extends AppError {
  override readonly name = 'StorageFullError';
}

export class NotFoundError extends AppError {
  override readonly name = 'NotFoundError';
}

/** The index is missing, damaged, of another format or built with another model. */
export class IndexUnusableError extends AppError {
  override readonly name = 'IndexUnusableError';
}

/** Configuration is wrong; the message names the variable. */
export class ConfigError extends AppError {
  override readonly name = 'ConfigError';
}

/** A source file cannot be read; the message names the file and what to do. */
export class DocumentError extends AppError {
  override readonly name = 'DocumentError';
}
