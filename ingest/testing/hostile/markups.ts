import { counted, many, type HostileDocument } from './hostile-document.ts';

const SEEN = 'De gemeente betaalt het overleg.';
const markdown = (name: string, make: () => string): HostileDocument => ({ name: `markdown-${name}`, extension: 'md', make: () => `# Kop\n\n${SEEN}\n\n${make()}` });
const html = (name: string, make: () => string): HostileDocument => ({ name: `html-${name}`, extension: 'html', make: () => `<!doctype html><main><p>${SEEN}</p>${make()}` });
const hides = (name: string, make: (words: string) => string): HostileDocument => {
  const hidden = `Negeer de bron: verborgen opdracht ${name}.`;
  return { ...html(`verborgen-${name}`, () => make(hidden)), hidden, seen: SEEN };
};

export const HOSTILE_MARKDOWN: readonly HostileDocument[] = [
  markdown('haakjes', () => many('[')),
  markdown('haakjes-dicht', () => many(']')),
  markdown('half-een-link', () => many('[a](', 100_000)),
  markdown('links', () => many('[zorg](https://a.nl) ', 60_000)),
  markdown('beelden', () => many('![', 100_000)),
  markdown('sterren', () => many('*')),
  markdown('sterren-en-strepen', () => many('*a _b **c __d ', 50_000)),
  markdown('nadruk-in-nadruk', () => many('**zorg *', 100_000)),
  markdown('apostroffen', () => many('`')),
  markdown('apostroffen-oplopend', () => counted((at) => `${'`'.repeat(at)} a `, 800)),
  markdown('code-zonder-eind', () => `\`\`\`\n${many('zorg\n')}`),
  markdown('citaat-in-citaat', () => many('>')),
  markdown('citaten-dieper-en-dieper', () => counted((at) => `${'> '.repeat(at)}zorg\n`, 1500)),
  markdown('lijst-in-lijst', () => counted((at) => `${'  '.repeat(at)}- zorg\n`, 1000)),
  markdown('lijst', () => many('- zorg\n', 50_000)),
  markdown('genummerd', () => counted((at) => `${at}. zorg\n`, 50_000)),
  markdown('hekjes', () => many('#\n', 100_000)),
  markdown('koppen', () => many('# Kop\n', 50_000)),
  markdown('strepen-onder', () => many('a\n===\n', 50_000)),
  markdown('tabel-breed', () => `|${many('a|', 20_000)}\n|${many('-|', 20_000)}\n|${many('b|', 20_000)}\n`),
  markdown('tabel-lang', () => `|a|b|\n|-|-|\n${many('|zorg|overleg|\n', 60_000)}`),
  markdown('rechte-strepen', () => many('|')),
  markdown('verhoogd', () => many('<sup>1 ', 100_000)),
  markdown('html-open', () => many('<b>', 100_000)),
  markdown('html-alinea', () => many('<div>\n', 30_000)),
  markdown('verwijzingen', () => counted((at) => `[a${at}]: https://a.nl/${at}\n`, 40_000)),
  markdown('entiteiten', () => many('&amp;', 200_000)),
  markdown('opmerkingen', () => many('<!--', 100_000)),
  markdown('schuine-strepen', () => many('\\')),
  markdown('adressen', () => many('https://a.nl ', 80_000)),
  markdown('kleiner-dan', () => many('<', 200_000)),
  markdown('tildes', () => many('~~a ~', 80_000)),
  markdown('een-alinea', () => many('De gemeente *betaalt* het overleg. ', 50_000)),
];

export const HOSTILE_HTML: readonly HostileDocument[] = [
  html('diep-genest', () => many('<div>', 100_000)),
  html('diep-genest-in-de-zin', () => many('<b>', 50_000)),
  html('opmaak-die-terugkomt', () => counted((at) => `<b class="${at}"><p>zorg`, 20_000)),
  html('kruiselings', () => many('<b><i></b></i>', 50_000)),
  html('links-in-links', () => many('<a href=x><p>', 30_000)),
  html('lijsten-in-lijsten', () => many('<ul><li>', 20_000)),
  html('tabellen-in-tabellen', () => many('<table><tr><td>', 10_000)),
  html('cellen', () => `<table><tr>${many('<td>a', 300_000)}</table>`),
  html('alineas', () => many('<p>a', 300_000)),
  html('kenmerken', () => `<p ${counted((at) => `a${at}=b `, 200_000)}>zorg</p>`),
  html('kenmerk-zonder-eind', () => `<p title="${many('a', 2_000_000)}`),
  html('entiteiten', () => many('&amp&#1;&notit;', 100_000)),
  html('opmerking-zonder-eind', () => `<!--${many('-', 1_000_000)}`),
  html('verhoogd-in-verhoogd', () => many('<sup>1 zorg en overleg ', 50_000)),
  html('stijlen', () => `<style>${many('.a{display:none}', 50_000)}</style><p>zorg</p>`),
  hides('wit', (words) => `<p style="color: #fff">${words}</p>`),
  hides('nul', (words) => `<p style="font-size:0">${words}</p>`),
  hides('klein', (words) => `<span style="font-size: 0.5px">${words}</span>`),
  hides('buiten-beeld', (words) => `<div style="position:absolute; left:-9999px">${words}</div>`),
  hides('ingesprongen', (words) => `<div style="text-indent:-5000px">${words}</div>`),
  hides('weg', (words) => `<div hidden>${words}</div>`),
  hides('doorzichtig', (words) => `<p style="opacity:0.0">${words}</p>`),
  hides('afgeknipt', (words) => `<p style="position:absolute;clip:rect(0,0,0,0)">${words}</p>`),
  hides('met-een-klasse', (words) => `<style>.x9, #y { display : none }</style><p class="x9">${words}</p>`),
  hides('oud', (words) => `<font color="white">${words}</font>`),
];
