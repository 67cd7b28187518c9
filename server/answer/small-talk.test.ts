import { describe, expect, it } from 'vitest';
import { smallTalkOf } from './small-talk.ts';

describe('smallTalkOf', () => {
  it.each([
    ['Hallo!', 'greeting'], ['goedemorgen', 'greeting'], ['hi there', 'greeting'],
    ['Dank je wel!', 'thanks'], ['oké, bedankt voor je hulp', 'thanks'], ['Thanks a lot', 'thanks'], ['Duidelijk, dank!', 'thanks'],
    ['Wat kun je allemaal?', 'about'], ['Wie ben jij?', 'about'], ['Hoe werkt dit?', 'about'], ['What can you do?', 'about'],
    ['Welke bronnen gebruik je?', 'sources'], ['Waar haal je dat vandaan?', 'sources'], ['waar haal je je antwoorden vandaan', 'sources'],
    ['Hoe actueel is je informatie?', 'recency'], ['How recent are your sources?', 'recency'],
    ['Wie betaalt dit overleg?', undefined], ['Wat is dit voor regeling PGAZ?', undefined], ['Hallo, wie betaalt een groepsconsult?', undefined],
    ['Dank je, en wie tekent het contract?', undefined], ['overleg', undefined], ['Hoe werkt PGAZ?', undefined], ['Hoe oud moet een patiënt zijn?', undefined],
    ['Wat is O&I?', undefined], ['Wat kan de gemeente doen?', undefined], ['Wie is verantwoordelijk voor de evaluatie?', undefined],
  ])('%s → %s', (message, kind) => expect(smallTalkOf(message)).toBe(kind)); // prettier-ignore
});
