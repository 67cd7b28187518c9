import { measureOf } from '../../metrics/measures.ts';
import type { Evaluation } from '../../run/evaluation.ts';
import { decimal, number } from '../format.ts';
import { html, table, type Markup } from './markup.ts';

/** The rule check, and the proof that the judging itself works. */
export function checksSection({ rules, selfTest }: Evaluation): Markup {
  return html`${rules && rulesSection(rules)}${selfTest && selfTestSection(selfTest)}`;
}

function rulesSection({ scenarios, generated, faults, conditions, citations }: NonNullable<Evaluation['rules']>): Markup {
  const failed = scenarios.filter(({ differences, error }) => differences.length > 0 || error !== undefined);
  const tables = [...new Set(scenarios.map(({ title }) => title))].map((title) => ({ title, all: scenarios.filter((scenario) => scenario.title === title) }));
  const partly = [...conditions].filter(([, statuses]) => statuses.size < 3);
  return html`<section id="regelcheck"><h2>Regelcheck</h2>
<p>${number(scenarios.length)} uitgewerkte situaties uit de tabellen bij de regels en ${number(generated)} gegenereerde situaties. ${
    failed.length + faults.length === 0 ? 'Alles komt uit zoals het moet.' : `${failed.length} situaties wijken af en ${faults.length} keer is een eigenschap geschonden.`
  } Van ${number(citations.total)} citaten bij voorwaarden en waarschuwingen zijn er ${number(citations.invalid)} ongeldig.</p>
${tables.length > 0 && table('Situaties per tabel', [
    { head: 'Tabel', cell: ({ title }) => title },
    { head: 'Situaties', numeric: true, cell: ({ all }) => all.length },
    { head: 'Zoals verwacht', numeric: true, cell: ({ all }) => all.filter(({ differences, error }) => differences.length === 0 && error === undefined).length },
  ], tables)}
${failed.length > 0 && table('Afwijkingen', [
    { head: 'Situatie', cell: ({ id }) => id },
    { head: 'Verschil', cell: ({ differences, error }) => error ?? differences.map(({ route, expected, actual }) => `${route}: verwacht ${expected}, gekregen ${actual}`).join('; ') },
  ], failed)}
${faults.length > 0 && table('Geschonden eigenschappen', [
    { head: 'Eigenschap', cell: ({ rule }) => rule },
    { head: 'Wat er gebeurde', cell: ({ detail }) => detail },
    { head: 'Gegevens', cell: ({ facts }) => JSON.stringify(facts) },
  ], faults.slice(0, 20))}
<p>Van de ${number(conditions.size)} voorwaarden zijn er ${number(conditions.size - partly.length)} gezien als voldaan, niet voldaan én onbekend.${
    partly.length > 0 && html` De andere: ${partly.map(([id, statuses]) => `${id} (${[...statuses].join(', ')})`).join('; ')}.`
  }</p></section>`;
} // prettier-ignore

function selfTestSection({ rows, misscored, references }: NonNullable<Evaluation['selfTest']>): Markup {
  const trials = rows.flatMap((row) => row.trials);
  const caught = trials.filter((trial) => trial.caught).length;
  return html`<section id="zelftest"><h2>Is de beoordeling zelf te vertrouwen?</h2>
<p>De beoordeling is op de proef gesteld met ${number(references)} antwoorden die uit het bewijs zelf zijn gemaakt en dus goed zijn (${
    misscored.length === 0 ? 'alle goedgekeurd' : html`afgekeurd: ${misscored.join(', ')}`
  }), en met ${trials.length} antwoorden die expres fout zijn gemaakt. Daarvan zijn er ${caught} gezien door de maat die ervoor bedoeld is.</p>
${table('Expres foute antwoorden', [
    { head: 'Fout', cell: ({ label }) => label },
    { head: 'Maat die het moet zien', cell: ({ caughtBy }) => measureOf(caughtBy).label },
    { head: 'Antwoorden', numeric: true, cell: (row) => row.trials.length },
    { head: 'Gezien', numeric: true, cell: (row) => row.trials.filter((trial) => trial.caught).length },
    { head: 'Gemist bij', cell: (row) => row.trials.filter((trial) => !trial.caught).map(({ caseId, before, after }) => `${caseId} (${decimal(before)} → ${decimal(after)})`).join(', ') || 'geen' },
  ], rows)}</section>`;
} // prettier-ignore
