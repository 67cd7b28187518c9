import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../server/runtime/config.ts';
import { AppError } from '../server/errors.ts';
import { loadEnvFile } from '../server/runtime/load-env-file.ts';
import type { EncoderChoice } from '../server/model/create-encoder.ts';
import type { Given } from './adding/candidate.ts';
import type { Ask } from './commands/ask-metadata.ts';
import { consoleOutput, type Output } from './commands/output.ts';

interface Folders {
  corpus?: string;
  index?: string;
  model?: string;
}

/** `npm run ingest`: builds and maintains the index. Commands are loaded when they are asked for. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  let status = 0;
  const program = new Command('npm run ingest --')
    .usage('[opties] [opdracht]')
    .description('Leest de bronnen in corpus/ en bouwt de index voor de assistent.')
    .option('--corpus <map>', 'map met sources.yaml en documents/ (anders: CORPUS_DIR of corpus)')
    .option('--index <map>', 'map van de index (anders: INDEX_DIR of dist/index)')
    .option('--model <map>', 'map van het taalmodel (anders: het model van de configuratie)')
    .helpOption('-h, --help', 'toon deze uitleg')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ writeOut: (text) => output.line(text.trimEnd()), writeErr: () => undefined });
  const folders = (): { corpusDir: string; indexDir: string; encoder: EncoderChoice; keep: number } => {
    const { corpus, index, model } = program.opts<Folders>();
    const { corpusDir, indexDir, indexKeep, embeddingModelDir, remoteEmbeddings } = readConfig(env);
    return {
      corpusDir: corpus === undefined ? corpusDir : resolve(corpus),
      keep: indexKeep,
      indexDir: index === undefined ? indexDir : resolve(index),
      encoder: model === undefined ? { embeddingModelDir, ...(remoteEmbeddings && { remoteEmbeddings }) } : { embeddingModelDir: resolve(model) },
    };
  };
  // Subcommands copy exitOverride and output only if these are set before.
  program
    .command('build', { isDefault: true })
    .description('werk de index bij (zonder opdracht gebeurt dit)')
    .option('--force', 'bouw ook als er niets veranderd is')
    .option('--skip-faulty', 'laat documenten weg die niet te lezen zijn')
    .action(async (options: { force?: boolean; skipFaulty?: boolean }) => {
      const { build } = await import('./commands/build.ts');
      status = await build({ ...folders(), ...options }, output);
    });
  addMetadataOptions(program.command('add').description('toon wat er van documenten wordt; met --yes: voeg ze toe').argument('<bestand...>', `bestanden of mappen: ${EXTENSIONS_HELP}`))
    .option('--supersedes <id>', 'document dat door dit nieuwe wordt vervangen')
    .option('--supersedes-on <datum>', 'vanaf wanneer (anders: de datum van het nieuwe document)')
    .option('-y, --yes', 'voeg toe, met wat het bestand en de opties zeggen')
    .option('--ask', 'stel vragen bij elk veld en voeg dan toe')
    .option('--build', 'bouw ook de index; lukt dat niet, dan verandert er niets (met --yes)')
    .option('--json', 'toon het voorstel als JSON')
    .action(async (paths: string[], options: Record<string, string | boolean | undefined>) => {
      const { yes, ask: asking, build: building, json, supersedes, supersedesOn, ...given } = options;
      const replaced = typeof supersedes === 'string' ? { supersedes: { id: supersedes, ...(typeof supersedesOn === 'string' && { on: supersedesOn }) } } : {};
      const request = { given: given as Given, ...replaced };
      const files = paths.map((path) => resolve(path));
      const { corpusDir } = folders();
      if (yes && building) {
        const { addAndBuild } = await import('./commands/add-and-build.ts');
        status = await addAndBuild(folders(), files, request, output);
        return;
      }
      const { addDocuments, previewDocuments } = await import('./commands/add.ts');
      const ask = asking && !yes ? terminalQuestions() : undefined;
      try {
        status = yes || ask
          ? await addDocuments(corpusDir, files, { ...request, ...(ask ? { ask: ask.ask } : {}) }, output)
          : await previewDocuments(corpusDir, files, { ...request, json: json === true }, output);
      } finally {
        ask?.close();
      }
    });
  program
    .command('diff')
    .description('toon zin voor zin wat er tussen twee documenten verschilt')
    .argument('<oud>', 'id of bestand')
    .argument('<nieuw>', 'id of bestand')
    .option('--json', 'als JSON')
    .action(async (old: string, next: string, options: { json?: boolean }) => {
      const { diff } = await import('./commands/diff.ts');
      status = await diff(folders().corpusDir, old, next, options, output);
    });
  program
    .command('versions')
    .description('toon de indexen die er nog zijn')
    .option('--json', 'als JSON')
    .action(async (options: { json?: boolean }) => {
      const { versions } = await import('./commands/versions.ts');
      status = await versions(folders().indexDir, options, output);
    });
  program
    .command('rollback')
    .description('neem een eerdere index weer in gebruik, met de bronnen van toen')
    .argument('<index>', 'naam uit "versions"')
    .action(async (version: string) => {
      const { rollback } = await import('./commands/versions.ts');
      status = await rollback(folders(), version, output);
    });
  program
    .command('remove')
    .description('haal een document weg')
    .argument('<id>', 'id in sources.yaml')
    .option('--force', 'ook als regels het document citeren')
    .action(async (id: string, options: { force?: boolean }) => {
      const { remove } = await import('./commands/remove.ts');
      status = await remove(folders().corpusDir, id, options, output);
    });
  program
    .command('check')
    .description('controleer bronnen en index zonder iets te wijzigen')
    .action(async () => {
      const { check } = await import('./commands/check.ts');
      status = await check(folders(), output);
    });
  program
    .command('report')
    .description('toon per document wat er van de tekst is gemaakt')
    .option('--json', 'als JSON')
    .option('--evaluation <bestand>', 'evaluation.json van npm run eval -- --leave-one-document-out (anders: dist/eval/evaluation.json, als dat er is)')
    .action(async (options: { json?: boolean; evaluation?: string }) => {
      const { report } = await import('./commands/report.ts');
      status = await report(folders().corpusDir, options, output);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      output.error(usageFault(error));
      return 2;
    }
    if (!(error instanceof AppError)) throw error;
    output.error(error.message);
    return 1;
  }
}

const EXTENSIONS_HELP = 'tekst, Markdown, HTML, pdf of Word (.docx)';
const TITLES: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Argumenten:',
  'Global Options:': 'Algemene opties:',
};

function addMetadataOptions(command: Command): Command {
  return command
    .option('--id <id>', 'vaste naam')
    .option('--title <tekst>', 'titel')
    .option('--short-title <tekst>', 'korte naam met lidwoord')
    .option('--publisher <tekst>', 'uitgever')
    .option('--published <datum>', 'JJJJ-MM-DD, JJJJ-MM, JJJJ of woorden')
    .option('--superseded-on <datum>', 'vanaf wanneer het niet meer geldt: JJJJ-MM-DD, JJJJ-MM of JJJJ')
    .option('--superseded-by <tekst>', 'wat ervoor in de plaats kwam, met lidwoord')
    .option('--kind <soort>', 'aanwijzing, handreiking, kamerbrief, verslag, …')
    .option('--status <status>', 'bindend, handreiking, kamerbrief, akkoord, verslag, overig')
    .option('--authority <rang>', 'rang onder bronnen die hetzelfde zeggen; 1 gaat voor')
    .option('--subject <trefwoorden>', 'onderwerp in enkele trefwoorden')
    .option('--address <adres>', 'adres van het origineel')
    .option('--licence <tekst>', 'licentie of rechten');
}

function usageFault(error: CommanderError): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const help = 'Zie "npm run ingest -- --help".';
  if (error.code === 'commander.unknownOption') return `Onbekende optie ${name}. ${help}`;
  if (error.code === 'commander.missingArgument') return `Er ontbreekt iets achter de opdracht: ${name}. ${help}`;
  if (error.code === 'commander.optionMissingArgument') return `Achter ${name} hoort een waarde. ${help}`;
  return `Deze opdracht is niet bekend. ${help}`;
}

function terminalQuestions(): { ask: Ask; close(): void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    ask: (question, proposal) => terminal.question(`${question}${proposal === undefined ? '' : ` [${proposal}]`}: `),
    close: () => terminal.close(),
  };
}

if (process.argv[1] === import.meta.filename) {
  try {
    loadEnvFile();
    process.exitCode = await run(process.argv.slice(2), process.env, consoleOutput);
  } catch (error) {
    // Not one of ours: a fault of the program. No stack trace for people; the variable shows it to developers.
    consoleOutput.error('Er ging iets mis dat niet had mogen gebeuren. De bestaande index is niet gewijzigd.');
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}
