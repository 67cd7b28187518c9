/** Parts within each other beyond any reader's; whoever knows the file's name says so. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}
