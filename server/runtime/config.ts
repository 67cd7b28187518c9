import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod/v4';
import { ConfigError } from '../errors.ts';
import { PROJECT_DIR } from '../project-dir.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (minimum: number, maximum: number, allowed: string) =>
  z
    .string()
    .refine((text) => /^[0-9]{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, allowed)
    .transform(Number);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `Kies uit: ${values.join(', ')}.` });

const folder = (...fallback: string[]) =>
  z
    .string()
    .refine((text) => !text.includes('\0'), 'Geef het pad van een map.')
    .default(resolve(PROJECT_DIR, ...fallback))
    .transform((path) => resolve(path));

/** Separated by commas or spaces, in any mixture. */
const list = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== '');

const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text;
};

const isProxyAddress = (text: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128));
};

/** 'none', 'self', or origins in which a host may start with `*.`; nothing that could end the directive. */
const isFrameAncestor = (text: string): boolean =>
  /^'?(none|self)'?$/.test(text) || /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/i.test(text);

const httpAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'Geef een adres dat met http:// of https:// begint.');

/** As `npm run admin -- hash` writes it; `server/admin/password.ts` reads it. */
const passwordHash = /^scrypt:\d+:\d+:\d+:[\w-]{22,}:[\w-]{43,}$/;

const milliseconds = wholeNumber(50, 600_000, 'Geef een geheel aantal milliseconden van 50 tot en met 600000.');

/** One line per variable; `.env.example` documents the same list for people. */
const variables = z.object({
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'Geef een IP-adres of hostnaam, bijvoorbeeld 127.0.0.1.').default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 'Geef een poortnummer van 0 tot en met 65535.').default(3000),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  RATE_LIMIT_PER_ADDRESS: wholeNumber(0, 1_000_000, 'Geef een geheel aantal verzoeken per minuut, 0 is geen grens.').default(240),
  RATE_LIMIT_PER_SESSION: wholeNumber(0, 1_000_000, 'Geef een geheel aantal verzoeken per minuut, 0 is geen grens.').default(20),
  MAX_CONNECTIONS: wholeNumber(1, 100_000, 'Geef een geheel aantal verbindingen van 1 tot en met 100000.').default(1000),
  WATCHDOG_SECONDS: wholeNumber(0, 3600, 'Geef een geheel aantal seconden van 0 tot en met 3600, 0 is uit.').default(30),
  RATE_LIMIT_PAGES: wholeNumber(0, 1_000_000, 'Geef een geheel aantal verzoeken per minuut, 0 is geen grens.').default(600),
  FEEDBACK_PER_ADDRESS: wholeNumber(0, 1_000_000, 'Geef een geheel aantal per dag, 0 is geen grens.').default(500),
  SECURITY_CONTACT: z.string().regex(/^(?:mailto:|https:\/\/)[\x21-\x7e]{3,300}$/, 'Geef mailto:adres of een adres dat met https:// begint.').optional(),
  METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]{16,200}$/, 'Geef 16 tot en met 200 tekens zonder spaties.').optional(),
  FEEDBACK_MAX_MB: wholeNumber(0, 100_000, 'Geef een geheel aantal megabytes van 0 tot en met 100000.').default(100),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text) => (/^[0-9]+$/.test(text) ? Number(text) : list(text)))
    .refine(
      (value) => (typeof value === 'number' ? value <= 10 : value.every(isProxyAddress)),
      'Geef het aantal proxies (0 tot en met 10) of hun adressen, bijvoorbeeld loopback of 10.0.0.0/8.',
    ),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform(list)
    .refine((origins) => origins.every(isOrigin), 'Geef volledige oorsprongen zonder pad, bijvoorbeeld https://www.ziekenhuis.nl.'),
  FRAME_ANCESTORS: z
    .string()
    .default('self')
    .transform(list)
    .refine(
      (items) => items.every(isFrameAncestor) && (items.length === 1 || !items.some((item) => item.includes('none'))),
      'Geef none, self of oorsprongen, bijvoorbeeld self https://*.ziekenhuis.nl.',
    )
    .transform((items) => items.map((item) => item.replace(/^'?(none|self)'?$/, "'$1'"))),
  INDEX_DIR: folder('dist', 'index'),
  MODEL_DIR: folder('server', 'model', 'embedding-model'),
  EMBEDDINGS_URL: httpAddress.optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_API_KEY: z.string().optional(),
  LLM_BASE_URL: httpAddress.optional(),
  LLM_MODEL: z.string().regex(/^[^\s\p{C}]{1,200}$/u, 'Geef de naam van een model, bijvoorbeeld llama3.1:8b.').optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MAX_TOKENS: wholeNumber(50, 4000, 'Geef een geheel getal van 50 tot en met 4000.').default(400),
  LLM_CONNECT_MS: milliseconds.default(3_000),
  LLM_FIRST_TOKEN_MS: milliseconds.default(15_000),
  LLM_NEXT_TOKEN_MS: milliseconds.default(15_000),
  LLM_TOTAL_MS: milliseconds.default(60_000),
  QUEUE_DEPTH: wholeNumber(0, 1000, 'Geef een geheel getal van 0 tot en met 1000.').default(8),
  ANSWER_WITHIN_SECONDS: wholeNumber(1, 300, 'Geef een geheel aantal seconden van 1 tot en met 300.').default(9),
  EXPLAIN: oneOf(['on', 'off']).default('off'),
  FEEDBACK_DIR: folder('var', 'feedback'),
  CORPUS_DIR: folder('corpus'),
  INDEX_KEEP: wholeNumber(2, 100, 'Geef een geheel getal van 2 tot en met 100.').default(5),
  ADMIN_PASSWORD_HASH: z.string().regex(passwordHash, 'Maak er een met: npm run admin -- hash').optional(),
  ADMIN_DIR: folder('var', 'admin'),
});

