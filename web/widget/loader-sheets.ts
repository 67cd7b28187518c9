import tokensCss from '../styles/launcher-tokens.css?inline';
import loaderCss from '../styles/loader.css?inline';
import { constructed } from './constructed-sheet.ts';

let sheets: readonly CSSStyleSheet[] | undefined;

/** What the element and its button need before the chat is loaded. */
export const loaderSheets = (): readonly CSSStyleSheet[] => (sheets ??= [constructed(tokensCss + loaderCss)]);
