import chatCss from '../styles/chat.css?inline';
import controlsCss from '../styles/controls.css?inline';
import documentCss from '../styles/document.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import widgetCss from '../styles/widget.css?inline';

let sheets: CSSStyleSheet[] | undefined;

/** Constructed style sheets: a host page's Content-Security-Policy blocks `<style>` and `style=""`, but not these. */
export function styleSheets(): CSSStyleSheet[] {
  sheets ??= [tokensCss, controlsCss, chatCss, documentCss, widgetCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return sheets;
}
