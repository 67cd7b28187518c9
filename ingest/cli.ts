import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../server/runtime/config.ts';
import { AppError } from '../server/errors.ts';
import { loadEnvFile } from '../server/runtime/load-env-file.ts';
import type { EncoderChoice } from '../server/model/create-encoder.ts';
import type { Ask } from './commands/ask-metadata.ts';
import { consoleOutput, type Output } from './commands/output.ts';

const PROJECT = resolve(import.meta.dirname, '..');

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
    .option('--corpus <map>', 'map met sources.yaml en documents/ (anders: corpus)')
    .option('--index <map>', 'map van de index (anders: INDEX_DIR of dist/index)')
    .option('--model <map>', 'map van het taalmodel (anders: het model van de configuratie)')
    .helpOption('-h, --help', 'toon deze uitleg')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ writeOut: (text) => output.line(text.trimEnd()), writeErr: () => undefined });
  const folders = (): { corpusDir: string; indexDir: string; encoder: EncoderChoice } => {
    const { corpus, index, model } = program.opts<Folders>();
    const { indexDir, embeddingModelDir, remoteEmbeddings } = readConfig(env);
    return {
      corpusDir: resolve(corpus ?? resolve(PROJECT, 'corpus')),
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
  addMetadataOptions(program.command('add').description('voeg een document toe').argument('<bestand>', EXTENSIONS_HELP))
    .option('-y, --yes', 'stel geen vragen; neem wat het bestand en de opties zeggen')
    .action(async (file: string, options: Record<string, string | boolean | undefined>) => {
      const { add } = await import('./commands/add.ts');
      const { yes, ...given } = options;
      const ask = yes || !process.stdin.isTTY ? undefined : terminalQuestions();
      try {
        status = await add(folders().corpusDir, resolve(file), { given, ...(ask ? { ask: ask.ask } : {}) }, output);
      } finally {
        ask?.close();
      }
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
    .action(async (options: { json?: boolean }) => {
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
