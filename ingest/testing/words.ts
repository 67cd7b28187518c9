export { lostWords, words } from '../canonical/lost-words.ts';

/** Without blanks, hyphens and the difference between figures and raised figures: for finding a quote again. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s-]+/g, '');
