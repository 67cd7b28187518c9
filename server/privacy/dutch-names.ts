/** The commonest Dutch surnames, for names typed in lower case after "mevrouw" or "dhr." (most frequent in the Nederlandse Familienamenbank). */
export const commonSurnames: ReadonlySet<string> = new Set(
  `jong jansen vries berg dijk bakker janssen visser smit meijer boer mulder groot bos vos peters hendriks leeuwen dekker
  brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruijn bruin heijden schouten beek
  willems vliet ven hoekstra maas verhoeven koster dam wal prins huisman peeters jonge kuipers post veenstra kuiper postma
  gerritsen martens schipper wijk veer driessen evers blom jonker molenaar kramer hermans verbeek yilmaz kaya nguyen
  mohamed ahmed bouzid yildiz ali hassan pietersen klaassen timmermans scholten meyer meulen`.split(/\s+/),
);

/** Words that stand after "patiënt" or "mevrouw" with a capital and are no name: laws, sectors, organisations, job titles. */
export const notNames: ReadonlySet<string> = new Set(
  `zvw wlz wmo wpg wmg jw jeugdwet ggz gz nza iza zpm pgaz bdss sop adz dos alk nalk mdo zn zinl vws avg dbc zorg
  zorgverzekeringswet zorginstituut zorgverzekeraar menzis zilveren kruis cz vgz dsw huisarts fysiotherapeut psychiater psycholoog
  minister staatssecretaris kamerlid kamer voorzitter professor prof dr dokter arts een de het in op bij met uit via voor en of
  nederland nederlandse integraal basisverzekering wet besluit segment parkinson parkinsonzorg covid januari februari maart april mei juni
  juli augustus september oktober november december`.split(/\s+/),
);
