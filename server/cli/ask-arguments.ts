import { parseArgs } from 'node:util';
import { AskRequest } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { parse } from '../http/parse.ts';

export interface AskArguments {
  /** Absent with `--help`. */
  request?: AskRequest;
  json: boolean;
}

export const HELP = [
  'Gebruik: npm run ask -- "Uw vraag" [--as-of JJJJ-MM-DD] [--explain] [--json]',
  '',
  'Beantwoordt een vraag uit de bronnen, met citaten. Er is geen server of internet nodig.',
  '',
  '  --as-of JJJJ-MM-DD (ook --op-datum)',
  '      De dag waarvoor u het wilt weten. Zonder deze optie: vandaag.',
  '  --explain',
  '      Ook hoe het antwoord ontstond: wat elke stap vond, en waarom een vraag is beantwoord of geweigerd.',
  '  --json',
  '      Hetzelfde antwoord als de API geeft.',
  '  --help',
  '      Deze uitleg.',
  '',
  'Kleuren gaan uit met NO_COLOR=1.',
  'Afloop (exit status): 0 beantwoord of deels beantwoord, 3 het staat niet in de bronnen, 2 verkeerd gebruik, 1 een andere fout.',
].join('\n');

/**
 * Reads the command line; words without quotes are one question.
 * @throws BadInputError in Dutch
 */
export function readAskArguments(argv: readonly string[]): AskArguments {
  const { values, positionals } = readOptions(argv);
  if (values.help) return { json: false };
  if (positionals.join('').trim() === '') {
    throw new BadInputError('Stel een vraag. Bijvoorbeeld: npm run ask -- "Wie betaalt een groepsconsult?"');
  }
  const asOf = values['as-of'] ?? values['op-datum'];
  try {
    const request = parse(AskRequest, { question: positionals.join(' '), ...(asOf !== undefined && { asOf }), ...(values.explain && { explain: true }) });
    return { request, json: values.json ?? false };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    // Fields of the API have no name here, but for the one option.
    const details = error.faults.map(({ field, detail }) => (field === 'asOf' ? `--as-of: ${detail}` : detail));
    throw new BadInputError(details.join(' '), error.faults);
  }
}

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        'op-datum': { type: 'string' },
        explain: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [, option = ''] = /'(-[^' ]*)/.exec((error as Error).message) ?? [];
    const unknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new BadInputError(`${unknown ? `De optie ${option} bestaat niet.` : `Bij ${option} ontbreekt de waarde, of er hoort geen waarde.`} Zie npm run ask -- --help`);
  }
}
