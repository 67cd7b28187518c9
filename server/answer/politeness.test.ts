import { expect, it } from 'vitest';
import { withoutPoliteness } from './politeness.ts';

it.each([
  ['Goedemiddag, kunt u mij misschien vertellen wie een groepsconsult betaalt? Alvast bedankt!', 'wie een groepsconsult betaalt?'],
  ['Hallo! Ik vraag me af, mag de fysio meedoen aan PGAZ?', 'mag de fysio meedoen aan PGAZ?'],
  ['Could you please tell me who pays for this meeting? Thank you', 'who pays for this meeting?'],
  ['Wie betaalt het overleg?', 'Wie betaalt het overleg?'],
  ['Weet de verzekeraar dat?', 'Weet de verzekeraar dat?'],
  ['Wie is de dagvoorzitter?', 'Wie is de dagvoorzitter?'],
  ['dank je wel', 'dank je wel'],
  ['wat kost dat overleg alsjeblieft', 'wat kost dat overleg'],
])('%s', (question, bare) => expect(withoutPoliteness(question)).toBe(bare)); // prettier-ignore
