import { wholeOf, type Draft, type Finding, type Tools } from '../draft.ts';
import { linear } from '../linear-model.ts';
import { statementCandidates } from '../match-statements.ts';
import type { Found } from '../step.ts';
import { MATCH_WORK, STEP_WORK } from '../work.ts';

const SHOWN = 5;

/** Finds the statements that would answer, and what the sources do not say that comes nearest. */
export function match(draft: Draft, tools: Tools): Found<'match'> {
  for (const finding of draft.findings) matchOne(finding, tools);
  const { missing } = wholeOf(draft);
  return {
    step: 'match',
    found: draft.findings.map(({ question, statements }) => ({
      question: question.profile.text,
      best: statements.slice(0, SHOWN).map(({ entry, score, features: { nearest, words } }) => ({ id: entry.statement.id, score, ...(nearest !== undefined && { nearest }), words })),
    })),
    ...(missing && { missing: { id: missing.kind.id, ...(missing.nearest !== undefined && { nearest: missing.nearest }), byWord: missing.byWord } }),
  };
}

match.cost = ({ findings, wordsOnly }: Draft): number => (wordsOnly ? STEP_WORK : MATCH_WORK * findings.length);

function matchOne(finding: Finding, { statements: book, missing, rules, calibration }: Tools): void {
  const { question, retrieval } = finding;
  if (book) {
    const routes = new Set(rules?.routesInQuestion(question.standalone));
    const { candidates, matches } = statementCandidates(finding, book, routes);
    for (const candidate of candidates) candidate.score = linear({ ...candidate.features }, calibration.statement);
    finding.statements = candidates.sort((a, b) => b.score - a.score || a.entry.place - b.entry.place);
    finding.forms = matches;
  }
  finding.missing = missing?.match(question.standalone, retrieval.questionVector, question.terms);
}
