/** What a reader sees while the sources are searched. */
export const searchStatus = { model: 'Ik zoek in de bronnen.', words: 'Ik zoek op woorden.' };
