import type { CaseResult } from './score-case.ts';
import { answersAtOnce } from './measures/direct.ts';
import { speaks } from './measures/language.ts';
import { deniesOnlyWhatIsMissing, namesWhatIsMissing, pointsToAddress } from './measures/refusal-words.ts';
import { rightRoutes } from './measures/routes-right.ts';
import { isDecided, misread } from './measures/situation.ts';
import { judgeVerdict, verdictOf } from './measures/verdict.ts';
import { readerText, wordCount } from './reader-text.ts';
import { isAnswered } from './measures/shares.ts';

/** Twice the length that the median may have. */
const TOO_LONG = 160;

/** In Dutch, what a reader would object to, whether or not the evidence is there. */
export function readerRemarks(result: CaseResult): string[] {
  const { case: asked, ask, scores, routeTruth } = result;
  const { answer } = ask;
  if (!answer) return [];
  const remarks: (string | false | undefined)[] = answer.abstained
    ? [
        asked.abstain && asked.missing !== undefined && !namesWhatIsMissing(asked.missing, answer) && 'zegt niet wat er ontbreekt',
        asked.type === 'unanswerable' && !pointsToAddress(answer) && 'wijst de weg niet',
        !deniesOnlyWhatIsMissing(answer, !asked.abstain) && 'ontkent wat er staat',
      ]
    : [];
  if (isAnswered(result)) {
    const words = wordCount(readerText(answer).plain);
    remarks.push(
      asked.keyFacts.some(({ vital }) => vital) && !answersAtOnce(asked.keyFacts, answer) && 'antwoordt niet meteen',
      verdictRemark(result),
      words > TOO_LONG && `${words} woorden`,
      !speaks(answer, asked.type === 'english' ? 'en' : 'nl') && 'andere taal dan de vraag',
      answer.citations.length > 0 && scores.reading?.relevant[0] === false && 'eerste citaat gaat over iets anders',
      asked.routes.length > 0 && routeRemark(asked.routes.filter((_, at) => !rightRoutes(asked, answer, routeTruth)[at])),
    );
  }
  for (const { text, fault } of scores.reading?.proof ?? []) if (fault !== undefined) remarks.push(`onbewezen (${fault}): “${text.length > 90 ? `${text.slice(0, 90)}…` : text}”`);
  if (scores.reading?.labels.includes(false)) remarks.push('noemt een bron verkeerd');
  if (ask.sameAsThirdTurn === false) remarks.push('antwoordt anders na een gesprek over iets anders');
  if (asked.situation && ask.situation) remarks.push(!isDecided(asked.situation, ask.situation) && 'situatie niet beslist', misread(asked.situation, ask.situation) && 'begrijpt een feit verkeerd');
  return remarks.filter((remark): remark is string => typeof remark === 'string');
}

function verdictRemark({ case: { verdict }, ask: { answer } }: CaseResult): string | undefined {
  if (verdict === undefined || !answer) return undefined;
  const said = verdictOf(answer);
  const wanted = verdict === 'hangt-af' ? 'hangt ervan af' : verdict;
  if (!said) return `zegt geen ja of nee (moet zijn: ${wanted})`;
  return judgeVerdict(verdict, answer) === 'right' ? undefined : `zegt ${said.verdict === 'hangt-af' ? 'hangt ervan af' : said.verdict}, moet zijn: ${wanted}`;
}

const routeRemark = (missed: readonly string[]): string | undefined => (missed.length > 0 ? `route ontbreekt of klopt niet: ${missed.join(', ')}` : undefined);
