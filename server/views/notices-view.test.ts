import { describe, expect, it } from 'vitest';
import { sortNotices } from './notices-view.ts';

describe('sortNotices', () => {
  it('takes explanations of terms apart from warnings', () => {
    expect(
      sortNotices([
        'Let op: een bron spreekt hier van een voornemen.',
        'Het verslag geeft weer wat deelnemers zeiden. Het is geen regel.',
        'PGAZ (patiëntengroepsgebonden afstemming): Afspraken over een groep.',
        'Kijk op de site (van de NZa) wat er staat.',
      ]),
    ).toEqual({
      warnings: ['Een bron spreekt hier van een voornemen.', 'Het verslag geeft weer wat deelnemers zeiden. Het is geen regel.', 'Kijk op de site (van de NZa) wat er staat.'],
      terms: [{ term: 'PGAZ (patiëntengroepsgebonden afstemming)', meaning: 'Afspraken over een groep.' }],
    });
  });
});
