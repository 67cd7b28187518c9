/** One way to make a right text wrong; undefined where the text offers no place for it. */
type Mutation = (text: string) => string | undefined;

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
const replace = (pattern: RegExp, by: string): Mutation => (text) => (pattern.test(text) ? text.replace(pattern, by) : undefined);
/** The first replacement that fits. */
const either = (...mutations: Mutation[]): Mutation => (text) => mutations.map((one) => one(text)).find((one) => one !== undefined);
/** Puts one actor for another that the text does not name itself. */
const exchange = (one: string, other: string): Mutation => (text) => (text.includes(one) && !text.includes(other) ? text.replace(one, other) : undefined);

export const MUTATIONS: Record<string, Mutation> = {
  'another number word': either(replace(word('twee'), 'drie'), replace(word('drie'), 'vier'), replace(word('vier'), 'vijf'), replace(word('vijf'), 'tien')),
  'another figure': (text) => (/\d/.test(text) ? text.replace(/\d+(?!.*\d)/, (figure) => String(Number(figure) + 1)) : undefined),
  'a date added': replace(/\.$/, ' per 1 januari 2027.'),
  'a percentage added': replace(/\.$/, ', voor 60%.'),
  'a denial added': replace(word('mag|mogen|kan|kunnen|moet|moeten|wordt|worden|is|zijn|heeft|hebben|geldt|gelden'), '$& niet'),
  'a denial dropped': either(replace(/ niet(?= )/u, ''), replace(/ geen(?= )/u, ' een'), replace(word('zonder'), 'met')),
  'an actor from elsewhere': either(
    replace(/zorgverzekeraars?/u, 'gemeente'), replace(/zorgaanbieders/u, 'zorgkantoren'), replace(/NZa/u, 'IGJ'), replace(/minister/u, 'Belastingdienst'),
    replace(/Zorginstituut/u, 'ACM'), replace(/gemeenten/u, 'zorgkantoren'), replace(/huisarts(?:en)?/u, 'psychiater'), replace(/Menzis/u, 'Zilveren Kruis'),
  ),
  'an actor for another': either(
    exchange('zorgverzekeraars', 'zorgaanbieders'), exchange('zorgaanbieders', 'zorgverzekeraars'), exchange('NZa', 'minister'), exchange('minister', 'NZa'),
    exchange('Zorginstituut', 'NZa'), exchange('gemeenten', 'zorgverzekeraars'), exchange('huisarts', 'medisch specialist'), exchange('NALK', 'Menzis'),
  ),
  'a duty made free': either(replace(word('moeten'), 'kunnen'), replace(word('moet'), 'mag')),
  'a freedom made duty': either(replace(word('kunnen'), 'moeten'), replace(word('kan|mag|kunt'), 'moet')),
  'only dropped': replace(/ (?:alleen|uitsluitend|slechts)(?= )/u, ''),
  'only added': replace(word('voor'), 'alleen voor'),
  'always added': replace(word('mag|kan|moet|wordt|is|kunnen|moeten|worden|zijn'), '$& altijd'),
  'inside for outside': either(replace(word('binnen'), 'buiten'), replace(word('buiten'), 'binnen')),
  'a reservation dropped': replace(/ (?:in beginsel|in principe|uiterlijk|maximaal|wellicht|misschien|mogelijk)(?= )/u, ''),
};
