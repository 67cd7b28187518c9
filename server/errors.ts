/** One class for each thing a caller does differently; the HTTP rim maps them to problem+json. Messages are Dutch and for users. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
}

/** The request cannot be understood; the message names the field, what was given and what is allowed. */
export class BadInputError extends AppError {
  override readonly name = 'BadInputError';
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
