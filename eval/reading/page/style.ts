/** Light, one column, large targets: it is read on a phone between two patients, and on paper. Contrast of text at least 4.5 : 1. */
export const STYLE = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4a5260; --line: #c9ced6; --field: #6b7480; --paper: #fff; --panel: #f4f6f9; --accent: #00527f; --bad: #a3241b; }
* { box-sizing: border-box; }
html { scroll-padding: 1rem 0 7rem; }
body { margin: 0; font: 17px/1.55 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; color: var(--ink); background: var(--paper); }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 .4rem; }
h2 { font-size: 1.05rem; color: var(--soft); margin: 0; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .5rem 0; }
.soft { color: var(--soft); }
.scale { padding-left: 0; list-style: none; }
.scale b { display: inline-block; min-width: 1.6rem; }
article { border-top: 2px solid var(--line); padding: 1.4rem 0; margin-top: 1.6rem; }
.question { font-size: 1.25rem; line-height: 1.35; font-weight: 650; margin: .3rem 0 .8rem; overflow-wrap: anywhere; }
.before { border-left: 4px solid var(--line); padding-left: .8rem; }
.answer { background: var(--panel); border-left: 5px solid var(--accent); padding: .4rem 1rem; overflow-wrap: anywhere; }
.notices { font-size: .93rem; color: var(--soft); padding-left: 1.2rem; }
.sources { list-style: none; padding: 0; margin: 0; font-size: .93rem; }
.sources li { margin: .5rem 0; }
blockquote { margin: .2rem 0; padding: .1rem .8rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
.text { white-space: pre-line; }
fieldset { border: 1px solid var(--field); padding: .6rem .9rem .8rem; margin: 1.2rem 0 .8rem; min-width: 0; }
legend { font-weight: 650; padding: 0 .3rem; }
.choice { display: flex; gap: .7rem; align-items: flex-start; padding: .45rem .3rem; min-height: 2.75rem; cursor: pointer; }
.choice input { flex: none; width: 1.35rem; height: 1.35rem; margin: .15rem 0 0; accent-color: var(--accent); }
.choice:has(input:checked) { background: var(--panel); font-weight: 650; }
.sentences .choice { font-size: .93rem; font-weight: 400; border-top: 1px solid var(--line); }
.field { display: block; font-weight: 650; margin: .8rem 0 0; }
.field textarea, .field input, .field select { display: block; width: 100%; font: inherit; font-weight: 400; color: inherit; background: #fff; border: 1px solid var(--field); padding: .5rem .6rem; margin-top: .2rem; }
details { margin: .7rem 0; border: 1px solid var(--line); }
summary { cursor: pointer; padding: .6rem .8rem; font-weight: 650; }
details > div { padding: 0 .8rem .8rem; }
:focus-visible { outline: 3px solid #b54b00; outline-offset: 2px; }
.bar { position: sticky; bottom: 0; background: var(--paper); border-top: 2px solid var(--line); }
.bar div { max-width: 46rem; margin: 0 auto; padding: .6rem 1rem; display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; }
.bar p { margin: 0; flex: 1 1 9rem; }
button { font: inherit; font-weight: 650; min-height: 2.75rem; padding: .3rem 1rem; border: 2px solid var(--accent); background: #fff; color: var(--accent); cursor: pointer; }
button.main { background: var(--accent); color: #fff; }
.problem { color: var(--bad); font-weight: 650; }
.problem:empty { display: none; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .4rem .8rem; }
@media (max-width: 30rem) { .bar p { flex: 1 1 100%; } .bar button { flex: 1 1 auto; padding: .3rem .5rem; } .bar div { padding: .4rem 1rem; gap: .3rem .6rem; } }
@media print { body { font-size: 11pt; } .bar, details, .skip, .screen { display: none !important; } article { break-inside: avoid-page; } .answer { border: 1px solid #999; } .choice { min-height: 0; padding: .1rem; } .field textarea { min-height: 3rem; } }
`;
