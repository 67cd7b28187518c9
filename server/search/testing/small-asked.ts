import type { CanonicalDocument } from '../../corpus/document.ts';
import type { MissingKind } from '../../corpus/missing.ts';
import { formsOf, type Plan, type Statement, type StatementQuote } from '../../corpus/statement.ts';
import type { Encoder } from '../../model/encoder.ts';
import { componentsOf, placeInMeasure } from '../../model/question-measure.ts';
import { plainMaps } from '../../model/testing/plain-maps.ts';
import type { MissingData, StatementsData } from '../asked-data.ts';
import type { FormsData } from '../form-index.ts';
import { quantise } from '../token-index.ts';

type Parts = Partial<Pick<Statement, 'asks' | 'decides' | 'slot' | 'routes' | 'limits' | 'list'>> & { text?: string; planned?: Plan };

/** A statement that says its first quote, unless it is given other words. */
export function smallStatement(id: string, quotes: readonly StatementQuote[], { text, planned, ...parts }: Parts = {}): Statement {
  const core = { id, subject: 'proef', asks: [`Vraag naar ${id}?`], decides: [], slot: 'inhoud' as const, routes: [], limits: [], list: [], ...parts, quotes: [...quotes] };
  if (planned) return { ...core, planned };
  const said = text ?? quotes[0]!.text;
  return { ...core, text: said, en: `In English: ${said}` };
}

/** Where words stand in a document. @throws RangeError where they do not */
export function quoteFrom({ id, text: all }: CanonicalDocument, text: string): StatementQuote {
  const start = all.indexOf(text);
  if (start < 0) throw new RangeError(`"${text}" does not stand in ${id}`);
  return { documentId: id, start, end: start + text.length, text };
}

export function smallMissing(id: string, parts: Partial<MissingKind> = {}): MissingKind {
  return { id, slot: 'bedrag', text: `Een ${id} staat niet in de bronnen.`, en: `A ${id} is not in the sources.`, asks: [`Wat is het ${id}?`], words: [], turnTo: [{ name: 'uw zorgverzekeraar', en: 'your health insurer' }], documents: [], ...parts };
}

/** Forms placed in the measure that changes nothing. @param forms per thing */
async function smallForms(forms: readonly (readonly string[])[], encoder: Encoder): Promise<FormsData> {
  const { measure } = plainMaps(encoder.dimensions);
  const texts = forms.flat();
  const places = await Promise.all(texts.map(async (text) => placeInMeasure((await encoder.encodeQuery(text)).vector, measure)));
  return {
    texts,
    thingOf: forms.flatMap((own, thing) => own.map(() => thing)),
    keys: texts.map((text) => `key of ${text}`),
    measureId: 'plain',
    ...quantise(Float32Array.from(places.flatMap((place) => [...place])), componentsOf(measure)),
  };
}

export async function statementsData(statements: readonly Statement[], encoder: Encoder): Promise<StatementsData> {
  return { statements: [...statements], forms: await smallForms(statements.map(formsOf), encoder) };
}

export async function missingData(kinds: readonly MissingKind[], encoder: Encoder): Promise<MissingData> {
  return { kinds: [...kinds], forms: await smallForms(kinds.map(({ asks }) => asks), encoder) };
}
