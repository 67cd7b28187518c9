/** Light on purpose: the plots are drawn for paper. Contrast of text at least 4.5 : 1. */
export const STYLE = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4a5260; --line: #c9ced6; --paper: #fff; --panel: #f4f6f9; --good: #14633c; --bad: #a3241b; --link: #00527f; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; font: 16px/1.55 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; color: var(--ink); background: var(--paper); }
main, header.top, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header.top { padding-top: 1.75rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .6rem; padding-top: .8rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.08rem; margin: 1.6rem 0 .4rem; }
p { max-width: 46rem; margin: .5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible, .scroll:focus-visible { outline: 3px solid #b54b00; outline-offset: 2px; }
.soft { color: var(--soft); }
.verdict { border-left: 8px solid var(--bad); background: var(--panel); padding: 1rem 1.2rem; margin: 1.2rem 0; }
.verdict.pass { border-color: var(--good); }
.verdict.none { border-color: var(--soft); }
.verdict p.result { font-size: 1.35rem; font-weight: 700; margin: 0; }
.five { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .6rem 1rem; margin: .8rem 0; } .five dt { font-weight: 600; } .five dd { margin: 0; font-size: .93rem; } .five strong { display: block; font-size: 1.5rem; line-height: 1.2; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; margin: .8rem 0; }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; font-weight: 600; padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--panel); }
tbody th { font-weight: 500; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n, td.n .soft { white-space: normal; }
.ok { color: var(--good); font-weight: 600; } .no { color: var(--bad); font-weight: 600; }
figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .9rem; max-width: 46rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding: 0; margin: .3rem 0; font-size: .9rem; }
.legend span { display: inline-block; width: 1.4rem; height: .3rem; vertical-align: middle; margin-right: .4rem; }
form.filter { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .7rem; background: var(--panel); padding: .9rem 1rem; margin: .8rem 0; }
form.filter label { display: block; font-size: .88rem; font-weight: 600; }
form.filter input, form.filter select { width: 100%; font: inherit; padding: .35rem .45rem; border: 1px solid #6b7480; background: #fff; color: inherit; margin-top: .15rem; }
details.case, details.more { border: 1px solid var(--line); margin: .45rem 0; break-inside: avoid; }
details.case > summary, details.more > summary { cursor: pointer; padding: .55rem .8rem; }
details.case[open] > summary { background: var(--panel); }
details.case .body, details.more .body { padding: .2rem .9rem .9rem; }
.id { font-family: ui-monospace, Consolas, monospace; font-size: .85rem; color: var(--soft); }
.tag { display: inline-block; font-size: .8rem; padding: 0 .45rem; border: 1px solid var(--line); background: #fff; margin-left: .3rem; }
.answer, blockquote { margin: .4rem 0; padding: .5rem .8rem; border-left: 4px solid var(--line); background: #fbfcfd; max-width: 50rem; overflow-wrap: anywhere; white-space: pre-line; }
blockquote.found { border-color: var(--good); } blockquote.missed { border-color: var(--bad); }
mark { background: #cdebd9; color: inherit; padding: 0 .1em; }
.changes { font-size: .9rem; }
footer { color: var(--soft); font-size: .9rem; padding-top: 2rem; padding-bottom: 3rem; }
[hidden] { display: none !important; }
@media print { body { font-size: 11pt; } nav, form.filter, .skip { display: none; } details.case { border-color: #999; } a { color: inherit; } h2 { break-after: avoid; } figure, tr { break-inside: avoid; } .scroll { overflow: visible; } }
`;

/** Filters the list of cases; without JavaScript all cases show. */
export const SCRIPT = `
const form = document.querySelector('form.filter');
const cases = [...document.querySelectorAll('details.case')];
const count = document.querySelector('#count');
function apply() {
  const value = (name) => form.elements[name].value;
  const words = value('words').toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const one of cases) {
    const { split, type, result, documents, text } = one.dataset;
    const fits = (!value('split') || split === value('split')) && (!value('type') || type === value('type')) &&
      (!value('result') || result.split(' ').includes(value('result'))) && (!value('document') || documents.split(' ').includes(value('document'))) &&
      words.every((word) => text.includes(word));
    one.hidden = !fits;
    if (fits) shown += 1;
  }
  count.textContent = shown + ' van ' + cases.length + ' vragen';
}
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches('details.case')) { target.hidden = false; target.open = true; target.scrollIntoView(); }
}
form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', openTarget);
apply();
openTarget();
`;
