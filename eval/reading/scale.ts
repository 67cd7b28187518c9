/** What a reader can think of an answer; pure, the page uses it too. */
export const SCALE = [
  { grade: 0, label: 'Fout of misleidend' },
  { grade: 1, label: 'De vraag is niet beantwoord' },
  { grade: 2, label: 'Het antwoord staat erin, maar u moet ernaar zoeken' },
  { grade: 3, label: 'De eerste één of twee zinnen beantwoorden de vraag' },
] as const;

export type Grade = (typeof SCALE)[number]['grade'];

/** What a reader may not leave to taste: an answer that says it is not in the sources is an answer too. */
export const REFUSAL_HINT =
  'Zegt de assistent dat het niet in de bronnen staat? Klopt dat, en weet u meteen wat ontbreekt: geef 3. Klopt het, maar moet u zoeken waar het over gaat: geef 2. Staat het antwoord wel in de bronnen: geef 1.';
