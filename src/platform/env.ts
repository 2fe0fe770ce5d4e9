import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const variables = z.object({
  /** Where the site stands, without a path; Netlify's own `URL` serves when it is not set. */
  SITE_URL: optional(z.url()),
  URL: optional(z.url()),
  /** Any PostgreSQL server; without it Netlify Database is used. */
  DATABASE_URL: optional(z.string()),
  AIRTABLE_TOKEN: optional(z.string()),
  AIRTABLE_BASE_ID: optional(z.string().regex(/^app[A-Za-z0-9]+$/)),
  /** Another server that speaks Airtable's REST API, such as the local stand-in. */
  AIRTABLE_ENDPOINT_URL: optional(z.url()),
  /** Calls a month that the Airtable plan allows: Team 100,000. */
  AIRTABLE_MONTHLY_CALLS: z.preprocess(
    (value) => value || undefined,
    z.coerce.number().int().positive().default(100_000),
  ),
  /** Where builds keep what the next one can use again: pages, social images. */
  BUILD_CACHE: z.preprocess((value) => value || undefined, z.string().default('node_modules/.cache')),
  /** From which the keys of receipts are made, and what the gate signs; changing it closes every receipt that was given out. */
  RECEIPT_SECRET: optional(z.string().min(32)),
  /** Signs proofs of filing: an Ed25519 key as PKCS8, PEM or base64 (`npm run receipt-key`). */
  RECEIPT_SIGNING_KEY: optional(z.string()),
  /** A mail server, `smtps://user:password@host` or `smtp://user:password@host:587`; without it no mail is sent. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** Who sends: `Sở Nội vụ <thi-dua@example.gov.vn>`, or the address alone. */
  MAIL_FROM: optional(z.string().regex(/^([^<>\p{Cc}]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)),
  /** Netlify's word for what a build is for; absent elsewhere. */
  CONTEXT: optional(z.string()),
  /** Posted to when the set of published stories changed. */
  BUILD_HOOK_URL: optional(z.url()),
});

/** The names of all settings: what documents and examples must name. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

const environment = variables.refine(
  ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined),
  'Set both SMTP_URL and MAIL_FROM, or neither.',
);

/** A setting is absent or malformed; the message names each one. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const noSecret = [
  'Set RECEIPT_SECRET, for builds and functions alike: `npm run receipt-key` makes one.',
  'Without it, whoever knows the address of the database could open every receipt.',
  'Keep it: another one closes every receipt that was given out.',
].join(' ');

/**
 * The settings of this process; `isLocal` when Airtable's place is taken by the stand-in on this machine, where alone sample
 * stories may be shown; `isPreview` when the public will not see what is built; `mail` where a server is set that sends it.
 * A build for production without RECEIPT_SECRET is refused.
 * The only reader of `process.env` in `src/` and `functions/`. Throws SettingsError.
 */
export function readEnv() {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new SettingsError(z.prettifyError(parsed.error));
  const { SITE_URL, URL: deployUrl, AIRTABLE_MONTHLY_CALLS: monthlyCalls, ...rest } = parsed.data;
  const siteUrl = SITE_URL ?? deployUrl ?? 'http://localhost:8888';
  const airtableHost = rest.AIRTABLE_ENDPOINT_URL && new URL(rest.AIRTABLE_ENDPOINT_URL).hostname;
  const isLocal = airtableHost === 'localhost' || airtableHost === '127.0.0.1';
  if (rest.CONTEXT === 'production' && !isLocal && !rest.RECEIPT_SECRET) throw new SettingsError(noSecret);
  const isPreview = rest.CONTEXT !== undefined && rest.CONTEXT !== 'production';
  const mail = rest.SMTP_URL && rest.MAIL_FROM ? { url: rest.SMTP_URL, from: rest.MAIL_FROM } : null;
  return { ...rest, mail, monthlyCalls, siteUrl, isLocal, isPreview };
}

/** What the sync cannot do without. Throws SettingsError that names what is missing. */
export function readAirtableEnv() {
  const { AIRTABLE_TOKEN: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = readEnv();
  if (!token || !baseId) throw new SettingsError('Set AIRTABLE_TOKEN and AIRTABLE_BASE_ID.');
  return { token, baseId, endpointUrl: endpointUrl ?? 'https://api.airtable.com' };
}

/**
 * The secret of what this process signs and opens. Throws SettingsError where none is set, but on a person's own machine, where
 * undefined stands for one that the address of its database makes.
 */
export function readReceiptSecret(): string | undefined {
  const { RECEIPT_SECRET: secret, isLocal } = readEnv();
  if (secret === undefined && !isLocal) throw new SettingsError(noSecret);
  return secret;
}
