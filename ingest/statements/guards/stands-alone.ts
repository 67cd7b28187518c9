import type { FormGuard } from '../claim.ts';

const LEANS = /^(?:dit|dat|deze|die|daar\p{L}*|hier\p{L}*|hij|zij|ze|zo|zulke|zo[’']n|ook(?! als| bij| wanneer)|maar|echter|bovendien|verder|dus|toch|dan|daarom|in dat geval|in deze gevallen|in zulke gevallen|het (?:mag|kan|gaat|wordt|moet|zal|heeft|staat|geldt))(?!\p{L})/iu;
const LEANS_EN = /^(?:this|that|these|those(?! present| involved| who)|it|they|he|she|such|also|but|however|so|therefore|in that case)(?!\p{L})/iu;

/** A statement is read alone: its first words do not point to something before it. */
export const guardStandsAlone: FormGuard = ({ text, en }) => {
  const leaning = LEANS.exec(text)?.[0];
  const foreign = LEANS_EN.exec(en)?.[0];
  return [
    ...(leaning === undefined ? [] : [`de tekst begint met "${leaning}" en is alleen niet te begrijpen; noem waar het over gaat`]),
    ...(foreign === undefined ? [] : [`de Engelse tekst begint met "${foreign}" en is alleen niet te begrijpen; noem waar het over gaat`]),
  ];
};
