import pc from 'picocolors';
import type { BadSystemRow, SystemsTest } from '../metric-self-test/bad-systems/outcome.ts';

const SIGN: Record<BadSystemRow['outcome'], string> = { caught: pc.green('✓'), missed: pc.red('✗') };

/** What `--self-test` says on the screen: the good system, then every bad one. */
export function systemsTestLines({ cases, good, rows }: SystemsTest): string[] {
  const count = (outcome: BadSystemRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const width = Math.max(...rows.map(({ id }) => id.length));
  return [
    pc.bold(`Een goede en ${rows.length} slechte assistenten beoordeeld op ${cases} vragen`),
    `${good.failedBy.length === 0 ? SIGN.caught : SIGN.missed} ${good.name}: ${good.failedBy.length === 0 ? 'voldoet' : `voldoet niet (${good.failedBy.join(', ')})`}`,
    '',
    ...rows.map(
      ({ id, label, mustFailBy, failedBy, outcome }) =>
        `${SIGN[outcome]} ${id.padEnd(width)}  ${label}\n  ${''.padEnd(width)}  ${pc.dim(`moet zakken op ${mustFailBy.join(' of ')}; zakt op ${failedBy.join(', ') || 'niets'}`)}`,
    ),
    '',
    `${count('caught')} gezien, ${count('missed')} gemist.`,
  ];
}
