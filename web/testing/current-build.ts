/** Set-up of a test run: the web files are there and fit their sources, also in a fresh clone. */
export { ensureBuilt as setup } from './built.ts';
