import { z } from 'zod';
import type { DatabaseSettings } from './postgres.ts';
import { optional, serverVariables, withDefault, words } from './server-variables.ts';

const variables = z.object({
  /** Origin of the site, without a path. Falls back to Netlify's `URL`. */
  SITE_URL: optional(z.url()),
  URL: optional(z.url()),
  /** Any PostgreSQL server; without it Netlify Database is used. */
  DATABASE_URL: optional(z.string()),
  /** Address of Netlify Database. The platform sets it before each call of a function, each time perhaps to another one. */
  NETLIFY_DB_URL: optional(z.string()),
  /** Connections that functions of one process share. Netlify runs one request at a time in a process. */
  DATABASE_CONNECTIONS: z.preprocess(
    (value) => value || (process.env.AWS_LAMBDA_FUNCTION_NAME ? 1 : 10),
    z.coerce.number().int().positive(),
  ),
  AIRTABLE_TOKEN: optional(z.string()),
  AIRTABLE_BASE_ID: optional(z.string().regex(/^app[A-Za-z0-9]+$/)),
  /** Another server that speaks Airtable's REST API. */
  AIRTABLE_ENDPOINT_URL: optional(z.url()),
  /** API calls per month that the Airtable plan allows: Team 100,000. */
  AIRTABLE_MONTHLY_CALLS: z.preprocess(
    (value) => value || undefined,
    z.coerce.number().int().positive().default(100_000),
  ),
  /** Folder in which a build caches pages and social images for the next build. */
  BUILD_CACHE: z.preprocess((value) => value || undefined, z.string().default('node_modules/.cache')),
  /** Folder of the built site, from which functions read the pages that they answer with. */
  SITE_FOLDER: z.preprocess((value) => value || undefined, z.string().default('dist')),
  /** Secret from which receipt keys are derived and with which the gate signs. The one before it goes into RECEIPT_FORMER_SECRETS. */
  RECEIPT_SECRET: optional(z.string().min(32)),
  /** Secrets of earlier times, whose receipts still open; separated by spaces or commas. */
  RECEIPT_FORMER_SECRETS: withDefault(words(z.string().min(32)).default([])),
  /** Signs receipts: an Ed25519 key as PKCS8, PEM or base64 (`npm run receipt-key`). */
  RECEIPT_SIGNING_KEY: optional(z.string()),
  /** A mail server, `smtps://user:password@host` or `smtp://user:password@host:587`; without it no mail is sent. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** Sender of mail: `Sở Nội vụ <thi-dua@example.gov.vn>`, or the address alone. */
  MAIL_FROM: optional(z.string().regex(/^([^<>\p{Cc}]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)),
  /** Netlify's deploy context, such as `production`; absent elsewhere. */
  CONTEXT: optional(z.string()),
  /** Receives a POST when the set of published stories changes. */
  BUILD_HOOK_URL: optional(z.url()),
  /** Opens the details of `/suc-khoe/` and `/api/v1/health.json`; without it nobody sees them. */
  HEALTH_KEY: optional(z.string().min(24)),
  /** Takes a POST of `{"text"}` when a bound of the service is passed, and when it is well again. */
  ALERT_WEBHOOK_URL: optional(z.url()),
  /** Gets the same by mail, where SMTP_URL is set. */
  ALERT_EMAIL: optional(z.email()),
  /** `true` on a person's own machine: sample stories are shown, the style guide is built, the sync asks more often. */
  LOCAL_SYSTEM: optional(z.stringbool()),
  ...serverVariables,
});

/** The names of all settings. Documents and examples must list them. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

const environment = variables.refine(
  ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined),
  'Set both SMTP_URL and MAIL_FROM, or neither.',
);

/** A setting is absent or malformed; the message names each one. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const notLocal = [
  'LOCAL_SYSTEM=true shows invented stories, so it is refused where the public could see them.',
  'Unset it, or set SITE_URL to an address of this machine and CONTEXT to nothing.',
].join(' ');

const isThisMachine = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

const noSecret = [
  'Set RECEIPT_SECRET, for builds and functions alike: `npm run receipt-key` makes one.',
  'Without it, whoever knows the address of the database could open every receipt.',
  'Keep it: without it no receipt that was given out opens.',
].join(' ');

/**
 * The settings of this process. `isLocal`: a system on a person's own machine; only then sample stories may be shown. `isPreview`: the public will not see this build. `mail`: set where a mail server is configured.
 * Refuses a production build without RECEIPT_SECRET.
 * The only reader of `process.env` in `src/` and `functions/`. Throws SettingsError.
 */
export function readEnv() {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new SettingsError(z.prettifyError(parsed.error));
  const { SITE_URL, URL: deployUrl, AIRTABLE_MONTHLY_CALLS: monthlyCalls, ...rest } = parsed.data;
  const siteUrl = SITE_URL ?? deployUrl ?? 'http://localhost:8888';
  const isLocal = rest.LOCAL_SYSTEM === true;
  if (isLocal && (rest.CONTEXT === 'production' || !isThisMachine(siteUrl)))
    throw new SettingsError(notLocal);
  if (rest.CONTEXT === 'production' && !rest.RECEIPT_SECRET) throw new SettingsError(noSecret);
  const isPreview = rest.CONTEXT !== undefined && rest.CONTEXT !== 'production';
  const mail = rest.SMTP_URL && rest.MAIL_FROM ? { url: rest.SMTP_URL, from: rest.MAIL_FROM } : null;
  return { ...rest, mail, monthlyCalls, siteUrl, isLocal, isPreview };
}

/** The variables that the platform may change between two requests, and those that go with them. */
const ofDatabase = ['DATABASE_URL', 'NETLIFY_DB_URL', 'DATABASE_CONNECTIONS', 'RECEIPT_SECRET'];
let known: { values: string; settings: DatabaseSettings } | undefined;

/**
 * How to reach the database now; `connections` as the setting says where not given. Throws SettingsError where no database is
 * named. Functions call this at each request: see `databaseAt`.
 */
export function readDatabaseEnv(connections?: number): DatabaseSettings {
  const values = ofDatabase.map((name) => process.env[name] ?? '').join('\n');
  if (known?.values !== values) {
    const { DATABASE_URL, NETLIFY_DB_URL, DATABASE_CONNECTIONS, RECEIPT_SECRET } = readEnv();
    const url = DATABASE_URL ?? NETLIFY_DB_URL;
    if (!url)
      throw new SettingsError('Set DATABASE_URL, or give the site a Netlify Database: docs/deploy.md.');
    const secret = RECEIPT_SECRET ?? url;
    known = { values, settings: { url, connections: DATABASE_CONNECTIONS, secret } };
  }
  return connections === undefined ? known.settings : { ...known.settings, connections };
}

/** The settings that the sync requires. Throws SettingsError that names missing ones. */
export function readAirtableEnv() {
  const { AIRTABLE_TOKEN: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = readEnv();
  if (!token || !baseId) throw new SettingsError('Set AIRTABLE_TOKEN and AIRTABLE_BASE_ID.');
  return { token, baseId, endpointUrl: endpointUrl ?? 'https://api.airtable.com' };
}

/** Where the base is that staff open, and the server that stands in for Airtable, if there is one; null where no base is set. */
export function readBasePlace(): { baseId: string; standIn: string | null } | null {
  const { AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: standIn = null } = readEnv();
  return baseId === undefined ? null : { baseId, standIn };
}

/**
 * The secret with which this process signs tokens and opens receipts. Throws SettingsError where no secret is set, except on a
 * developer's machine: there undefined means a secret derived from the address of the database.
 */
export function readReceiptSecret(): string | undefined {
  const { RECEIPT_SECRET: secret, isLocal } = readEnv();
  if (secret === undefined && !isLocal) throw new SettingsError(noSecret);
  return secret;
}

/** The secrets that open receipts, the present one first; none on a developer's machine. Throws SettingsError. */
export function readReceiptSecrets(): readonly string[] {
  const secret = readReceiptSecret();
  return secret === undefined ? [] : [secret, ...readEnv().RECEIPT_FORMER_SECRETS];
}

/** Where the bytes of evidence files are kept. Throws SettingsError that names what S3 lacks. */
export function readEvidencePlace() {
  const { EVIDENCE_STORE: store = 'netlify', S3_REGION: region, ...env } = readEnv();
  if (store !== 's3') return store;
  const { S3_ENDPOINT_URL: endpointUrl, S3_BUCKET: bucket } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpointUrl || !bucket || !accessKeyId || !secretAccessKey)
    throw new SettingsError(
      'EVIDENCE_STORE=s3 wants S3_ENDPOINT_URL, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
    );
  return { endpointUrl, bucket, region, accessKeyId, secretAccessKey };
}
