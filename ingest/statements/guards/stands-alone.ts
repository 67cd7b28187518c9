import { leansOn } from '../../../server/corpus/guards/leaning.ts';
import type { FormGuard } from '../claim.ts';

const LEANS_EN = /^(?:this|that|these|those(?! present| involved| who)|it|they|he|she|such|also|but|however|so|therefore|in that case)(?!\p{L})/iu;

/** A statement is read alone: its first words do not point to something before it. */
export const guardStandsAlone: FormGuard = ({ text, en }) => {
  const leaning = leansOn(text);
  const foreign = LEANS_EN.exec(en)?.[0];
  return [
    ...(leaning === undefined ? [] : [`de tekst begint met "${leaning}" en is alleen niet te begrijpen; noem waar het over gaat`]),
    ...(foreign === undefined ? [] : [`de Engelse tekst begint met "${foreign}" en is alleen niet te begrijpen; noem waar het over gaat`]),
  ];
};
