import { z } from 'zod/v4';
import { PlanRequest, PlanResult } from '../../../../contract.ts';
import { UnavailableError } from '../../../../errors.ts';
import { refusePatientData } from '../../../../privacy/patient-data.ts';
import { linked, LinkedCitation } from '../../linked-citation.ts';
import { tool } from '../tool.ts';

const output = PlanResult.extend({ citations: z.array(LinkedCitation) });

export const plan = tool({
  name: 'plan',
  title: 'Maak een plan voor een netwerk',
  description: 'Zegt voor een samenwerking van meer deelnemers hoe ieder betaald wordt, wat zij samen moeten kiezen, welke stappen er zijn en welke vragen nog beslissen. Noem beroepen en organisaties, geen personen.',
  input: () => PlanRequest,
  output,
  costsWork: false,
  isOffered: ({ planner }) => planner !== undefined,
  run: (request, { services: { planner }, origin }) => {
    refusePatientData(...request.participants.map(({ name }) => name));
    if (planner === undefined) throw new UnavailableError('Een plan voor een netwerk is op deze server niet beschikbaar.');
    const made = planner.plan(request);
    return { ...made, citations: made.citations.map((citation) => linked(citation, origin)) };
  },
});
