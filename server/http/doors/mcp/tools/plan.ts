import { z } from 'zod/v4';
import { CheckRequest, type Citation } from '../../../../contract.ts';
import { UnavailableError } from '../../../../errors.ts';
import { refusePatientData } from '../../../../privacy/patient-data.ts';
import { linked, LinkedCitation } from '../../linked-citation.ts';
import { tool } from '../tool.ts';

const facts = z.record(z.string().max(60), z.unknown()).default({});

const input = z.object({
  facts: facts.describe('Facts about the consultation, for all who take part; as in `check`'),
  participants: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(200).describe('A profession or organisation, never a person'),
        count: z.int().min(1).max(500).default(1),
        facts: facts.describe('What holds for this participant alone'),
      }),
    )
    .min(1, 'Noem minstens één deelnemer.')
    .max(50, 'Noem hoogstens 50 deelnemers. Zet gelijke deelnemers bij elkaar met count.'),
  asOf: CheckRequest.shape.asOf,
});

/** As the planner makes it; only its citations are added to. */
const output = z.looseObject({ citations: z.array(LinkedCitation) });

/** What plans, on a server that has it. */
interface Planning {
  planner?: { plan: (request: z.output<typeof input>) => { citations: Citation[] } };
}

export const plan = tool({
  name: 'plan',
  title: 'Maak een plan voor een netwerk',
  description: 'Zegt voor een samenwerking van meer deelnemers hoe ieder betaald wordt, wat zij samen moeten kiezen, welke stappen er zijn en welke vragen nog beslissen. Noem beroepen en organisaties, geen personen.',
  input: () => input,
  output,
  costsWork: false,
  isOffered: (services) => (services as Planning).planner !== undefined,
  run: (request, { services, origin }) => {
    refusePatientData(...request.participants.map(({ name }) => name));
    const { planner } = services as Planning;
    if (planner === undefined) throw new UnavailableError('Een plan voor een netwerk is op deze server niet beschikbaar.');
    const made = planner.plan(request);
    return { ...made, citations: made.citations.map((citation) => linked(citation, origin)) };
  },
});
