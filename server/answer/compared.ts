/** A place in a question that names things that can be compared. */
export interface NamedPlace {
  /** More than one where a word means several ("indirecte tijd"). */
  ids: readonly string[];
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
}

/** A table of more columns cannot be read. */
const MOST_COMPARED = 3;

/** Asks for a difference or a likeness. "Verschillende sectoren" and "verschilt per regio" do not. */
const DIFFERENCE =
  /\b(?:verschil(?!lende\b|(?:t|len)? per\b)\p{L}*|onderscheid\p{L}*|vergelijk\p{L}*|vergeleken|vs|versus|(?:het ?)?zelfde als|anders dan|t\.?o\.?v\b|ten opzichte van|naast elkaar (?:zetten|leggen)|wat is anders|differ\p{L}*|compar\p{L}*|same as|distinguish\p{L}*)/u;
/** Asks which of two fits. */
const CHOICE = /\b(?:kies|kiezen|keuze|beter|beste|handiger|voordeliger|verstandiger|slimmer|liever|gunstiger|which (?:one|of)|choose|better|best)\b/u;
/** Decides something about both rather than between them; at the start of a sentence. */
const YES_NO = /^\s*(?:(?:en|maar|dus|and|but|so) )?(?:mag|mogen|moet|moeten|kan|kun|kunnen|hoef|hoeven|zijn|geldt|gelden|can|may|must|should|do|are)\b/u;

/** Words that may stand between two names without meaning anything. */
const FILLER = '(?:de|het|een|een|the|a|an|bij|in|via|toch|dan|nou|misschien|prestaties?|routes?|betaaltitels?|bekostiging)';
const JOINS = 'en|of|and|or|vs|versus|tov|wanneer|when';
/** "SOP en de PGAZ", "SOP/PGAZ", "SOP, PGAZ", "wanneer PGAZ en wanneer O&I". */
const JOINED = new RegExp(`^[\\s"'’”]*(?:[,/&|<>=-]|\\b(?:${JOINS})\\b\\.?)(?:[\\s"'“‘]|\\b(?:${JOINS}|${FILLER})\\b\\.?)*$`, 'u');
const BY_OR = /\b(?:of|or|vs|versus)\b|[/|]/u;
/** "Waarin verschilt SOP eigenlijk van PGAZ", "Is SOP hetzelfde als PGAZ", with at most so many words in between. */
const SETS_AGAINST = new RegExp(`\\b(?:met|van|dan|tegenover|naast|en|of|with|from|to|than|and|or)(?:\\s+${FILLER})*\\s*$`, 'u');
const LIKENS = new RegExp(`\\b(?:als|as|met|van|dan|tussen|en|with|from|to|than|and|between)(?:\\s+${FILLER})*\\s*$`, 'u');
const NEAR = 4;
const FURTHEST = 9;

/** Does it ask for a difference, whatever it is between? */
export const asksDifference = (question: string): boolean => DIFFERENCE.test(question.toLowerCase());

/**
 * The routes that a question wants side by side, in the order in which it names them; none for a question that merely names
 * several ("Mogen we O&I en PGAZ tegelijk gebruiken?").
 */
export function comparedRoutes(question: string, named: readonly NamedPlace[]): string[] {
  const text = question.toLowerCase();
  const difference = DIFFERENCE.test(text);
  const runs = runsOf(text, named, difference).filter((run) => difference || isChoice(text, run));
  const sets = runs.flatMap((run) => (namesTwo(run) ? [distinct(run)] : [])).filter(({ length }) => length <= MOST_COMPARED);
  return sets.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Asks whether something is so, and names documents along the way. */
const DECIDES = /^(?:mag|mogen|moet|moeten|kan|kun|kunnen|is|zijn|geldt|can|may|must|is|are)\b/u;

/** What changed from one document to another; after "sinds" one name is enough. */
const CHANGE = /\b(?:veranderd?|veranderingen|gewijzigd|wijziging\p{L}*|aangepast|wat is er anders|(?:wijkt|wijken)\b.*\baf|afwijk\p{L}*|aangekondigd|beloofd|terecht ?gekomen|geworden|changed?|changes|announced)\b/u;
const SINCE = /\b(?:sinds|na|sedert|ten opzichte van|vergeleken met|since|after|compared (?:to|with))\b/u;

/** The documents that a question wants side by side; one where it asks what changed since it. */
export function comparedDocuments(question: string, named: readonly NamedPlace[]): string[] {
  const text = question.toLowerCase();
  if ((!DIFFERENCE.test(text) && !CHANGE.test(text)) || DECIDES.test(text)) return [];
  const ids = distinct(named);
  if (ids.length === 2) return ids;
  const [only] = named;
  return ids.length === 1 && only && CHANGE.test(text) && SINCE.test(text.slice(0, only.start)) ? ids : [];
}

/** Names that stand together, with only a joining word between them, or the asking for the difference. */
function runsOf(text: string, named: readonly NamedPlace[], difference: boolean): NamedPlace[][] {
  const runs: NamedPlace[][] = [];
  for (const place of named.toSorted((a, b) => a.start - b.start)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last && text.slice(last.end, place.start);
    if (between !== undefined && (JOINED.test(between) || (difference && setsAgainst(between)))) run!.push(place);
    else runs.push([place]);
  }
  return runs;
}

function setsAgainst(between: string): boolean {
  const words = between.trim().split(/\s+/).length;
  return DIFFERENCE.test(between) ? words <= FURTHEST && LIKENS.test(between) : words <= NEAR && SETS_AGAINST.test(between);
}

/** "O&I of PGAZ?", "Wat is beter, PGAZ of O&I?", "Wanneer PGAZ en wanneer O&I?" */
function isChoice(text: string, run: readonly NamedPlace[]): boolean {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.length < 2 || YES_NO.test(sentenceBefore(text, first.start))) return false;
  const inside = run.slice(1).map((place, i) => text.slice(run[i]!.end, place.start));
  const outside = `${text.slice(0, first.start)} ${text.slice(last.end)}`;
  const either = inside.every((between) => BY_OR.test(between)) || /\b(?:tussen|between)\s+(?:de |het |een |the )?$/u.test(text.slice(0, first.start));
  if (either && CHOICE.test(outside)) return true;
  if (/\b(?:wanneer|when)\b/u.test(text.slice(0, first.start)) && inside.some((between) => /\b(?:wanneer|when)\b/u.test(between))) return true;
  return either && !/[\p{L}\p{N}]{3}/u.test(outside);
}

/** One word that means two things sets nothing beside anything. */
const namesTwo = ([first, ...others]: readonly NamedPlace[]): boolean => others.some(({ ids }) => ids.some((id) => !first!.ids.includes(id)));

/** The beginning of the sentence in which something stands. */
const sentenceBefore = (text: string, at: number): string => text.slice(0, at).split(/[.!?]\s+/).at(-1) ?? '';

const distinct = (places: readonly NamedPlace[]): string[] => [...new Set(places.toSorted((a, b) => a.start - b.start).flatMap(({ ids }) => ids))];
