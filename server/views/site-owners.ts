import { drupalSnippets, htmlSnippet, policySnippet, themeSnippet, wordPressSnippet, type Snippet, type WidgetScript } from './site-snippets.ts';

/** Texts of the page for who runs another site; checked with the other labels. */
export const siteOwners = {
  title: 'Voor uw eigen site',
  lead: 'U kunt het chatvenster in uw eigen site zetten. De antwoorden komen van deze server.',
  allow: 'Vraag de beheerder van deze server om uw site toe te laten. Die zet het adres van uw site in ALLOWED_ORIGINS.',
  html: 'In elke pagina',
  htmlText: 'Zet deze twee regels in uw pagina. Het venster is dan een knop rechtsonder. Maakt u van bubble inline, dan staat het in de tekst.',
  fixed: 'Een vaste versie',
  pinned: 'Wilt u steeds dezelfde versie? Gebruik dan deze regels. De browser weigert een bestand dat is veranderd.',
  policy: 'Uw Content-Security-Policy',
  policyText: 'Een streng beleid is goed. Voeg dit adres toe. Er is geen unsafe-inline nodig. Het deel style-src is alleen nodig voor het bestand met kleuren hieronder.',
  wordPress: 'WordPress',
  wordPressText: 'Maak dit bestand en zet de plug-in aan. Zet daarna [bekostigingswijzer] in een pagina.',
  drupal: 'Drupal',
  drupalText: 'Maak deze drie bestanden en zet de module aan. Plaats daarna het blok Bekostigingswijzer.',
  theme: 'Kleuren en letters van uw site',
  themeText: 'Gebruikt uw site een thema van NL Design System? Zet deze regel na het thema. Het venster neemt dan de kleuren en letters over. Ga na of de tekst goed te lezen blijft.',
  code: 'Inhoud van {file}',
};

export interface SiteOwnerSection {
  heading: string;
  paragraphs: string[];
  snippets: Snippet[];
}

/** @param pinned the file under its own name, where it is known */
export function siteOwnerSections(server: string, pinned: WidgetScript | undefined): SiteOwnerSection[] {
  const newest = htmlSnippet({ address: '/widget.js' }, server);
  return [
    { heading: siteOwners.html, paragraphs: [siteOwners.allow, siteOwners.htmlText], snippets: [newest] },
    ...(pinned === undefined ? [] : [{ heading: siteOwners.fixed, paragraphs: [siteOwners.pinned], snippets: [htmlSnippet(pinned, server)] }]),
    { heading: siteOwners.policy, paragraphs: [siteOwners.policyText], snippets: [policySnippet(server)] },
    { heading: siteOwners.wordPress, paragraphs: [siteOwners.wordPressText], snippets: [wordPressSnippet(server)] },
    { heading: siteOwners.drupal, paragraphs: [siteOwners.drupalText], snippets: drupalSnippets(server) },
    { heading: siteOwners.theme, paragraphs: [siteOwners.themeText], snippets: [themeSnippet(server)] },
  ];
}
