import { z } from 'zod/v4';
import { CheckDescription, CheckRequest, RouteResult, type Citation, type CheckResult } from '../../../../contract.ts';
import { NotFoundError, UnavailableError } from '../../../../errors.ts';
import type { RuleCheck, Services } from '../../../../assistant/services.ts';
import { linked, LinkedCitation } from '../../linked-citation.ts';
import { tool } from '../tool.ts';

const markers = z.array(z.int().min(1)).describe('Numbers of `citations`');
const proven = z.object({ text: z.string(), citations: markers });
const { id, title, status, because, payment, missing, conditions } = RouteResult.shape;

const output = z.object({
  asOf: z.string(),
  rulesetSha256: z.string(),
  routes: z.array(
    z.object({
      id,
      title,
      status,
      because,
      payment,
      missing,
      reason: proven.optional().describe('Why this status'),
      conditions: z.array(conditions.element.omit({ citations: true }).extend({ citations: markers })).optional(),
      warnings: z.array(proven).optional(),
      nextSteps: z.array(proven).optional(),
    }),
  ),
  missing: CheckDescription.shape.facts.describe('Facts that can still change a status, most decisive first, with the question to ask'),
  citations: z.array(LinkedCitation),
});

const routeIds = z.array(z.string().max(60)).max(20).optional().describe('Ids of routes to tell everything about: conditions, warnings, next steps. Of the others only the verdict and its reason');

/** A whole result is 170 kB, since it repeats each quote: here quotes stand once, and details come for the routes that are asked for. */
export const check = tool({
  name: 'check',
  title: 'Controleer welke betaalroutes passen',
  description:
    'Gaat voor elke betaalroute (PGAZ, O&I, ADZ, SOP, meedenkadvies en andere) na of zij past bij de feiten die u geeft. Laat weg wat niet bekend is: onbekend telt nooit als nee. missing noemt de vragen die nog beslissen. Begin zonder routes en vraag daarna details van een route.',
  input: inputOf,
  output,
  costsWork: false,
  run: ({ facts, asOf, routes: wanted = [] }, { services, origin }) => {
    const rules = rulesOf(services);
    const result = rules.check(facts, asOf);
    const unknown = wanted.filter((one) => !result.routes.some((route) => route.id === one));
    if (unknown.length > 0) throw new NotFoundError(`Deze route bestaat niet: ${unknown.join(', ')}. Kies uit: ${result.routes.map((route) => route.id).join(', ')}.`);
    const numbered = new Numbered();
    const asked = new Map(rules.describe().facts.map((fact) => [fact.id, fact]));
    return {
      asOf: result.asOf,
      rulesetSha256: result.rulesetSha256,
      routes: result.routes.map((route) => routeOf(route, wanted.includes(route.id), numbered)),
      missing: result.missing.flatMap((factId) => asked.get(factId) ?? []),
      citations: numbered.citations.map((citation) => linked(citation, origin)),
    };
  },
});

function rulesOf({ rules }: Services): RuleCheck {
  if (rules === undefined) throw new UnavailableError('De controle van uw situatie is op deze server niet beschikbaar.');
  return rules;
}

/** With the facts spelled out, so that a client knows what can be given; a wrong one is refused by the rules, in Dutch. */
function inputOf({ rules }: Services) {
  const facts = (rules?.describe().facts ?? []).map(({ id: factId, question, type, choices = [] }) => {
    const values = type === 'boolean' ? { type: 'boolean' } : { type: 'string', enum: choices.map(({ value }) => value) };
    return [factId, z.unknown().optional().meta({ ...values, description: question })] as const;
  });
  return z.object({ facts: z.looseObject(Object.fromEntries(facts)), asOf: CheckRequest.shape.asOf, routes: routeIds });
}

function routeOf(route: CheckResult['routes'][number], isWanted: boolean, numbered: Numbered): z.input<typeof output>['routes'][number] {
  const { id, title, status, because, payment, missing, reason, conditions, warnings, nextSteps } = route;
  return {
    ...{ id, title, status, payment },
    ...(because && { because }),
    ...(missing && { missing }),
    ...(reason && { reason: numbered.text(reason) }),
    ...(isWanted && {
      conditions: conditions.map(({ citations, ...condition }) => ({ ...condition, citations: numbered.markers(citations) })),
      warnings: warnings.map((text) => numbered.text(text)),
      nextSteps: nextSteps.map((text) => numbered.text(text)),
    }),
  };
}

/** Quotes of many texts, each once, with numbers of their own. */
class Numbered {
  readonly citations: Citation[] = [];
  readonly #numbers = new Map<string, number>();

  markers(citations: readonly Citation[]): number[] {
    return citations.map((citation) => {
      const key = `${citation.documentId}:${citation.start}-${citation.end}`;
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const n = this.citations.length + 1;
      this.#numbers.set(key, n);
      this.citations.push({ ...citation, n });
      return n;
    });
  }

  text({ text, citations }: { text: string; citations: readonly Citation[] }): z.output<typeof proven> {
    return { text, citations: this.markers(citations) };
  }
}
