import { z } from 'zod/v4';
import { Answer, AskRequest } from '../../../../contract.ts';
import { refusePatientData } from '../../../../privacy/patient-data.ts';
import { linked, LinkedCitation, withWholeLinks } from '../../linked-citation.ts';
import { tool } from '../tool.ts';

/** That a text is not about a patient is for people to say, not for a model that wants its answer. */
const input = AskRequest.omit({ explain: true, notAboutPatient: true });

/** Without the same once more as data for a page. */
const output = Answer.omit({ blocks: true, trace: true }).extend({ citations: z.array(LinkedCitation) });

export const ask = tool({
  name: 'ask',
  title: 'Stel een vraag over bekostiging',
  description:
    'Beantwoordt een vraag over de betaling van samenwerking in de Nederlandse zorg, alleen uit de officiële bronnen. Elke zin draagt een nummer [n] dat hoort bij een letterlijk citaat in citations. Staat het niet in de bronnen, dan zegt het antwoord dat (abstained). Vraag in het Nederlands (Engels kan ook), zonder gegevens van patiënten. Neem de citaten over zoals ze zijn.',
  input: () => input,
  output,
  costsWork: true,
  run: async (request, { services, origin, caller, signal }) => {
    // the assistant's own turns quote the sources, in which names and telephone numbers may stand
    const earlier = (request.history ?? []).filter(({ role }) => role === 'user');
    refusePatientData(request.question, ...earlier.map(({ content }) => content));
    const { blocks: _blocks, trace: _trace, ...answer } = await services.assistant.ask(request, { signal, ...(caller && { caller }) });
    return { ...answer, answer: withWholeLinks(answer.answer, origin), citations: answer.citations.map((citation) => linked(citation, origin)) };
  },
});
