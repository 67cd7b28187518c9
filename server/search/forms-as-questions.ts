import type { FormsData } from './form-index.ts';
import type { QuestionIndexData } from './question-index.ts';

/** Who wrote the question forms, where each question names its hand. */
export const FORMS_HAND = 'uitspraken';

/** What the forms of a thing point to: sentences that answer, or else documents that do not. */
export interface FormTargets {
  sentences: readonly string[];
  silent: readonly string[];
}

/**
 * The questions of an index with question forms added: who asks for a statement asks for the sentences that it rests on, and
 * who asks for what is missing asks for what its documents do not say.
 * @param targets per thing, in the order of the things
 */
export function withForms(questions: QuestionIndexData, forms: FormsData, targets: readonly FormTargets[]): QuestionIndexData {
  if (forms.measureId !== questions.measureId || forms.scales.length === 0) return questions;
  const placeOf = new Map(questions.sentences.map((key, place) => [key, place]));
  const sentences = [...questions.sentences];
  const place = (key: string): number => {
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    placeOf.set(key, sentences.length);
    return sentences.push(key) - 1;
  };
  const places = targets.map((target) => target.sentences.map(place));
  const hands = questions.hands.includes(FORMS_HAND) ? questions.hands : [...questions.hands, FORMS_HAND];
  const hand = hands.indexOf(FORMS_HAND);
  const vectors = new Int8Array(questions.vectors.length + forms.vectors.length);
  vectors.set(questions.vectors);
  vectors.set(forms.vectors, questions.vectors.length);
  return {
    ...questions,
    sentences,
    answers: [...questions.answers, ...forms.thingOf.map((thing) => places[thing]!)],
    silent: [...questions.silent, ...forms.thingOf.map((thing) => (places[thing]!.length > 0 ? [] : [...targets[thing]!.silent]))],
    verdicts: [...questions.verdicts, ...forms.thingOf.map(() => null)],
    keys: [...questions.keys, ...forms.keys],
    hands,
    handOf: [...questions.handOf, ...forms.thingOf.map(() => hand)],
    vectors,
    scales: Float32Array.of(...questions.scales, ...forms.scales),
  };
}
