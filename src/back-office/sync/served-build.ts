import { z } from 'zod';
import { faultLine } from '../../platform/http/fault-line.ts';
import { readBytes } from '../../platform/http/read-bytes.ts';

/** Where a built site says from what it was built: a path of this site. */
const servedBuildPath = '/api/v1/build.json';

/** What a built site says of itself. */
export const servedBuildSchema = z.object({
  /** See `siteDigest`. */
  digest: z.string(),
  /** When the build read the stories. */
  builtAt: z.coerce.date(),
});

/** See `servedBuildSchema`. */
export type ServedBuild = z.infer<typeof servedBuildSchema>;

const patienceMs = 3_000;
const mostBytes = 4_096;

/**
 * What the site at an origin says of its build, as the public gets it; null, with a line in the log, when it does not
 * answer within three seconds or says something else.
 */
export async function readServedBuild(siteUrl: string): Promise<ServedBuild | null> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(new URL(servedBuildPath, siteUrl), { signal, cache: 'no-store' });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const bytes = await readBytes(answer, mostBytes);
    return servedBuildSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    console.error(`${siteUrl}${servedBuildPath} does not say what the site serves: ${faultLine(error)}`);
    return null;
  }
}