type VariableName = keyof z.infer<typeof variables>;

/** Never repeated in a message: what stands in them is secret. */
const secrets: readonly string[] = ['EMBEDDINGS_API_KEY', 'LLM_API_KEY', 'METRICS_TOKEN', 'ADMIN_PASSWORD_HASH'] satisfies VariableName[];

export interface Config {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  logLevel: (typeof logLevels)[number];
  /** Requests a minute; 0 = no limit. */
  rateLimits: { perAddress: number; perSession: number; pages?: number; feedback?: number };
  /** For Express: false = no proxy header counts; a number of hops; or addresses of proxies. */
  trustProxy: false | number | string[];
  allowedOrigins: string[];
  /** Sources of the CSP directive, keywords in single quotes. */
  frameAncestors: string[];
  indexDir: string;
  embeddingModelDir: string;
  /** OpenAI-compatible embeddings in place of the model in `embeddingModelDir`. */
  remoteEmbeddings?: { url: string; model: string; apiKey?: string };
  /** Writes answers in running text, checked sentence by sentence; absent = off. */
  languageModel?: { url: string; model: string; apiKey?: string; maxTokens: number; connectMs: number; firstTokenMs: number; nextTokenMs: number; totalMs: number };
  /** Connections open at once. */
  maxConnections: number;
  /** The process ends when its event loop stands still this long; 0 = never. */
  watchdogMs: number;
  /** What may wait for a model, in ordinary questions; past it, lexical retrieval answers. */
  queueDepth: number;
  /** A request that cannot be answered within this time is refused. */
  answerWithinMs: number;
  /** Whether whoever asks for it gets how an answer came about. */
  explain: boolean;
  feedbackDir: string;
  /** Bytes of feedback that are kept. */
  feedbackMost: number;
  /** What `/metrics` asks for; absent: it answers on this machine only. */
  metricsToken?: string | undefined;
  /** What `ingest` reads and administrators add to. */
  corpusDir: string;
  /** How many versions of the index stay. */
  indexKeep: number;
  /** Absent when there is no administration. */
  admin?: { passwordHash: string; dir: string };
  /** Where to report a weakness; told in `/.well-known/security.txt`. */
  securityContact?: string | undefined;
}

