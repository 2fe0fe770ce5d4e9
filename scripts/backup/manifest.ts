import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Name of the file that lists the content of a backup. */
const manifestFile = 'manifest.json';

/** What a backup holds. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Migrations of the database, in their order. */
  migrations: z.array(z.string()),
  /** In an order in which they can be loaded. */
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^\w+$/),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
      sha256: z.hex(),
    }),
  ),
  /** Where the bytes of evidence files are. Only those in PostgreSQL are in the backup. */
  evidence: z.enum(['postgres', 's3', 'netlify']),
  /** A receipt key that tells whether a secret is the one of this backup, and nothing else; null where no secret was set. */
  keyCheck: z.string().nullable(),
});

/** See `manifestSchema`. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Name of the file of a table in a backup. */
export const copyFile = (name: string) => `${name}.copy.gz`;

/** Writes the manifest of a backup into its folder. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

/** Reads the manifest of a backup. Rejects with a ZodError that names the fault. */
export const readManifest = async (folder: string): Promise<Manifest> =>
  manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')));
