import { z } from 'zod';

/** A setting without a value counts as absent. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A setting without a value takes the default of its schema. */
export const withDefault = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const port = z.coerce.number().int().min(1).max(65_535);

/** Words of a list such as `site, sync`. */
export const words = <T extends z.ZodType>(word: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter((one) => one !== '') : value),
    z.array(word),
  );

const roles = ['site', 'sync', 'builder'] as const;

/** Settings of `npm run serve` and of the place of evidence files. */
export const serverVariables = {
  /** Where the server listens; a socket of systemd (`LISTEN_FDS`) comes first. */
  HOST: withDefault(z.string().default('127.0.0.1')),
  PORT: withDefault(port.default(8888)),
  /** For monitors: `/live`, `/ready`, `/metrics`; none without a port. */
  INTERNAL_HOST: withDefault(z.string().default('127.0.0.1')),
  INTERNAL_PORT: optional(port),
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks, `unix`. */
  TRUSTED_PROXIES: withDefault(words(z.string()).default([])),
  /** What this process does. */
  SERVE_ROLES: withDefault(words(z.enum(roles)).default([...roles])),
  /** Folder of the builds that are served. Where it is set, the sync asks the builder and no build hook. */
  SITE_BUILDS: optional(z.string()),
  SYNC_EVERY_SECONDS: withDefault(z.coerce.number().int().min(5).max(300).default(60)),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
  /** Folder of backups, and for how many days they are kept. */
  BACKUP_FOLDER: withDefault(z.string().default('.local/backups')),
  BACKUP_KEEP_DAYS: withDefault(z.coerce.number().int().min(1).default(30)),
  /** Where the bytes of evidence files are; `npm run serve` takes `postgres` where nothing is set. */
  EVIDENCE_STORE: optional(z.enum(['netlify', 'postgres', 's3'])),
  S3_ENDPOINT_URL: optional(z.url()),
  S3_BUCKET: optional(z.string()),
  S3_REGION: withDefault(z.string().default('us-east-1')),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
};
