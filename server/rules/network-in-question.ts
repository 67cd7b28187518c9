import type { FactValue, Network } from '../contract.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { createParticipantsInQuestion, type Participant } from './participants-in-question.ts';
import { planLink } from './plan-link.ts';

/** So many kinds are a network, whatever their numbers. */
const MANY_KINDS = 3;
/** Words that compare or define rather than tell who works together. */
const OTHER_THAN_TOGETHER = /\b(?:verschil|vergelijk\w*|versus|wat (?:is|zijn|betekent)|difference|compare|what (?:is|are))\b/i;

/** What follows from who takes part, or holds for one of them alone. */
const OF_PARTICIPANTS = new Set(['sector', 'domein', 'huisartsenDoenMee', 'meerdereSectoren', 'patientInBehandeling', 'meedenkvraag', 'fysioUitBasisverzekering']);

/**
 * The network that a question tells of, with the address of a plan for it. Two who are named without a number are no more
 * than two professions in a sentence, and colleagues who confer about one patient plan nothing.
 */
export function createNetworkInQuestion(vocabulary: Vocabulary, factsInQuestion: (question: string) => Record<string, FactValue>): (question: string) => Network | undefined {
  const participantsIn = createParticipantsInQuestion(vocabulary);
  return (question) => {
    const participants = participantsIn(question);
    if (!isNetwork(participants) || OTHER_THAN_TOGETHER.test(question)) return undefined;
    const facts = factsInQuestion(question);
    if (facts['onderwerp'] === 'individu') return undefined;
    const shared = Object.fromEntries(Object.entries(facts).filter(([id]) => !OF_PARTICIPANTS.has(id)));
    return { participants: participants.map(({ name, count }) => ({ name, count })), link: planLink(participants, shared) };
  };
}

function isNetwork(participants: readonly Participant[]): boolean {
  return participants.length >= MANY_KINDS || (participants.length > 1 && participants.some(({ count }) => count > 1));
}
