import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadInputError } from '../errors.ts';
import { readIndex } from '../search/index-reader.ts';
import { STORE_FILES, writeLangchainStore } from '../search/langchain-store.ts';

const README = 'LEESMIJ.md';

/**
 * Writes the index in use as a LangChain store. A folder holds the whole store or, if anything fails, what it held before.
 * @returns what was done, in a Dutch sentence
 * @throws BadInputError for a folder with other files; IndexUnusableError; UnavailableError without the optional packages
 */
export async function exportLangchain(indexDir: string, dir: string): Promise<string> {
  await refuseOtherFiles(dir);
  const index = await readIndex(indexDir);
  try {
    const building = join(dirname(dir), `.${basename(dir)}-${process.pid}`);
    await mkdir(building, { recursive: true });
    try {
      const count = await writeLangchainStore(index, building);
      await writeFile(join(building, README), readme(index.version, index.manifest.model));
      await rm(dir, { recursive: true, force: true });
      await rename(building, dir);
      return `${count.toLocaleString('nl-NL')} passages staan in ${dir}. ${README} daar zegt hoe u ze opent.`;
    } finally {
      await rm(building, { recursive: true, force: true });
    }
  } finally {
    await index.close();
  }
}

/** The folder is replaced as a whole, so it must be ours or empty. */
async function refuseOtherFiles(dir: string): Promise<void> {
  const files = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BadInputError(`${dir} is geen map waarin geschreven kan worden. Noem een andere map.`);
  });
  const other = files.find((name) => name !== README && !STORE_FILES.includes(name));
  if (other !== undefined) throw new BadInputError(`In ${dir} staat al iets anders (${other}). Noem een lege map of een map die nog niet bestaat.`);
}

const readme = (version: string, { sha256, dimensions }: { sha256: string; dimensions: number }): string => `# Index van Bekostigingswijzer voor LangChain

Passages uit de bronnen met hun vectoren (${dimensions} getallen), voor \`HNSWLib\` van \`@langchain/community\`.

- versie van de index: ${version}
- taalmodel (sha256 van de gewichten): ${sha256}. Codeer vragen met hetzelfde model, anders vindt u niets zinnigs.

\`\`\`ts
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { OnnxEncoder } from './server/model/encoder.ts';
import { LocalEmbeddings } from './server/model/embeddings.ts';

const embeddings = new LocalEmbeddings(await OnnxEncoder.load('server/model/embedding-model'));
const store = await HNSWLib.load('DEZE-MAP', embeddings);
store.index.setEf(128); // hoe grondig er wordt gezocht; staat niet in de map
const passages = await store.similaritySearch('Wie betaalt een groepsconsult?', 4);
\`\`\`

\`pageContent\` is de passage, woord voor woord. \`metadata\` noemt document, bladzijde, onderdeel en plaats in de tekst. Een document dat niet meer geldt, heeft \`supersededOn\`; sluit het zelf uit.

Let op:

- De makers van \`@langchain/community\` stoppen ermee (langchain-ai/langchainjs-community#61). Gebruik deze map om iets te proberen of over te zetten. Een vervanger voor \`HNSWLib\` is er niet.
- Hier zoekt alleen de vector. De assistent zelf zoekt ook op woorden en vergelijkt daarna woord voor woord: \`PassageRetriever\` in \`server/search/\` geeft die resultaten aan LangChain.
- Een nieuwe index vraagt een nieuwe export.
`;
