import chatCss from '../styles/chat.css?inline';
import controlsCss from '../styles/controls.css?inline';
import documentCss from '../styles/document.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import widgetCss from '../styles/widget.css?inline';
import { constructed } from './constructed-sheet.ts';

let sheets: CSSStyleSheet[] | undefined;

/** What the chat needs, above the sheets of the loader. */
export const styleSheets = (): CSSStyleSheet[] => (sheets ??= [tokensCss, controlsCss, chatCss, documentCss, widgetCss].map(constructed));
