/**
 * Imports run one way, from what people see down to plain words (docs/architecture.md has the picture drawn from them):
 *
 *   main ─▶ app ─▶ http ─▶ views, privacy              what people see; pure, also runs in the browser
 *   cli  ─▶ assistant, views                           the same on a terminal
 *   main ─▶ assistant ─▶ answer ─▶ search ─▶ model     http and app know the assistant only through services.ts
 *               ├──────▶ rules
 *               ├──────▶ llm                         only where a language model is configured
 *               └──────▶ views                         puts the answer's data into words for the wire
 *   ingest ─▶ server/{search, rules, model, corpus, text}
 *   eval   ─▶ ingest, server/{assistant, answer, rules, search, model, corpus, text}
 *   web    ─▶ types of server/contract; server/{views, privacy, text}
 *   corpus ─▶ text                                     documents and vocabulary; text is everybody's ground floor
 *
 * Everything may import contract, services, errors, project-dir, corpus and text. Tests and `testing/` may reach further, since they set
 * one part up with another.
 */
const tests = '\\.test\\.ts$|(^|/)testing/';
/** How dates are said and quotes are addressed: pure, so that views use them in the browser too. */
const pureCorpus = '^server/corpus/(dates|validity|quote-link)\\.ts$';
/** How routes are ranked, which law a sector proposes and how a plan is addressed: pure, so that the rules and their views cannot differ. */
const pureRules = '^server/rules/(rank-routes|law-of-sector|plan-link)\\.ts$';
const shared = '^server/(contract|errors|project-dir)\\.ts$|^server/assistant/services\\.ts$|^server/(corpus|text)/';

/** Files in `folder` import, from the project, only `allowed` and their own folder. */
const only = (folder, allowed, comment, except = '') => ({
  name: `${folder.replace(/\W+/g, '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: except === '' ? tests : `${tests}|${except}` },
  to: { path: '^(server|ingest|eval|web|corpus)/', pathNot: [`^${folder}/`, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', comment: 'No cycles, not even of types.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', comment: 'Every import exists.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'server-stands-alone',
      comment: 'The server never imports ingest, eval or web.',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^(ingest|eval|web)/' },
    },
    {
      name: 'not-to-tests',
      comment: 'What runs in production does not import what is only there to test.',
      severity: 'error',
      from: { pathNot: `${tests}|^vitest\\.config\\.ts$` },
      to: { path: tests, pathNot: '^node_modules/' },
    },
    {
      name: 'not-to-entry-points',
      comment: 'main is the only composition root; nobody imports a command.',
      severity: 'error',
      from: { pathNot: `${tests}|^ingest/before-start\\.ts$` },
      to: { path: '^server/main\\.ts$|^(ingest|eval)/cli\\.ts$|^server/cli/(admin|ask|check|export|mcp|write-documentation)\\.ts$' },
    },
    only('server/text', [], 'Words are everybody\'s ground floor: they know nothing of what is said with them.'),
    only('server/corpus', ['^server/(contract|errors)\\.ts$', '^server/text/'], 'Documents and vocabulary know nothing of what is done with them.'),
    only('server/privacy', ['^server/errors\\.ts$', '^server/text/'], 'Recognising patient data is pure: the browser runs it too.'),
    only('server/views', ['^server/contract\\.ts$', '^server/text/', pureCorpus, pureRules], 'Texts and views for readers are pure: the browser runs them too.'),
    only('server/model', ['^server/(errors|project-dir)\\.ts$', '^server/text/'], 'The model turns text into numbers and knows no documents.'),
    only('server/search', [shared, '^server/model/'], 'Search knows no answers, rules or HTTP.'),
    only('server/rules', [shared], 'No model or search takes part in the rule check.'),
    only('server/llm', [shared, '^server/privacy/'], 'What a language model writes is held against what was chosen; how that was chosen it does not know.'),
    only('server/answer', [shared, '^server/llm/writing\\.ts$', '^server/search/', '^server/model/(evidence-head|question-measure|learned-maps|query-tokens)\\.ts$'], 'Answers stand on search and on what was learned of sentences and questions; routes are handed in. They are data: words for readers are made in views.'),
    only(
      'server/http',
      [shared, '^server/(views|privacy)/', '^server/runtime/(connections|metrics|readiness|logger)\\.ts$', '^server/admin/(administration|sessions)\\.ts$'],
      'A thin rim: answer, search and rules come in through services.ts.',
    ),
    only('server/admin', [shared], 'Administration runs ingest as a program of its own and knows no index, answers or HTTP.'),
    {
      name: 'app-through-services',
      comment: 'The application gets its services handed in.',
      severity: 'error',
      from: { path: '^server/app\\.ts$' },
      to: { path: '^server/(answer|search|model|rules|assistant/(?!services))' },
    },
    only(
      'ingest',
      [shared, '^server/(search|model|rules)/', '^server/runtime/(config|load-env-file)\\.ts$'],
      'Ingest reads and writes what the server reads; it knows no answers and no HTTP.',
    ),
    {
      name: 'eval-measures-from-outside',
      comment: 'The evaluation goes through the engine or over HTTP, and shares nothing with the web.',
      severity: 'error',
      from: { path: '^eval/', pathNot: tests },
      to: { path: '^web/|^server/(http|views|app|main)', pathNot: '^server/views/not-in-sources\\.ts$' },
    },
    {
      name: 'eval-is-imported-by-nobody',
      comment: 'Nothing of the product depends on its evaluation.',
      severity: 'error',
      from: { pathNot: '^eval/' },
      to: { path: '^eval/' },
    },
    only('web', ['^server/contract\\.ts$', '^server/(views|privacy|text)/'], 'The browser gets types of the contract and pure code from views, privacy and text, nothing else of the server.'),
    {
      name: 'web-contract-types-only',
      comment: 'zod and the schemas stay out of the widget.',
      severity: 'error',
      from: { path: '^(web|server/views)/', pathNot: tests },
      to: { path: '^server/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-for-the-browser',
      comment: 'What runs in the browser needs nothing of Node.',
      severity: 'error',
      from: { path: '^(web/(widget|pages|lazy)|server/(views|privacy|text))/|^server/corpus/(dates|validity|quote-link)\\.ts$|^server/rules/(rank-routes|law-of-sector|plan-link)\\.ts$', pathNot: `${tests}|^server/text/yaml-file\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'production-dependencies-only',
      comment: 'What the server or ingest imports must be installed without the development dependencies.',
      severity: 'error',
      from: { path: '^(server|ingest)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
