import type { Network } from '../contract.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { createParticipantsInQuestion, type Participant } from './participants-in-question.ts';
import { planLink } from './plan-link.ts';

/** So many kinds are a network, whatever their numbers. */
const MANY_KINDS = 3;
/** Words that compare or define rather than tell who works together. */
const OTHER_THAN_TOGETHER = /\b(?:verschil|vergelijk\w*|versus|wat (?:is|zijn|betekent)|difference|compare|what (?:is|are))\b/i;

/**
 * The network that a question tells of, with the address of a plan for it. Two who are named without a number are no more
 * than two professions in a sentence.
 */
export function createNetworkInQuestion(vocabulary: Vocabulary): (question: string) => Network | undefined {
  const participantsIn = createParticipantsInQuestion(vocabulary);
  return (question) => {
    const participants = participantsIn(question);
    if (!isNetwork(participants) || OTHER_THAN_TOGETHER.test(question)) return undefined;
    return { participants: participants.map(({ name, count }) => ({ name, count })), link: planLink(participants) };
  };
}

function isNetwork(participants: readonly Participant[]): boolean {
  return participants.length >= MANY_KINDS || (participants.length > 1 && participants.some(({ count }) => count > 1));
}
