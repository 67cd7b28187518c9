/** The statements on accessibility and privacy. What they claim is tested: see `web/**\/*.browser.test.ts` and the HTTP tests. */
export interface Statement {
  title: string;
  lead: string;
  sections: {
    heading: string;
    paragraphs: string[];
    list?: string[];
    table?: { columns: string[]; rows: string[][] };
  }[];
}

export const accessibilityStatement: Statement = {
  title: 'Toegankelijkheid',
  lead: 'Iedereen moet deze site kunnen gebruiken. Wij volgen daarvoor WCAG 2.2, niveau AA.',
  sections: [
    {
      heading: 'Hoe ver zijn wij?',
      paragraphs: [
        'Wij hebben de site en het chatvenster zelf getest. Daarbij vonden wij geen fouten meer. Een onafhankelijk bureau heeft de site nog niet bekeken. Ook hebben gebruikers met een beperking de site nog niet getest.',
      ],
    },
    {
      heading: 'Wat wij testen',
      paragraphs: ['Een programma test elke nieuwe versie. De versie gaat niet door als er één fout is.'],
      table: {
        columns: ['Wat', 'Hoe', 'Resultaat'],
        rows: [
          ['Regels van WCAG 2.2 A en AA', 'Met axe. In licht, donker en hoog contrast. Op een breed en een smal scherm. Leeg, bezig, met antwoord, zonder antwoord, bij een fout, met een bron en bij elke stap van de controle.', 'Geen fouten'],
          ['Alleen het toetsenbord', 'Een vraag stellen, een bron openen en sluiten, de controle doen en kosten verdelen.', 'Werkt'],
          ['Focus', 'De focus is altijd te zien. Na sluiten gaat de focus terug naar de knop.', 'Werkt'],
          ['Grootte van knoppen', 'Elke knop is minstens 24 bij 24 pixels.', 'Voldoet'],
          ['Smal scherm en 400% zoom', 'Op 320 pixels breed hoeft u niet opzij te scrollen.', 'Voldoet'],
          ['Meer ruimte in de tekst', 'Regels, letters en woorden verder uit elkaar. Er valt geen tekst weg.', 'Voldoet'],
          ['Eigen kleuren', 'Met de kleuren van uw systeem (contrastthema) blijft alles te zien.', 'Voldoet'],
          ['Minder beweging', 'Staat beweging bij u uit? Dan beweegt er niets.', 'Voldoet'],
          ['Schermlezer', 'Er is één plek voor meldingen. Daar staat wanneer een antwoord begint en klaar is. De tekst zelf wordt niet steeds opnieuw voorgelezen.', 'Getest op de meldingen, niet met elke schermlezer'],
          ['Vertalen door de browser', 'De site blijft werken als de browser de tekst vertaalt.', 'Werkt'],
        ],
      },
    },
    {
      heading: 'Wat nog beter kan',
      paragraphs: [],
      list: [
        'Citaten uit de bronnen zijn soms moeilijk. Wij passen ze niet aan. Er staat wel uitleg bij.',
        'De originele documenten staan op andere sites. Die kunnen minder toegankelijk zijn. Daarom staat de tekst ook hier.',
        'Wij hebben nog niet getest met JAWS, NVDA en VoiceOver.',
      ],
    },
    {
      heading: 'Werkt er iets niet?',
      paragraphs: ['Meld het bij de organisatie die deze site aan u aanbiedt. Zeg op welke pagina het was en wat u wilde doen.'],
    },
  ],
};

export const privacyStatement: Statement = {
  title: 'Privacy',
  lead: 'U kunt de site gebruiken zonder account. Wij volgen u niet en plaatsen geen cookies.',
  sections: [
    {
      heading: 'Uw vragen',
      paragraphs: [
        'De server gebruikt uw vraag om het antwoord te maken. Daarna is de vraag daar weg. Vragen en antwoorden staan niet in logboeken en niet in adressen.',
        'Uw gesprek staat alleen in dit tabblad van uw browser. Sluit u het tabblad, dan is het weg. Met Wis gesprek haalt u het direct weg. U kunt dat 10 seconden ongedaan maken. Doe dit op een gedeelde computer.',
      ],
    },
    {
      heading: 'Gegevens van patiënten',
      paragraphs: [
        'Typ geen gegevens van patiënten. De site heeft ze niet nodig. Lijkt uw vraag zulke gegevens te bevatten? Dan versturen wij de vraag niet. U ziet dan wat u kunt weghalen. Met één knop haalt u het weg. De server controleert dit nog een keer.',
        'Gaat uw vraag niet over een patiënt? Dan kunt u dat zeggen en haar toch versturen. Wij tellen hoe vaak dat gebeurt. Uw vraag bewaren wij niet. Een burgerservicenummer versturen wij nooit.',
        'Deze controle vindt niet alles. Lees uw vraag daarom zelf na.',
      ],
      list: ['een burgerservicenummer (BSN)', 'een geboortedatum', 'een naam na woorden zoals mevrouw, meneer of patiënt, en een voornaam met achternaam', 'een adres van iemand thuis', 'een telefoonnummer, e-mailadres of rekeningnummer', 'een nummer van een patiënt, dossier of verzekerde'],
    },
    {
      heading: 'De controle van uw situatie',
      paragraphs: ['Uw antwoorden staan achter het hekje in het adres. Uw browser stuurt dat deel niet mee met het adres van de pagina. De site stuurt uw antwoorden alleen naar de server om de uitkomst te bepalen. Deelt u de link, dan deelt u uw antwoorden.'],
    },
    {
      heading: 'Uw reactie op een antwoord',
      paragraphs: ['Zegt u of een antwoord klopt? Dan bewaren wij uw oordeel en uw uitleg. Uw vraag bewaren wij niet.', 'Zet u een vinkje bij uw reactie? Dan bewaren wij ook uw vraag, de gebruikte zinnen uit de bronnen en de versie van dit programma. Wij kunnen er een testvraag van maken. De server zoekt eerst of er gegevens van patiënten in uw vraag staan. Zo ja, dan bewaren wij niets.', 'Na 30 dagen verwijderen wij uw reactie.'],
    },
    {
      heading: 'Wat de server wel noteert',
      paragraphs: ['De server telt hoeveel verzoeken er zijn en hoe lang ze duren. Daarbij staat welke documenten zijn gebruikt. Er staat niet bij wie u bent of wat u vroeg.'],
    },
    {
      heading: 'Een taalmodel',
      paragraphs: ['Soms stelt de beheerder een taalmodel in. Uw vraag en de gevonden zinnen gaan dan naar dat model. Bij het antwoord staat dat een taalmodel het schreef.'],
    },
  ],
};
