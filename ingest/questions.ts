import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { CanonicalDocument } from '../server/corpus/document.ts';
import { VERDICTS, type Verdict } from '../server/corpus/statement.ts';
import { DocumentError } from '../server/errors.ts';
import { documentOf, sentencesAt } from '../server/search/sentence-key.ts';
import { countOfFaults, listOfFaults, type FileFault } from '../server/text/file-fault.ts';
import { YamlFile } from '../server/text/yaml-file.ts';
import { LooseText } from '../server/text/loose-text.ts';

export const QUESTIONS_FOLDER = 'questions';

/** A question, or a question that is answered with ja, nee or hangt-af. */
const text = z.string().trim().min(1);
const question = z.union([text.transform((asks) => ({ asks, verdict: undefined })), z.strictObject({ asks: text, verdict: z.enum(VERDICTS) })]);
const asksForm = z.record(z.string().regex(/^[a-z0-9-]+$/, 'noem wie de vragen schreef met kleine letters, cijfers en streepjes'), z.array(question).min(1));

/** One entry of `corpus/questions/<document>.yaml`; the folder's README says what each field is for. */
const QuestionsForm = z.array(
  z.strictObject({
    quotes: z.array(z.string().trim().min(1)).min(1, 'geef minstens één citaat'),
    asks: asksForm,
  }),
);

/** `corpus/questions/unanswered.yaml`: what some documents do not answer; of other documents it says nothing. */
const UnansweredForm = z.array(z.strictObject({ documents: z.array(z.string().min(1)).min(1, 'noem minstens één document'), asks: asksForm }));
export const UNANSWERED_FILE = 'unanswered.yaml';

/** A question with the sentences that answer it, or with the documents that do not. */
export interface SourceQuestion {
  text: string;
  /** Who wrote it. */
  hand: string;
  /** `document/sentence`; none when the documents of `silent` do not answer. */
  sentences: string[];
  /** Documents that do not answer; only where no sentence does. */
  silent: string[];
  /** What it is answered with; absent where it asks for something else, or nobody said. */
  verdict?: Verdict | undefined;
}

export interface Questions {
  questions: SourceQuestion[];
  /** Ids of documents that no question points to. */
  documentsWithout: string[];
}

/**
 * Reads `questions/<document>.yaml` of a corpus directory. The same question in several files points to the sentences of all.
 * A file about a document that is not there is refused; a document without a file is no fault.
 * @throws DocumentError that names file, line and what to do for every fault
 */
export async function loadQuestions(corpusDir: string, documents: readonly CanonicalDocument[]): Promise<Questions> {
  const dir = join(corpusDir, QUESTIONS_FOLDER);
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
  const byId = new Map(documents.map((document) => [document.id, document]));
  const faults: FileFault[] = [];
  const found = new Map<string, SourceQuestion>();
  for (const name of names) {
    const file = new YamlFile(dir, name, faults);
    if (name === UNANSWERED_FILE) continue;
    const document = byId.get(name.replace(/\.yaml$/, ''));
    if (!document) {
      faults.push({ file: name, line: 0, reason: `er is geen document met dit id; noem het bestand naar een document in sources.yaml, of haal het weg` });
      continue;
    }
    const plain = new LooseText(document.text);
    file.read(QuestionsForm)?.forEach(({ quotes, asks }, at) => {
      const sentences = quotes.flatMap((quote, order) => {
        const places = plain.find(quote);
        if (places.length === 0) file.report([at, 'quotes', order], `dit citaat staat niet letterlijk in "${document.id}"; neem het over uit de bron, of haal de vragen weg als de bron het niet meer zegt`);
        return places.flatMap((place) => sentencesAt(document, place));
      });
      for (const [hand, texts] of Object.entries(asks)) {
        texts.forEach(({ asks: text, verdict }, place) => {
          const before = add(found, { text, hand, sentences, silent: [], verdict });
          if (before !== undefined && verdict !== undefined && before !== verdict) file.report([at, 'asks', hand, place], `deze vraag heeft elders het oordeel "${before}"; kies er één, of stel de vraag scherper`);
        });
      }
    });
  }
  const silent = names.includes(UNANSWERED_FILE) ? unanswered(new YamlFile(dir, UNANSWERED_FILE, faults), byId) : [];
  if (faults.length > 0) {
    throw new DocumentError(`De vragen bij de bronnen hebben ${countOfFaults(faults)}:\n${listOfFaults(faults, `corpus/${QUESTIONS_FOLDER}/`, '.')}`);
  }
  const questions = [...found.values(), ...silent.filter(({ text }) => !found.has(keyOf(text)))];
  const asked = new Set(questions.flatMap(({ sentences }) => sentences.map(documentOf)));
  return { questions, documentsWithout: documents.map(({ id }) => id).filter((id) => !asked.has(id)) };
}

/** What no document of a list answers. */
function unanswered(file: YamlFile, documents: ReadonlyMap<string, CanonicalDocument>): SourceQuestion[] {
  return (file.read(UnansweredForm) ?? []).flatMap(({ documents: silent, asks }, at) => {
    for (const id of silent.filter((one) => !documents.has(one))) file.report([at, 'documents'], `er is geen document "${id}"; noem de id's van sources.yaml`);
    return Object.entries(asks).flatMap(([hand, texts]) => texts.map(({ asks: text }): SourceQuestion => ({ text, hand, sentences: [], silent })));
  });
}

/** What two questions share that ask the same in the same words. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/[\s?.!]+/g, ' ').trim();

/** @returns the verdict that the same question had already */
function add(found: Map<string, SourceQuestion>, question: SourceQuestion): Verdict | undefined {
  const key = keyOf(question.text);
  const known = found.get(key);
  const before = known?.verdict;
  if (known) Object.assign(known, { sentences: [...new Set([...known.sentences, ...question.sentences])], verdict: known.verdict ?? question.verdict });
  else found.set(key, { ...question, sentences: [...new Set(question.sentences)] });
  return before;
}
