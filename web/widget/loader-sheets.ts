import loaderCss from '../styles/loader.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import { constructed } from './constructed-sheet.ts';

let sheets: CSSStyleSheet[] | undefined;

/** What the element and its button need before the chat is loaded. */
export const loaderSheets = (): CSSStyleSheet[] => (sheets ??= [tokensCss, loaderCss].map(constructed));
