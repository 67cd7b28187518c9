import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { hashPassword, LONGEST_PASSWORD } from '../admin/password.ts';

const SHORTEST = 12;

/** `npm run admin -- hash`: makes ADMIN_PASSWORD_HASH of a password that is typed or piped in, and never shown. */
async function main([command]: readonly string[]): Promise<void> {
  if (command !== 'hash') {
    console.log('Gebruik: npm run admin -- hash\nVraagt een wachtwoord en toont de regel voor .env die /beheer aanzet.');
    return;
  }
  process.stderr.write('Wachtwoord voor /beheer: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
  const password = await new Promise<string>((resolve) => {
    terminal.once('line', resolve);
    terminal.once('close', () => resolve(''));
  });
  terminal.close();
  process.stderr.write('\n');
  if (password.length < SHORTEST || password.length > LONGEST_PASSWORD) {
    console.error(`Kies een wachtwoord van ${SHORTEST} tot en met ${LONGEST_PASSWORD} tekens, bijvoorbeeld een paar woorden achter elkaar.`);
    process.exitCode = 1;
    return;
  }
  console.log(`ADMIN_PASSWORD_HASH=${await hashPassword(password)}`);
}

await main(process.argv.slice(2));
