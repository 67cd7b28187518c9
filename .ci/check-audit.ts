import { spawnSync } from 'node:child_process';

/** Known vulnerabilities of what is installed, where the registry tells; elsewhere (no network, a mirror without advisories) skipped with a word. */
const HIGH = ['high', 'critical'];

interface Audit {
  vulnerabilities?: Record<string, { severity: string; via: (string | { title?: string; url?: string })[] }>;
}

const { stdout, error } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const { vulnerabilities } = error ? {} : read(stdout);
if (vulnerabilities === undefined) {
  console.log('Skipped: the registry does not answer about vulnerabilities here.');
} else {
  const all = Object.entries(vulnerabilities);
  const high = all.filter(([, { severity }]) => HIGH.includes(severity));
  for (const [name, { severity, via }] of high) {
    console.error(`${name} (${severity}): ${via.map((cause) => (typeof cause === 'string' ? cause : `${cause.title ?? ''} ${cause.url ?? ''}`.trim())).join('; ')}`);
  }
  console.log(`${all.length} known vulnerabilities, ${high.length} of them high or critical.`);
  if (high.length > 0) process.exitCode = 1;
}

function read(json: string): Audit {
  try {
    return JSON.parse(json) as Audit;
  } catch {
    return {};
  }
}
