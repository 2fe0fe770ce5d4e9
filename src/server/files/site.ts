import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A file of a build, described once when the build is made. */
const fileSchema = z.strictObject({
  /** Path below the folder of the site. */
  file: z.string(),
  type: z.string(),
  bytes: z.number(),
  /** Digest of the content: the same bytes have the same tag in every build and on every machine. */
  tag: z.string(),
  /** Sizes of the compressed copies beside the file, `<file>.br` and `<file>.gz`. */
  br: z.number().optional(),
  gzip: z.number().optional(),
});

/** See `fileSchema`. */
export type SiteFile = z.infer<typeof fileSchema>;

const redirectSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  status: z.union([z.literal(301), z.literal(410)]),
});

/** What is known of a build, in `site.json` beside its folder `site/`. */
const siteSchema = z.strictObject({
  /** When the build began, by the clock of the database: what was published before is in it. */
  begunAt: z.coerce.date(),
  /** Digest of the sources that made it. */
  code: z.string(),
  /** How hard its compressed copies were made. */
  effort: z.strictObject({ brotli: z.number(), gzip: z.number() }),
  /** Files by address: `/ke-hoach/` for a page, `/robots.txt` for any other file. */
  files: z.record(z.string(), fileSchema),
  redirects: z.array(redirectSchema),
});

/** See `siteSchema`. */
export type SiteData = z.input<typeof siteSchema>;

/** A build that can be served. */
export interface Site {
  /** Name of its folder. */
  name: string;
  /** Folder of the files. */
  folder: string;
  begunAt: Date;
  code: string;
  effort: z.infer<typeof siteSchema>['effort'];
  files: ReadonlyMap<string, SiteFile>;
  redirects: readonly z.infer<typeof redirectSchema>[];
  /** Bytes of small files, once read. */
  held: Map<string, Buffer>;
  heldBytes: number;
}

/** Reads the description of a build. Throws when the folder holds none. */
export async function readSite(builds: string, name: string): Promise<Site> {
  const data = siteSchema.parse(JSON.parse(await readFile(join(builds, name, 'site.json'), 'utf8')));
  return {
    ...data,
    name,
    folder: join(builds, name, 'site'),
    files: new Map(Object.entries(data.files)),
    held: new Map(),
    heldBytes: 0,
  };
}
