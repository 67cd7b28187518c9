/** A constructed style sheet: a host page's Content-Security-Policy blocks `<style>` and `style=""`, but not these. */
export function constructed(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
