/** A file with what it imports, as dependency-cruiser's JSON has it. */
export interface Module {
  source: string;
  dependencies: { resolved: string; dependencyTypes: string[] }[];
}

export interface Arrow {
  from: string;
  to: string;
  /** Nothing but types: gone when the program runs. */
  typesOnly: boolean;
}

/** What each room is for, from what people see down to plain words. A room that is not listed here cannot be drawn. */
export const ROOMS: Readonly<Record<string, string>> = {
  web: 'widget, pages and styles in the browser',
  eval: 'cases, metrics, baselines, report; learning',
  ingest: 'documents → canonical text → passages → index',
  main: 'composition root and Express application',
  cli: 'ask, check, docs:rules on a terminal',
  http: 'table of endpoints, OpenAPI, pages without script',
  admin: 'administrators: sessions, drafts, publishing through ingest, gaps, log',
  assistant: 'one engine a request; the line before the model',
  answer: 'the pipeline: from question to blocks and trace',
  llm: 'the optional language model: prompt, call, checks of each sentence',
  rules: 'routes as data, evaluated in three values; allocation',
  search: 'store, words, vectors, tokens, known questions',
  model: 'the encoder and what was learned on its vectors',
  views: 'blocks and pages in Dutch words: HTML, text, Markdown',
  privacy: 'recognition of patient data',
  runtime: 'configuration, logs, metrics, shutdown',
  corpus: 'documents, citations, validity, kinds, vocabulary',
  contract: 'the wire format, faults and services that rooms agree on',
  text: 'words, stems, compounds, phrases, sentences, YAML with lines',
};

const OUTSIDE_SERVER = ['web', 'eval', 'ingest'];
const TESTS = /\.test\.ts$|(^|\/)testing\//;
const AGREED = /^server\/(contract|errors|project-dir|assistant\/services)\.ts$/;

/** The room of a file; undefined for tests and for what is no code of the project. @throws Error for a room that has no name here */
export function roomOf(file: string): string | undefined {
  if (TESTS.test(file)) return undefined;
  if (AGREED.test(file)) return 'contract';
  const [, folder, rest = ''] = /^(server|ingest|eval|web)\/(.*)$/.exec(file) ?? [];
  if (folder === undefined) return undefined;
  const room = folder !== 'server' ? folder : rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : 'main';
  if (room in ROOMS) return room;
  throw new Error(`${file}: say in .ci/architecture.ts what the room "${room}" is for.`);
}

/** Every import between two rooms, once. */
export function arrowsBetween(modules: readonly Module[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    for (const { resolved, dependencyTypes } of from === undefined ? [] : dependencies) {
      const to = roomOf(resolved);
      if (from === undefined || to === undefined || from === to) continue;
      const known = arrows.get(`${from} ${to}`);
      const typesOnly = dependencyTypes.includes('type-only') && (known?.typesOnly ?? true);
      arrows.set(`${from} ${to}`, { from, to, typesOnly });
    }
  }
  const order = Object.keys(ROOMS);
  return [...arrows.values()].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to));
}

/** Without the arrows that a longer way implies: what is left can be read. @throws Error when rooms stand in a circle */
export function withoutDetours(arrows: readonly Arrow[]): Arrow[] {
  const below = new Map<string, Set<string>>();
  const reach = (room: string, above: readonly string[] = []): Set<string> => {
    if (above.includes(room)) throw new Error(`Rooms import each other in a circle: ${[...above, room].join(' → ')}.`);
    const known = below.get(room);
    if (known) return known;
    const direct = arrows.filter(({ from }) => from === room).map(({ to }) => to);
    const all = new Set(direct.flatMap((to) => [to, ...reach(to, [...above, room])]));
    below.set(room, all);
    return all;
  };
  for (const { from } of arrows) reach(from);
  return arrows.filter(({ from, to }) => !arrows.some((first) => first.from === from && first.to !== to && reach(first.to).has(to)));
}

/** The picture (Mermaid), and the table that names every arrow. */
export function drawArchitecture(modules: readonly Module[]): string {
  const arrows = arrowsBetween(modules);
  const box = (room: string): string => `${room}["<b>${room}</b><br/>${ROOMS[room]!}"]`;
  const rooms = Object.keys(ROOMS);
  const imports = (room: string): string => arrows.filter(({ from }) => from === room).map(({ to }) => to).join(', ') || '–';
  return [
    '```mermaid',
    'flowchart TB',
    ...OUTSIDE_SERVER.map((room) => `  ${box(room)}`),
    '  subgraph server',
    ...rooms.filter((room) => !OUTSIDE_SERVER.includes(room)).map((room) => `    ${box(room)}`),
    '  end',
    ...withoutDetours(arrows).map(({ from, to, typesOnly }) => `  ${from} ${typesOnly ? '-.->' : '-->'} ${to}`),
    '```',
    '',
    '| room | what it is for | imports |',
    '| --- | --- | --- |',
    ...rooms.map((room) => `| ${room} | ${ROOMS[room]!} | ${imports(room)} |`),
  ].join('\n');
}
