import type { CanonicalDocument } from '../corpus/document.ts';
import { pageAt } from '../corpus/document.ts';
import { conditionInWords, valueInWords } from './condition-in-words.ts';
import { decisionOrder } from './decision-order.ts';
import { decisionRows } from './decision-rows.ts';
import { inWords } from './reason.ts';
import type { Remark, Route, RuleSet } from './rule-set.ts';
import type { Quote, SourcedText } from './sourced-text.ts';
import { sourcedTextsOf } from './sourced-texts-of.ts';

type Documents = ReadonlyMap<string, CanonicalDocument>;

const STANDING_WORDS = {
  'in-force': 'geldt',
  undecided: 'de bronnen beslissen niet',
  proposal: 'alleen een voorstel',
  intention: 'alleen een voornemen',
};

/** The whole rule set as one Markdown page in Dutch: decisions, tables with sources, and what each source is used for. */
export function documentRules(rules: RuleSet, documents: Documents): string {
  return `${[
    '# De regels van de routecheck',
    'Deze pagina is gemaakt uit de bestanden in `corpus/routes/` met `npm run docs:rules`. Wijzig de regels daar, niet hier.',
    `Kenmerk van de regels: \`${rules.sha256}\``,
    '## Hoe de uitkomst tot stand komt',
    'Een feit is bekend of onbekend. Onbekend telt nooit als "nee". Voor elke route geldt de eerste regel die past:',
    mermaid(),
    table(['Regel', 'Vraag', 'Uitkomst'], decisionOrder.map(({ line, question, status, because }) => [String(line), question, because === undefined ? status : `${status} (${because === 'bronnen' ? 'de bronnen zeggen het niet' : 'een antwoord ontbreekt'})`])),
    '## De feiten',
    table(
      ['Feit', 'Vraag', 'Antwoorden'],
      rules.facts.map(({ id, question, answers }) => [`\`${id}\``, question, answers.map(({ value, label }) => `\`${valueInWords(value)}\` ${label}`).join('<br>')]),
    ),
    '## De routes',
    ...rules.routes.flatMap((route) => routePart(route, rules, documents)),
    '## De verdeling van kosten',
    ...rules.allocation.notes.map((note) => sourcedItem(note.text, note, documents)),
    'Ontbreekt een van deze gegevens, dan noemt de rekenhulp dat:',
    rules.allocation.missing.map((item) => `- ${sourcedItem(item.text, item, documents)}`).join('\n'),
    '## Begrippen',
    ...rules.definitions.map((item) => sourcedItem(`**${item.term}.** ${item.text}`, item, documents)),
    '## Valkuilen',
    table(['Nr.', 'Valkuil', 'Voorkomen door'], rules.pitfalls.map(({ id, text }) => [String(id), text, guards(id, rules)])),
    '## Waar elk citaat wordt gebruikt',
    'Verandert een document, dan ziet u hier welke teksten daarop rusten.',
    table(['Citaat', 'Gebruikt door'], quoteUsers(rules).map(({ quote, users }) => [sources({ quotes: [quote] }, documents), users.join('<br>')])),
  ].join('\n\n')}\n`;
}

function mermaid(): string {
  const lines = decisionOrder.flatMap(({ line, question, status }, index) => {
    const outcome = `  U${line}["${status}"]`;
    if (index === decisionOrder.length - 1) return [outcome];
    const next = index === decisionOrder.length - 2 ? `U${line + 1}` : `R${line + 1}`;
    return [`  R${line}{"${line}. ${question}"}`, outcome, `  R${line} -- ja --> U${line}`, `  R${line} -- nee --> ${next}`];
  });
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

function routePart(route: Route, rules: RuleSet, documents: Documents): string[] {
  return [
    `### ${route.title}`,
    `\`${route.id}\` · ${route.summary}`,
    `**Beslistabel.** De eerste regel die past, beslist.`,
    table(['Regel', 'Als', 'Dan'], decisionRows(route, rules.facts).map(({ line, when, status }) => [String(line), when, status])),
    '**Voorwaarden en waar zij op rusten**',
    table(
      ['Voorwaarde', 'Soort', 'In feiten', 'Bronnen'],
      route.conditions.map((condition) => [
        `\`${condition.id}\` ${condition.text}`,
        condition.kind,
        conditionInWords(condition.when),
        sources(condition, documents),
      ]),
    ),
    '**Wanneer**',
    table(
      ['Van', 'Tot en met', 'Stand', 'Toelichting', 'Bronnen'],
      route.periods.map((period) => [
        period.from === undefined ? '' : inWords(period.from),
        period.to === undefined ? '' : inWords(period.to),
        STANDING_WORDS[period.standing],
        period.text,
        sources(period, documents),
      ]),
    ),
    `**Betaling** (\`${route.payment.form}\`). ${sourcedItem(route.payment.text, route.payment, documents)}`,
    ...remarks('Waarschuwingen', route.warnings, documents),
    ...remarks('Volgende stappen', route.nextSteps, documents),
  ];
}

function remarks(title: string, items: readonly Remark[], documents: Documents): string[] {
  if (items.length === 0) return [];
  const rows = items.map((item) => {
    const when = [item.statuses?.join(', '), item.when && conditionInWords(item.when)].filter((part) => part !== undefined);
    return [`\`${item.id}\` ${item.text}`, when.length === 0 ? 'altijd' : when.join('; '), sources(item, documents)];
  });
  return [`**${title}**`, table(['Tekst', 'Wanneer getoond', 'Bronnen'], rows)];
}

function sourcedItem(text: string, sourced: SourcedText, documents: Documents): string {
  return `${text} ${sources(sourced, documents, ' ')}`;
}

/** Quotes with a link that finds the words again, so that this page does not change when only offsets do. */
function sources({ quotes }: Pick<SourcedText, 'quotes'>, documents: Documents, between = '<br>'): string {
  return quotes
    .map(({ documentId, start, end }) => {
      const document = documents.get(documentId);
      if (document === undefined) throw new Error(`The rules quote ${documentId}, which is not there`);
      const quote = document.text.slice(start, end).replace(/\s+/g, ' ');
      const words = [...quote].slice(0, 60).join('');
      const page = pageAt(document.pageStarts, start);
      return `“${quote}” ([${document.shortTitle}, p. ${page}](</bronnen/${documentId}#q=${encodeURIComponent(words)}>))`;
    })
    .join(between);
}

function guards(pitfall: number, rules: RuleSet): string {
  return rules.routes
    .flatMap(({ id, warnings, nextSteps }) =>
      [...warnings, ...nextSteps].filter(({ pitfalls }) => pitfalls.includes(pitfall)).map((remark) => `${id}: ${remark.id}`),
    )
    .join('<br>');
}

/** Every quote once, in the order in which it stands in the documents, with the texts that rest on it. */
function quoteUsers(rules: RuleSet): { quote: Quote; users: string[] }[] {
  const found = new Map<string, { quote: Quote; users: string[] }>();
  for (const { where, sourced } of sourcedTextsOf(rules)) {
    for (const quote of sourced.quotes) {
      const key = Object.values(quote).join(' ');
      const entry = found.get(key) ?? { quote, users: [] };
      entry.users.push(where);
      found.set(key, entry);
    }
  }
  return [...found.values()].sort(
    ({ quote: a }, { quote: b }) => a.documentId.localeCompare(b.documentId) || a.start - b.start || a.end - b.end,
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\n/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