/**
 * Reads the whole configuration from environment variables; an empty value counts as not set.
 * @throws ConfigError naming every wrong variable, what was given and what is allowed (Dutch).
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = variables.safeParse(given);
  const faults = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!faults.has(name)) faults.set(name, `${name} heeft een verkeerde waarde${shown(name, given[name])}. ${issue.message}`);
  }
  /** An address and the name of its model belong together; a key is nothing without them. */
  const addMissing = (url: VariableName, model: VariableName, key: VariableName): void => {
    for (const name of [model, key]) {
      if (given[name] !== undefined && given[url] === undefined && !faults.has(name)) {
        faults.set(name, `${name} staat ingevuld, maar ${url} niet. Vul beide in of geen van beide.`);
      }
    }
    if (given[url] !== undefined && given[model] === undefined) faults.set(model, `${model} ontbreekt. Geef de naam van het model dat op ${url} draait.`);
  };
  addMissing('EMBEDDINGS_URL', 'EMBEDDINGS_MODEL', 'EMBEDDINGS_API_KEY');
  addMissing('LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY');
  if (!parsed.success || faults.size > 0) {
    throw new ConfigError(['De configuratie klopt niet; de server start niet.', ...[...faults.values()].map((fault) => `- ${fault}`)].join('\n'));
  }
  return toConfig(parsed.data);
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined || secrets.includes(name)) return '';
  return `: "${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`;
}

function toConfig(values: z.infer<typeof variables>): Config {
  const trusted = values.TRUST_PROXY;
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    rateLimits: { perAddress: values.RATE_LIMIT_PER_ADDRESS, perSession: values.RATE_LIMIT_PER_SESSION, pages: values.RATE_LIMIT_PAGES, feedback: values.FEEDBACK_PER_ADDRESS },
    trustProxy: trusted === 0 || (Array.isArray(trusted) && trusted.length === 0) ? false : trusted,
    allowedOrigins: values.ALLOWED_ORIGINS,
    frameAncestors: values.FRAME_ANCESTORS,
    indexDir: values.INDEX_DIR,
    embeddingModelDir: values.MODEL_DIR,
    ...(values.EMBEDDINGS_URL === undefined || values.EMBEDDINGS_MODEL === undefined
      ? {}
      : {
          remoteEmbeddings: {
            url: values.EMBEDDINGS_URL,
            model: values.EMBEDDINGS_MODEL,
            ...(values.EMBEDDINGS_API_KEY === undefined ? {} : { apiKey: values.EMBEDDINGS_API_KEY }),
          },
        }),
    ...(values.LLM_BASE_URL === undefined || values.LLM_MODEL === undefined
      ? {}
      : {
          languageModel: {
            url: values.LLM_BASE_URL,
            model: values.LLM_MODEL,
            ...(values.LLM_API_KEY === undefined ? {} : { apiKey: values.LLM_API_KEY }),
            maxTokens: values.LLM_MAX_TOKENS,
            connectMs: values.LLM_CONNECT_MS,
            firstTokenMs: values.LLM_FIRST_TOKEN_MS,
            nextTokenMs: values.LLM_NEXT_TOKEN_MS,
            totalMs: values.LLM_TOTAL_MS,
          },
        }),
    maxConnections: values.MAX_CONNECTIONS,
    watchdogMs: values.WATCHDOG_SECONDS * 1000,
    queueDepth: values.QUEUE_DEPTH,
    answerWithinMs: values.ANSWER_WITHIN_SECONDS * 1000,
    explain: values.EXPLAIN === 'on',
    feedbackDir: values.FEEDBACK_DIR,
    feedbackMost: values.FEEDBACK_MAX_MB * 1_000_000,
    ...(values.SECURITY_CONTACT === undefined ? {} : { securityContact: values.SECURITY_CONTACT }),
    ...(values.METRICS_TOKEN === undefined ? {} : { metricsToken: values.METRICS_TOKEN }),
    corpusDir: values.CORPUS_DIR,
    indexKeep: values.INDEX_KEEP,
    ...(values.ADMIN_PASSWORD_HASH === undefined ? {} : { admin: { passwordHash: values.ADMIN_PASSWORD_HASH, dir: values.ADMIN_DIR } }),
  };
}
